/**
 * Acts that would be refused with what is known now: a mandate revoked, a membership suspended or ended, a stage
 * entered, a chair handed over, a departure by an entry that was typed later (rules 2, 3, 4 and 6). They stand until a
 * meeting confirms them or takes them back. Decisions are judged elsewhere, but for who typed them.
 */
import { isRight } from 'fp-ts/lib/Either'
import { type MandateRef } from '../kernel/envelope'
import { type TimelineRow } from '../kernel/kept'
import { type Instant, justBefore, millis, type UtcInstant } from '../kernel/primitives'
import { officersAt } from '../meeting/sittings'
import { type MeetingState } from '../meeting/state'
import { type CommandName, isCommandName } from '../path/command-table'
import { type Officers } from '../path/officers'
import { permissions } from '../path/permissions'
import { type States } from '../path/states'
import { actStages } from '../path/when-allowed'
import { judgeTyping } from '../path/who-typed'
import { type Coalition } from '../process/coalition'
import { coalitionAt } from '../process/coalition-at'
import { initialProcessState } from '../process/state'
import { type AgainstEntry, entriesContested } from './contested-by-entries'
import { actOf, isDatedFact } from './late-entries'

/** What now speaks against an act. */
export type Against = AgainstEntry | 'chair' | 'typist'

export interface ContestedAct {
  readonly row: TimelineRow
  readonly command: CommandName
  readonly against: ReadonlyArray<Against>
}

export const contestedActs = (
  timeline: ReadonlyArray<TimelineRow>,
  states: States
): ReadonlyArray<ContestedAct> => {
  const suspects = followedByEarlier(timeline)
  const entries = entriesContested(states)
  return timeline.flatMap(row => {
    const { command } = row
    if (command === undefined || !isCommandName(command) || exempt.has(command)) return []
    const found: ReadonlyArray<Against> = [
      ...(suspects.has(row) ? contestedBy(row, command, states) : []),
      ...(entries.get(actOf(row.id)) ?? [])
    ]
    return found.length === 0 ? [] : [{ row, command, against: [...new Set(found)] }]
  })
}

/** The events after which a fact of no later time was recorded: only against those can it speak; one look, from the end. */
const followedByEarlier = (timeline: ReadonlyArray<TimelineRow>): ReadonlySet<TimelineRow> => {
  const suspects = new Set<TimelineRow>()
  let earliest = Number.POSITIVE_INFINITY
  for (const row of [...timeline].reverse()) {
    const at = millis(row.occurredAt as Instant)
    if (at >= earliest) suspects.add(row)
    if (isDatedFact(row.type)) earliest = Math.min(earliest, at)
  }
  return suspects
}

/** Judged on the state after its own append, or bound to the act that asked for it (rules 3 and 20). */
const exempt: ReadonlySet<CommandName> = new Set<CommandName>(['OpenProcess', 'CompletePersonErasure'])

/** What happened at the very millisecond of an act does not speak against it: nobody can say which came first. */
const contestedBy = (row: TimelineRow, command: CommandName, states: States): ReadonlyArray<Against> => {
  const at = row.occurredAt as Instant
  const found = against(row, command, states, at)
  if (found.length === 0) return found
  const before = against(row, command, states, justBefore(at))
  return found.filter(one => before.includes(one))
}

const against = (
  row: TimelineRow,
  command: CommandName,
  states: States,
  at: Instant
): ReadonlyArray<Against> => {
  const { process = initialProcessState } = states
  const coalition = coalitionAt(process, at)
  const typing = coalitionAt(process, row.recordedAt as UtcInstant)
  const officers = officersIn(row, states, at)
  const typed = judgeTyping(typingOf(row), officers[0], typing, coalition)
  const checks: ReadonlyArray<readonly [Against, boolean]> = [
    ['mandate', mandateHolds(row, coalition)],
    ['standing', standingHolds(row, command, coalition)],
    ['stage', command === 'Decide' || actStages(command, coalition).includes(coalition.stage)],
    ['chair', command === 'OpenMeeting' || officeHeld(row, officers)],
    ['typist', isRight(typed)]
  ]
  return checks.flatMap(([word, holds]) => (holds ? [] : [word]))
}

const mandateHolds = ({ actor }: TimelineRow, coalition: Coalition): boolean =>
  actor.as === 'meeting' || coalition.mandate(actor.mandate)?.valid === true

const standingHolds = ({ actor }: TimelineRow, command: CommandName, coalition: Coalition): boolean =>
  actor.as !== 'association' ||
  permissions[command].alsoSuspended === true ||
  coalition.standing(actor.association) === 'registered'

/** Of the meeting in whose stream the act stands; of every meeting, where it stands in none. */
const officersIn = ({ stream }: TimelineRow, { meetings }: States, at: Instant): ReadonlyArray<Officers> => {
  const here = meetings[stream.slice(stream.indexOf('.') + 1)]
  const all: ReadonlyArray<MeetingState | undefined> = here === undefined ? Object.values(meetings) : [here]
  return all.flatMap(meeting => (meeting === undefined ? [] : (officersAt(meeting, at) ?? [])))
}

const officeHeld = ({ actor }: TimelineRow, officers: ReadonlyArray<Officers>): boolean =>
  actor.as !== 'office' ||
  (actor.office !== 'chair' && actor.office !== 'rapporteur') ||
  officers.some(held => held[actor.office as keyof Officers] === actor.mandate)

const typingOf = ({ actor, recordedBy, recordedAt, onBehalf }: TimelineRow) => ({
  actor,
  recordedBy: recordedBy as MandateRef,
  recordedAt: recordedAt as UtcInstant,
  onBehalf: onBehalf === true
})
