/**
 * The stands on one submission as its stream tells them. They are dated facts: entries by event id, in the order of
 * recording, read as at an instant (rule 2). Stands that a merge or a split carried over are in the submission's own
 * state (`merged.stands`, `splitFrom.stands`). Plain JSON; nothing is dropped.
 */
import { type AssociationRef } from '../kernel/envelope'
import { type SubmissionState, type Entry, type Retractable } from '../submission/state'
import { type EndorsementEvent } from './events'

type DataOf<Type extends EndorsementEvent['type']> = Extract<
  EndorsementEvent,
  { readonly type: Type }
>['data']

/** One word of an association on the submission; the last one that had happened by an instant is its stand then. */
export type StandEntry = Retractable &
  (
    | ({ readonly word: 'given' } & DataOf<'EndorsementGiven'>)
    | ({ readonly word: 'reaffirmed' } & DataOf<'EndorsementReaffirmed'>)
    | ({ readonly word: 'objected' } & DataOf<'ObjectionRaised'>)
    | ({ readonly word: 'withdrawn' } & DataOf<'EndorsementWithdrawn'>)
    | ({ readonly word: 'lifted' } & DataOf<'ObjectionLifted'>)
  )

/** What was said when a substantive change made stands stale. */
export type StaleNote = Entry & DataOf<'EndorsementBecameStale'>

/** That enough associations supported an exact text: it stays a fact. */
export type ThresholdNote = Entry & DataOf<'ThresholdReached'>

export interface StandsState {
  readonly stands: { readonly [association in AssociationRef]?: ReadonlyArray<StandEntry> }
  readonly stale: ReadonlyArray<StaleNote>
  readonly thresholds: ReadonlyArray<ThresholdNote>
}

export const initialStandsState: StandsState = { stands: {}, stale: [], thresholds: [] }

/** A submission with the stands on it: whether a stand holds is read off the texts. */
export interface Stood {
  readonly submission: SubmissionState
  readonly stands: StandsState
}
