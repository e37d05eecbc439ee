/** All scripts, a theme each. */
import { type Script } from '../script'
import * as meetings from './meetings'
import * as minutes from './minutes'
import * as process from './process'
import * as stands from './stands'
import * as submissions from './submissions'

export const scripts: ReadonlyArray<Script> = [process, meetings, minutes, submissions, stands].flatMap(
  theme => Object.values(theme)
)
