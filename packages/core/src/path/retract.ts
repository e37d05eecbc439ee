/** A typing mistake taken back, in whichever stream the entry is (domain.md §3, "Any stream"). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { retractableIn as retractableOnSubmission } from '../submission/retract'
import { retractFromSubmissionStream, standsIn } from '../endorsement/retract'
import { type Actor, type MandateRef } from '../kernel/envelope'
import { type Rejection } from '../kernel/rejection'
import { EntryNotRetractable } from '../meeting/rejections'
import { retractables, retractMeetingEntry } from '../meeting/retract'
import { retractable as retractableOnPlatform, retractFromPlatform } from '../platform/retract'
import { type Coalition } from '../process/coalition'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { NotForThisActor } from './rejections'
import { type States } from './states'

type RetractEntry = CommandNamed<'RetractEntry'>

export const retract = (command: RetractEntry, states: States, coalition: Coalition): PathDecision => {
  const { entry, stream } = command.payload
  const ref = stream.slice(stream.indexOf('.') + 1)
  const meeting = states.meetings[ref]
  const platform = states.platforms[ref]
  const submission = states.submissions[ref]
  const decided = (): PathDecision => {
    if (meeting !== undefined) return retractMeetingEntry(command, meeting)
    if (platform !== undefined) return retractFromPlatform(command, coalition)(platform)
    if (submission !== undefined) return retractFromSubmissionStream(command)(submission)
    return E.left(EntryNotRetractable('payload.entry', entry, {}))
  }
  return pipe(
    mayTakeBack(command, entriesIn(states, ref)),
    E.flatMap(() => decided())
  )
}

/** Who typed an entry, and in whose name where its stream tells that. */
interface Entered {
  readonly event: string
  readonly recordedBy: MandateRef
  readonly actor?: Actor
}

const entriesIn = ({ meetings, platforms, submissions }: States, ref: string): ReadonlyArray<Entered> => {
  const meeting = meetings[ref]
  const platform = platforms[ref]
  const submission = submissions[ref]
  return [
    ...(meeting === undefined ? [] : retractables(meeting)),
    ...(platform === undefined ? [] : retractableOnPlatform(platform)),
    ...(submission === undefined
      ? []
      : [...retractableOnSubmission(submission.submission), ...standsIn(submission.stands)])
  ]
}

/** Who entered it, the association whose word it is, the table of the meeting, or the secretary (act table). */
const mayTakeBack = (
  { actor, payload }: RetractEntry,
  entries: ReadonlyArray<Entered>
): E.Either<Rejection, void> => {
  const entry = entries.find(({ event }) => event === payload.entry)
  return entry === undefined || isTable(actor) || isOfEntry(actor, entry)
    ? E.right(undefined)
    : E.left(
        NotForThisActor('payload.entry', payload.entry, {
          by: ['secretary', entry.recordedBy, ...associationsOf(entry)]
        })
      )
}

/** A chair or rapporteur was held to be one of the meeting that the entry is of. */
const isTable = (actor: Actor): boolean => actor.as === 'office' && actor.office !== 'convenor'

const isOfEntry = (actor: Actor, entry: Entered): boolean =>
  actor.as !== 'meeting' &&
  (actor.mandate === entry.recordedBy ||
    (actor.as === 'association' && associationsOf(entry).includes(actor.association)))

const associationsOf = ({ actor }: Entered): ReadonlyArray<string> =>
  actor?.as === 'association' ? [actor.association] : []
