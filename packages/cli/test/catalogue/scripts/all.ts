/** All scripts, a theme each. */
import { type Script } from '../script'
import * as meetings from './meetings'
import * as minutes from './minutes'
import * as process from './process'

export const scripts: ReadonlyArray<Script> = [process, meetings, minutes].flatMap(theme =>
  Object.values(theme)
)
