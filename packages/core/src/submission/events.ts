/** What happens to a submission and its text. Stored for ever: a change needs a new `v`, an upcaster and a golden fixture. */
import * as t from 'io-ts'
import { AssociationRef } from '../kernel/envelope'
import { type EventOf } from '../kernel/event'
import { Decimal, Hash, Language, LocalDate, Localized, Money, Positive, Words } from '../kernel/primitives'
import { list, oneOf, shape, shapeWith } from '../kernel/shapes'
import { AmendmentRef, CollisionRef } from '../amendment/ids'
import { DecisionRef, MeetingRef } from '../meeting/ids'
import { AuthorityRef, Dimension, Level, ReferenceRef, ThemeRef } from '../process/ids'
import { Block, BlockId, NewBlock } from '../text/text'
import { BlockRef, IndicatorRef, Materiality, SubmissionKind, SubmissionRef } from './ids'

/** Where a thing is: urban, peri-urban, rural, or a named quarter. */
export const Area = t.union([
  shape({ kind: oneOf('urban', 'periUrban', 'rural') }),
  shape({ kind: t.literal('quarter'), name: Localized })
])
export type Area = t.TypeOf<typeof Area>

/** What a submission rests on besides registered references. A scan is held as its hash. */
export const Attachment = shapeWith({ title: Words }, { uri: Words, hash: Hash })

/** What an assessment assesses. */
export const AssessmentSubject = t.union([
  shapeWith(
    { kind: t.literal('council'), level: Level, term: shape({ from: LocalDate, until: LocalDate }) },
    { authority: AuthorityRef, name: Localized }
  ),
  shapeWith({ kind: t.literal('programme'), name: Localized }, { reference: ReferenceRef }),
  shapeWith(
    {
      kind: t.literal('project'),
      name: Localized,
      state: oneOf('planned', 'underway', 'completed', 'stopped')
    },
    { budget: Money }
  ),
  shapeWith({ kind: t.literal('policy'), name: Localized }, { reference: ReferenceRef })
])
export type AssessmentSubject = t.TypeOf<typeof AssessmentSubject>

/** An exact text: a revision of a submission and its hash in the authoritative language. */
export const RevisionRef = shape({ ref: SubmissionRef, revision: Positive, textHash: Hash })
export type RevisionRef = t.TypeOf<typeof RevisionRef>

/** Where a block of a merged or split text comes from. */
export const BlockOrigin = shape({ block: BlockId, from: list(BlockRef) })

/** What a carried stand was about in the source, and the block that has its words now, if one has. */
export const InheritedPoint = shapeWith({ from: BlockRef }, { block: BlockId, reason: Words })
export type InheritedPoint = t.TypeOf<typeof InheritedPoint>

/** A stand carried over by a merge or a split: shown and asked to reaffirm, counting toward no threshold until then. */
export const InheritedStand = shapeWith(
  {
    association: AssociationRef,
    kind: oneOf('endorsement', 'reservation', 'objection'),
    from: list(SubmissionRef)
  },
  { reason: Words, /** The blocks that a reservation or an objection names. */ points: list(InheritedPoint) }
)
export type InheritedStand = t.TypeOf<typeof InheritedStand>

/** Who was asked to agree to a merge, and what they said. */
export const MergeConsents = shape({
  asked: list(AssociationRef),
  given: list(AssociationRef),
  refused: list(AssociationRef),
  silent: list(AssociationRef)
})

/** Why there is a new revision: every text names its cause. */
export const Because = t.union([
  shape({ kind: t.literal('received') }),
  shape({ kind: t.literal('author') }),
  shape({
    kind: t.literal('amendments'),
    amendments: list(AmendmentRef),
    resolutions: list(CollisionRef)
  }),
  shape({ kind: t.literal('merge'), sources: list(RevisionRef) }),
  shape({ kind: t.literal('split'), source: RevisionRef }),
  shape({ kind: t.literal('translation') }),
  shape({ kind: t.literal('annulment'), decision: DecisionRef })
])
export type Because = t.TypeOf<typeof Because>

const classification = {
  themes: list(ThemeRef),
  areas: list(Area),
  levels: list(Level),
  references: list(ReferenceRef)
}

/** What else a merged or split submission has from its sources; absent where they have none. */
const carriedOver = {
  evidence: list(Attachment),
  answers: list(SubmissionRef),
  subject: AssessmentSubject
}

export const submissionEvents = {
  /** A diagnosis, an assessment or a proposal is brought; its words follow in TextRevised of the same append. */
  SubmissionReceived: shapeWith(
    {
      ref: SubmissionRef,
      kind: SubmissionKind,
      association: AssociationRef,
      coAuthors: list(AssociationRef),
      /** In which language the thing was said. */
      original: Language,
      ...classification,
      evidence: list(Attachment),
      /** The diagnoses that a proposal answers. */
      answers: list(SubmissionRef)
    },
    { meeting: MeetingRef, subject: AssessmentSubject }
  ),
  /** The whole text as it reads from here on, in one language, and why it does. */
  TextRevised: shapeWith(
    {
      /** From 1 in each language. */
      revision: Positive,
      language: Language,
      title: Words,
      blocks: list(Block),
      textHash: Hash,
      materiality: Materiality,
      because: Because
    },
    { why: Words, /** Of a translation: the authoritative text it renders. */ of: Hash }
  ),
  /** The secretariat finds the submission in order: it goes on to the meetings. */
  SubmissionAdmitted: shape({}),
  /** The submission is given back on formal grounds; a meeting may be asked. */
  SubmissionReturned: shape({ reason: Words }),
  /** Another association stands behind the submission as its author. */
  CoAuthorJoined: shape({ association: AssociationRef }),
  /** Its authors take the submission back; its open amendments become moot (rule 11). */
  SubmissionWithdrawn: shapeWith({}, { reason: Words }),
  /** A meeting takes this exact text into what the coalition asks or finds. */
  SubmissionAccepted: shape({
    decision: DecisionRef,
    revision: Positive,
    textHash: Hash,
    as: oneOf('asIs', 'asAmended')
  }),
  /** A meeting does not take the submission, and says why. */
  SubmissionDeclined: shape({ decision: DecisionRef, reason: Words }),
  /** A meeting puts the submission off. */
  SubmissionDeferred: shapeWith({ decision: DecisionRef }, { reason: Words, until: MeetingRef }),
  /** Somebody proposes one text for several; opens the stream of the new submission. */
  MergeProposed: shapeWith(
    {
      ref: SubmissionRef,
      kind: SubmissionKind,
      sources: list(RevisionRef),
      /** The authors of the sources, less those in whose name it is proposed. */
      asked: list(AssociationRef),
      /** The text that the asked agree to: what is merged is what was proposed. */
      title: Words,
      blocks: list(shape({ block: NewBlock, from: list(BlockRef) }))
    },
    { reason: Words }
  ),
  /**
   * An author of a source agrees to the merge. `sources`: the texts that it was given on; it lapses when one of them
   * changes.
   */
  MergeConsentGiven: shape({ association: AssociationRef, sources: list(RevisionRef) }),
  /** An author of a source does not want the merge. */
  MergeConsentRefused: shapeWith({ association: AssociationRef }, { reason: Words }),
  /** The proposal to merge is given up; the sources go on as they are. */
  MergeProposalDropped: shape({ reason: Words }),
  /** Several submissions are one from here on, with all their authors; what was carried over stands here. */
  SubmissionsMerged: shapeWith(
    {
      sources: list(RevisionRef),
      blocks: list(BlockOrigin),
      authors: list(AssociationRef),
      consents: MergeConsents,
      stands: list(InheritedStand),
      ...classification
    },
    { ...carriedOver, decision: DecisionRef }
  ),
  /** This submission lives on in another and is closed to acts until a merge is undone. */
  SubmissionMergedInto: shapeWith({ into: SubmissionRef }, { decision: DecisionRef }),
  /** A meeting takes the merge back; the sources stand again as they were. */
  MergeUndone: shape({
    merged: SubmissionRef,
    sources: list(SubmissionRef),
    decision: DecisionRef,
    reason: Words
  }),
  /** This submission lives on in several others. */
  SubmissionSplit: shapeWith(
    { into: list(shape({ ref: SubmissionRef, blocks: list(BlockId) })) },
    { decision: DecisionRef, reason: Words }
  ),
  /** A part of a submission stands on its own, with the authors of the whole. */
  SplitFrom: shapeWith(
    {
      ref: SubmissionRef,
      kind: SubmissionKind,
      source: RevisionRef,
      blocks: list(BlockOrigin),
      authors: list(AssociationRef),
      stands: list(InheritedStand),
      ...classification
    },
    { ...carriedOver, decision: DecisionRef }
  ),
  /** A submission that had a fate has none again. */
  SubmissionReopened: shapeWith({ reason: Words }, { decision: DecisionRef }),
  /** An assessment's subject is rated on one criterion, with what the rating rests on. */
  CriterionRated: shapeWith(
    {
      criterion: Words,
      score: Decimal,
      outOf: Positive,
      references: list(ReferenceRef),
      evidence: list(Attachment)
    },
    { note: Words }
  ),
  /** Something that is measured over time, and which way is better. */
  IndicatorDefined: shapeWith(
    {
      ref: IndicatorRef,
      name: Localized,
      unit: Localized,
      dimension: Dimension,
      better: oneOf('up', 'down')
    },
    {
      baseline: shape({ value: Decimal, date: LocalDate }),
      target: shape({ value: Decimal, date: LocalDate })
    }
  ),
  /** A reading of an indicator, with its source. */
  IndicatorRecorded: shape({ indicator: IndicatorRef, value: Decimal, date: LocalDate, source: Words })
}
export type SubmissionEvent = EventOf<typeof submissionEvents>
