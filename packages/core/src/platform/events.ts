/** What happens to the joint platform, from its compilation to what authorities answer. Stored for ever. */
import * as t from 'io-ts'
import { AssociationRef } from '../kernel/envelope'
import { type EventOf } from '../kernel/event'
import { Hash, Language, LocalDate, matching, Positive, ProcessSlug, Words } from '../kernel/primitives'
import { list, oneOf, shape, shapeWith } from '../kernel/shapes'
import { DecisionRef } from '../meeting/ids'
import { AuthorityRef, Level, ThemeRef } from '../process/ids'
import { Area, RevisionRef } from '../submission/events'
import { SubmissionRef } from '../submission/ids'
import { NewBlock } from '../text/text'
import { ClauseRef, CommitmentRef, PlatformRef, RaisingRef, ResponseRef } from './ids'

/** Where a submission ended (domain.md §1). */
export const Fate = oneOf(
  'adoptedAsIs',
  'adoptedAsAmended',
  'mergedInto',
  'splitInto',
  'deferred',
  'declined',
  'withdrawn',
  'returned',
  'lapsed'
)
export type Fate = t.TypeOf<typeof Fate>

/** A submission that is not in the platform, and why. */
export const Exclusion = shapeWith(
  { ref: SubmissionRef, fate: Fate },
  { into: list(SubmissionRef), reason: Words }
)
export type Exclusion = t.TypeOf<typeof Exclusion>

/** A log version as it stands in data: its decimal string. */
export const LogVersionText = matching(/^(?:0|[1-9]\d*)$/, 'LogVersionText')
export type LogVersionText = t.TypeOf<typeof LogVersionText>

const clauseText = {
  ref: SubmissionRef,
  revision: Positive,
  textHash: Hash,
  themes: list(ThemeRef),
  areas: list(Area),
  levels: list(Level)
}

/** What is hashed when a platform is frozen (rule 13): the words are bound by their hashes, no rendering is hashed. */
export const PlatformDocument = shape({
  format: t.literal(1),
  process: ProcessSlug,
  platform: PlatformRef,
  language: Language,
  preamble: list(NewBlock),
  findings: list(RevisionRef),
  clauses: list(shape({ number: Positive, ...clauseText })),
  exclusions: list(Exclusion)
})
export type PlatformDocument = t.TypeOf<typeof PlatformDocument>

/** Where an eligible association stood at the adoption vote: in exactly one place. */
export const Position = shapeWith(
  {
    association: AssociationRef,
    position: oneOf('endorsing', 'withReservations', 'opposing', 'abstaining', 'absent')
  },
  { clauses: list(ClauseRef) }
)
export type Position = t.TypeOf<typeof Position>

export const ResponseOutcome = oneOf('accepted', 'inPart', 'refused', 'referredTo', 'noted')
export type ResponseOutcome = t.TypeOf<typeof ResponseOutcome>

export const CommitmentState = oneOf('notStarted', 'underway', 'completed', 'delayed', 'abandoned')
export type CommitmentState = t.TypeOf<typeof CommitmentState>

export const platformEvents = {
  /** The joint platform is put together from everything that was submitted, as of a log version. */
  PlatformCompiled: shapeWith(
    {
      ref: PlatformRef,
      /** The log version that it was compiled from. */
      from: LogVersionText,
      language: Language,
      findings: list(RevisionRef),
      clauses: list(shape(clauseText)),
      exclusions: list(Exclusion),
      /** Submissions that have no fate yet: allowed in a draft, not in a frozen platform (rule 12). */
      undecided: list(SubmissionRef)
    },
    { supersedes: PlatformRef }
  ),
  /** The words that stand before the clauses. */
  PreambleWritten: shape({ blocks: list(NewBlock) }),
  /** A clause stands behind another, or first. */
  ClauseMoved: shape({ submission: SubmissionRef, after: t.union([SubmissionRef, t.literal('start')]) }),
  /** The exact document to be voted on, whole, its clauses numbered (rules 12 and 13). */
  PlatformFrozen: shape({ document: PlatformDocument, documentHash: Hash, decision: DecisionRef }),
  /** A meeting opens the frozen platform again. */
  PlatformUnfrozen: shape({ decision: DecisionRef, reason: Words }),
  /** The coalition adopted this exact document; where each eligible association stood (rule 13). */
  PlatformAdopted: shape({ documentHash: Hash, decision: DecisionRef, positions: list(Position) }),
  /** A meeting gives the platform up; its submissions are open again. */
  PlatformSetAside: shape({ decision: DecisionRef, reason: Words }),
  /** The platform was handed to an authority at a level; the answer is due on this date. */
  PlatformRaised: shapeWith(
    {
      ref: RaisingRef,
      level: Level,
      authority: AuthorityRef,
      channel: oneOf('deposit', 'post', 'mail', 'hearing', 'other'),
      date: LocalDate,
      dueOn: LocalDate
    },
    { receipt: Words }
  ),
  /** The authority confirmed that it has the platform. */
  ReceiptAcknowledged: shape({ raising: RaisingRef, date: LocalDate, receipt: Words }),
  /** What an authority answered on clauses, in its own words; every answer is kept (rule 14). */
  ResponseReceived: shapeWith(
    {
      ref: ResponseRef,
      clauses: list(ClauseRef),
      outcome: ResponseOutcome,
      quotation: Words,
      date: LocalDate
    },
    { referredTo: AuthorityRef }
  ),
  /** Somebody took note that clauses were not answered by the due date (rule 14). */
  ResponseOverdue: shape({ raising: RaisingRef, clauses: list(ClauseRef), on: LocalDate }),
  /** The platform was passed on to another authority, with a new due date. */
  RaisingForwarded: shapeWith(
    { raising: RaisingRef, to: AuthorityRef, date: LocalDate, dueOn: LocalDate },
    { reason: Words }
  ),
  /** An institution promised something on a clause, by a date. */
  CommitmentMade: shapeWith(
    { ref: CommitmentRef, clause: ClauseRef, institution: AuthorityRef, wording: Words, due: LocalDate },
    { response: ResponseRef }
  ),
  /** How far a commitment is, and whether that is shown or only claimed by the institution. */
  CommitmentProgressed: shapeWith(
    {
      commitment: CommitmentRef,
      state: CommitmentState,
      date: LocalDate,
      shownBy: oneOf('evidence', 'claimedByTheInstitution')
    },
    { note: Words }
  ),
  /** A later platform takes this one's place: where each clause is now, or why it was dropped. */
  PlatformSuperseded: shape({
    by: PlatformRef,
    clauses: list(
      t.union([
        shape({ clause: ClauseRef, to: ClauseRef }),
        shape({ clause: ClauseRef, droppedBecause: Words })
      ])
    )
  }),
  /** An association no longer stands behind the adopted platform; the document stays as it is. */
  PlatformDissociated: shape({ association: AssociationRef, reason: Words })
}
export type PlatformEvent = EventOf<typeof platformEvents>
