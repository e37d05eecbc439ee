/**
 * Acts of associations and offices that would be refused with what is known now: a mandate revoked, a membership
 * suspended or ended, a stage entered by an entry that was typed later (rules 2, 3 and 6). They stand until a meeting
 * confirms them or takes them back.
 */
import { type TimelineRow } from '../kernel/kept'
import { type Instant, millis, type UtcInstant } from '../kernel/primitives'
import { type CommandName, isCommandName } from '../path/command-table'
import { permissions } from '../path/permissions'
import { type Coalition } from '../process/coalition'
import { coalitionAt } from '../process/coalition-at'
import { type Stage } from '../process/ids'
import { type ProcessState } from '../process/state'
import { bearsOnActs } from './late-entries'

/** What now speaks against an act. */
export type Against = 'mandate' | 'standing' | 'stage'

export interface ContestedAct {
  readonly row: TimelineRow
  readonly command: CommandName
  readonly against: ReadonlyArray<Against>
}

/** Only acts that an entry typed after them could speak against are judged; decisions are, by their counts, elsewhere. */
export const contestedActs = (
  timeline: ReadonlyArray<TimelineRow>,
  process: ProcessState
): ReadonlyArray<ContestedAct> =>
  followedByEarlier(timeline).flatMap(row => {
    const { command } = row
    if (command === undefined || !isCommandName(command) || exempt.has(command)) return []
    const against = contestedBy(row, command, process)
    return against.length === 0 ? [] : [{ row, command, against }]
  })

/** The events after which a fact of no later time was recorded that bears on acts; one look, from the end. */
const followedByEarlier = (timeline: ReadonlyArray<TimelineRow>): ReadonlyArray<TimelineRow> => {
  const suspect: Array<TimelineRow> = []
  let earliest = Number.POSITIVE_INFINITY
  for (const row of [...timeline].reverse()) {
    const at = millis(row.occurredAt as Instant)
    if (at >= earliest) suspect.push(row)
    if (bearsOnActs(row.type)) earliest = Math.min(earliest, at)
  }
  return suspect.reverse()
}

/** Judged on the state after its own append, by a count, or bound to the act that asked for it (rules 3 and 20). */
const exempt: ReadonlySet<CommandName> = new Set<CommandName>([
  'OpenProcess',
  'Decide',
  'CompletePersonErasure'
])

const contestedBy = (
  row: TimelineRow,
  command: CommandName,
  process: ProcessState
): ReadonlyArray<Against> => {
  const at = row.occurredAt as Instant
  const found = against(row, command, coalitionAt(process, at))
  if (found.length === 0) return found
  const before = against(row, command, coalitionAt(process, justBefore(at)))
  return found.filter(one => before.includes(one))
}

/** What happened at the very millisecond of an act does not speak against it: nobody can say which came first. */
const justBefore = (at: Instant): UtcInstant => new Date(millis(at) - 1).toISOString() as UtcInstant

const against = (row: TimelineRow, command: CommandName, coalition: Coalition): ReadonlyArray<Against> => [
  ...(mandateHolds(row, coalition) ? [] : (['mandate'] as const)),
  ...(standingHolds(row, command, coalition) ? [] : (['standing'] as const)),
  ...(stagesOf(command, coalition).includes(coalition.stage) ? [] : (['stage'] as const))
]

const mandateHolds = ({ actor }: TimelineRow, coalition: Coalition): boolean =>
  actor.as === 'meeting' || coalition.mandate(actor.mandate)?.valid === true

const standingHolds = ({ actor }: TimelineRow, command: CommandName, coalition: Coalition): boolean =>
  actor.as !== 'association' ||
  permissions[command].alsoSuspended === true ||
  coalition.standing(actor.association) === 'registered'

/** Late contributions as the charter has it. */
const stagesOf = (command: CommandName, { charter }: Coalition): ReadonlyArray<Stage> => {
  const { stages, late } = permissions[command]
  return late === true && charter.terms.lateSubmissions !== 'accepted'
    ? stages.filter(stage => stage !== 'refining')
    : stages
}
