/** What a decision has made of amendments so far: the events that it will give, and the state that they make. */
import { type SubmissionRef } from '../submission/ids'
import { type AmendmentEvent } from './events'
import { afterEvent } from './evolve'
import { type AmendmentsState, type Entry } from './state'

export interface Draft {
  readonly submission: SubmissionRef
  /** Who decides, and when: what the events' entries will say, save their ids. */
  readonly entry: Entry
  readonly state: AmendmentsState
  readonly events: ReadonlyArray<AmendmentEvent>
}

export const draftFor = (submission: SubmissionRef, entry: Entry, state: AmendmentsState): Draft => ({
  submission,
  entry,
  state,
  events: []
})

/** The draft with more events. */
export const noting = (draft: Draft, ...events: ReadonlyArray<AmendmentEvent>): Draft => ({
  ...draft,
  state: events.reduce((state, event) => afterEvent(state, event, draft.entry), draft.state),
  events: [...draft.events, ...events]
})
