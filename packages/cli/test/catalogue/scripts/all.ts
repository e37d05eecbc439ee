/** All scripts, a theme each. */
import { type Script } from '../script'
import * as process from './process'

export const scripts: ReadonlyArray<Script> = [process].flatMap(theme => Object.values(theme))
