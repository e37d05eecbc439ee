/** The acts whose own entries in a state would be refused with what is known now, by the id of their command (rule 2). */
import { contestedStands } from '../endorsement/contested-stands'
import { type EventId } from '../kernel/primitives'
import { type AgainstEntry as AgainstAtMeeting, contestedEntries } from '../meeting/contested-entries'
import { type States } from '../path/states'
import { type Coalition, wasSo } from '../process/coalition'
import { coalitionAt } from '../process/coalition-at'
import { stageOutOfOrder } from '../process/enter-stage'
import { initialProcessState, type ProcessState } from '../process/state'
import { type Received } from '../submission/state'
import { tooLate } from '../submission/submit'
import { meetingsOf, submissionsOf } from './in-order'
import { actOf } from './late-entries'
import { endOfRecord } from './view'

/** What speaks against an entry; `charter`: the charter's day for submissions; `stands`: the stand that it was about. */
export type AgainstEntry = AgainstAtMeeting | 'stage' | 'charter' | 'stands'

type Found = { readonly event: EventId; readonly against: ReadonlyArray<AgainstEntry> }

export const entriesContested = (states: States): ReadonlyMap<string, ReadonlyArray<AgainstEntry>> => {
  const { process = initialProcessState } = states
  const coalition = coalitionAt(process, endOfRecord)
  const found: ReadonlyArray<Found> = [
    ...ofProcess(process, coalition),
    ...meetingsOf(states).flatMap(({ state }) => contestedEntries(coalition, state)),
    ...submissionsOf(states).flatMap(({ state }) => [
      ...(state.submission.received === undefined ? [] : [ofReceived(state.submission.received, coalition)]),
      ...contestedStands(state).map(event => ({ event, against: ['stands' as const] }))
    ])
  ]
  const acts = new Map<string, ReadonlyArray<AgainstEntry>>()
  for (const { event, against } of found)
    if (against.length > 0) acts.set(actOf(event), [...(acts.get(actOf(event)) ?? []), ...against])
  return acts
}

/** Stages entered by the office, and mandates granted to an association that had left. */
const ofProcess = (process: ProcessState, coalition: Coalition): ReadonlyArray<Found> => [
  ...process.stages
    .filter(entry => entry.decision === undefined && stageOutOfOrder(process, entry) !== undefined)
    .map(({ event }): Found => ({ event, against: ['stage'] })),
  ...process.associations.flatMap(({ ref, mandates }) =>
    mandates
      .filter(({ at }) => !wasSo(coalition, at, then => then.standing(ref) !== 'left'))
      .map(({ event }): Found => ({ event, against: ['standing'] }))
  )
]

const ofReceived = (received: Received, coalition: Coalition): Found => {
  const { event, at, coAuthors } = received
  const eligible = coAuthors.every(ref => wasSo(coalition, at, then => then.standing(ref) === 'registered'))
  const inTime = wasSo(coalition, at, then => tooLate({ occurredAt: at }, then) === undefined)
  return {
    event,
    against: [...(eligible ? [] : ['standing' as const]), ...(inTime ? [] : ['charter' as const])]
  }
}
