/** All scripts, a theme each. */
import { type Script } from '../script'
import * as amendments from './amendments'
import * as annulments from './annulments'
import * as annulmentsAtLaterMeetings from './annulments-at-later-meetings'
import * as meetings from './meetings'
import * as merges from './merges'
import * as minutes from './minutes'
import * as platforms from './platforms'
import * as process from './process'
import * as retractions from './retractions'
import * as stands from './stands'
import * as submissions from './submissions'
import * as whatFollows from './what-follows'

export const scripts: ReadonlyArray<Script> = [
  process,
  meetings,
  minutes,
  submissions,
  amendments,
  merges,
  stands,
  annulments,
  annulmentsAtLaterMeetings,
  retractions,
  platforms,
  whatFollows
].flatMap(theme => Object.values(theme))
