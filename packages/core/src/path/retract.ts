/** A typing mistake taken back, in whichever stream the entry is (domain.md §3, "Any stream"). */
import * as E from 'fp-ts/lib/Either'
import { retractFromSubmissionStream } from '../endorsement/retract'
import { EntryNotRetractable } from '../meeting/rejections'
import { retractMeetingEntry } from '../meeting/retract'
import { retractFromPlatform } from '../platform/retract'
import { type Coalition } from '../process/coalition'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { type States } from './states'

export const retract = (
  command: CommandNamed<'RetractEntry'>,
  states: States,
  coalition: Coalition
): PathDecision => {
  const { entry, stream } = command.payload
  const ref = stream.slice(stream.indexOf('.') + 1)
  const meeting = states.meetings[ref]
  const platform = states.platforms[ref]
  const submission = states.submissions[ref]
  if (meeting !== undefined) return retractMeetingEntry(command, meeting)
  if (platform !== undefined) return retractFromPlatform(command, coalition)(platform)
  if (submission !== undefined) return retractFromSubmissionStream(command)(submission)
  return E.left(EntryNotRetractable('payload.entry', entry, {}))
}
