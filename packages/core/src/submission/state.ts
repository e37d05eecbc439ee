/**
 * A submission as its stream tells it: texts, authors, and the turns of its course. Plain JSON; every dated fact is an
 * entry, kept also when it is retracted or taken back, so that views show it. Lists are in the order of recording.
 */
import { type Actor, type AssociationRef, type MandateRef } from '../kernel/envelope'
import {
  type EventId,
  type Hash,
  type Instant,
  type Language,
  type Positive,
  type UtcInstant,
  type Words
} from '../kernel/primitives'
import { type Text } from '../text/text'
import { type Because, type SubmissionEvent } from './events'
import { type Materiality, type SubmissionKind, type SubmissionRef } from './ids'

type DataOf<Type extends SubmissionEvent['type']> = Extract<SubmissionEvent, { readonly type: Type }>['data']

/** A fact with its two times (rule 2), in whose name it was done and who typed it. */
export interface Entry {
  readonly event: EventId
  readonly at: Instant
  readonly recordedAt: UtcInstant
  readonly actor: Actor
  readonly recordedBy: MandateRef
}

/** An entry that can be taken back as a typing mistake: it stays visible, struck through, and counts no more. */
export interface Retractable extends Entry {
  readonly retracted?: Entry & { readonly reason: Words }
}

/** One whole text as it was recorded; never recomputed (domain.md §4). */
export interface Revision extends Entry {
  /** From 1 in each language. */
  readonly revision: Positive
  readonly text: Text
  readonly textHash: Hash
  readonly materiality: Materiality
  readonly because: Because
  readonly why?: Words
  /** Of a translation: the authoritative text that it renders. */
  readonly of?: Hash
}

/** Who stands behind the submission, and since when. */
export interface Author extends Entry {
  readonly association: AssociationRef
  readonly as: 'submitter' | 'coAuthor' | 'joined' | 'merged' | 'split'
}

export type Received = Entry & DataOf<'SubmissionReceived'>

/** An answer to the question whether one's text may go into the merge. */
export type MergeAnswer = Entry &
  (
    | ({ readonly answer: 'given' } & DataOf<'MergeConsentGiven'>)
    | ({ readonly answer: 'refused' } & DataOf<'MergeConsentRefused'>)
  )

/** A merge as it was proposed, and what the asked said; `dropped` by its proposer. */
export type MergeProposal = Entry &
  DataOf<'MergeProposed'> & {
    readonly answers: ReadonlyArray<MergeAnswer>
    readonly dropped?: Entry & DataOf<'MergeProposalDropped'>
  }

export type Merged = Entry & DataOf<'SubmissionsMerged'>
export type SplitOrigin = Entry & DataOf<'SplitFrom'>

/** A turn in a submission's course. The fate is what the last ones amount to (`fateOf`). */
export type Turn = Entry &
  (
    | { readonly turn: 'admitted' }
    | ({ readonly turn: 'returned' } & DataOf<'SubmissionReturned'>)
    | ({ readonly turn: 'accepted' } & DataOf<'SubmissionAccepted'>)
    | ({ readonly turn: 'declined' } & DataOf<'SubmissionDeclined'>)
    | ({ readonly turn: 'deferred' } & DataOf<'SubmissionDeferred'>)
    | ({ readonly turn: 'withdrawn' } & DataOf<'SubmissionWithdrawn'>)
    | ({ readonly turn: 'mergedInto' } & DataOf<'SubmissionMergedInto'>)
    | ({ readonly turn: 'mergeUndone' } & DataOf<'MergeUndone'>)
    | ({ readonly turn: 'splitInto' } & DataOf<'SubmissionSplit'>)
    | ({ readonly turn: 'reopened' } & DataOf<'SubmissionReopened'>)
  )

export type Rating = Retractable & DataOf<'CriterionRated'>
export type Reading = Retractable & DataOf<'IndicatorRecorded'>

/** What is measured over time, with every reading of it. */
export type Indicator = Entry & DataOf<'IndicatorDefined'> & { readonly readings: ReadonlyArray<Reading> }

/** What it is about, as it was said when it was received, merged or split. */
export type Classification = Pick<Received, 'themes' | 'areas' | 'levels' | 'references'>

export interface SubmissionState {
  /** Absent before the stream begins. */
  readonly ref?: SubmissionRef
  readonly kind?: SubmissionKind
  /** How it began: exactly one of the three; a proposal is a submission only once it is `merged`. */
  readonly received?: Received
  readonly mergeProposal?: MergeProposal
  readonly splitFrom?: SplitOrigin
  readonly merged?: Merged
  readonly classification: Classification
  readonly authors: ReadonlyArray<Author>
  /** The language of the first text: stands, decisions and clauses are bound to it. */
  readonly authoritative?: Language
  /** All texts by language, oldest first: a revision's index is its number less one. */
  readonly texts: { readonly [language: string]: ReadonlyArray<Revision> | undefined }
  /** The number that the next block gets; never reused, the same in every language. */
  readonly nextBlock: number
  readonly turns: ReadonlyArray<Turn>
  /** Where it was split: into what, as long as that is not taken back. */
  readonly splitInto?: Entry & DataOf<'SubmissionSplit'>
  readonly ratings: ReadonlyArray<Rating>
  readonly indicators: ReadonlyArray<Indicator>
}

export const initialSubmissionState: SubmissionState = {
  classification: { themes: [], areas: [], levels: [], references: [] },
  authors: [],
  texts: {},
  nextBlock: 1,
  turns: [],
  ratings: [],
  indicators: []
}
