/** What can be asked of a submission. Payloads are recorded: a change needs a new `v` and a golden fixture. */
import type * as t from 'io-ts'
import { type CommandOf } from '../kernel/command'
import { AssociationRef } from '../kernel/envelope'
import { Decimal, Hash, Language, LocalDate, Localized, Positive, Words } from '../kernel/primitives'
import { list, oneOf, shape, shapeWith } from '../kernel/shapes'
import { MeetingRef } from '../meeting/ids'
import { PlatformRef } from '../platform/ids'
import { Dimension, Level, ReferenceRef, ThemeRef } from '../process/ids'
import { Operation } from '../text/operation'
import { Block, BlockId, NewBlock, NewText } from '../text/text'
import { Area, AssessmentSubject, Attachment, RevisionRef } from './events'
import { BlockRef, IndicatorRef, Materiality, SubmissionKind, SubmissionRef } from './ids'

/**
 * The latest platform of the process, as intake found it: a frozen one closes its submissions to acts dated at or
 * before the freeze (rule 2), and an adopted one ends the withdrawing of support (rule 6). Absent while there is none.
 */
export const knownPlatform = { platform: PlatformRef }

/** The exact text that an act is about (rule 16). */
export const onText = { submission: SubmissionRef, revision: Positive, textHash: Hash }

const classification = {
  themes: list(ThemeRef),
  areas: list(Area),
  levels: list(Level),
  references: list(ReferenceRef)
}

/** One of the submissions that a split makes: its title, and which blocks of the source it takes. */
export const SplitPart = shapeWith(
  { ref: SubmissionRef, title: Words, blocks: list(BlockId) },
  { themes: list(ThemeRef), areas: list(Area), levels: list(Level) }
)
export type SplitPart = t.TypeOf<typeof SplitPart>

export const submissionCommands = {
  /**
   * Brings a diagnosis, an assessment or a proposal. `texts`: the authoritative language's first, then translations of
   * it.
   */
  Submit: shapeWith(
    {
      ref: SubmissionRef,
      kind: SubmissionKind,
      coAuthors: list(AssociationRef),
      original: Language,
      texts: list(NewText),
      ...classification,
      evidence: list(Attachment),
      answers: list(SubmissionRef)
    },
    { meeting: MeetingRef, subject: AssessmentSubject }
  ),
  /** The authors change their own text: by operations, or by giving it as it should read. */
  ReviseText: shapeWith(
    { ...onText, operations: list(Operation), materiality: Materiality },
    { why: Words, ...knownPlatform }
  ),
  /** Gives the text in another language. The blocks keep the ids of the blocks that they render. */
  TranslateText: shapeWith(
    { submission: SubmissionRef, language: Language, title: Words, blocks: list(Block), of: Hash },
    knownPlatform
  ),
  /** Says that a submission is in order. */
  AdmitSubmission: shapeWith({ submission: SubmissionRef }, knownPlatform),
  /** Gives a submission back on formal grounds. */
  ReturnSubmission: shapeWith({ submission: SubmissionRef, reason: Words }, knownPlatform),
  /** Stands behind a submission as its author too. */
  JoinAsCoAuthor: shapeWith({ submission: SubmissionRef }, knownPlatform),
  /** Takes one's submission back. */
  WithdrawSubmission: shapeWith({ submission: SubmissionRef }, { reason: Words, ...knownPlatform }),
  /** Proposes one text for several; opens the stream of the new submission and takes its number. */
  ProposeMerge: shapeWith(
    {
      ref: SubmissionRef,
      sources: list(RevisionRef),
      title: Words,
      blocks: list(shape({ block: NewBlock, from: list(BlockRef) }))
    },
    { reason: Words, ...knownPlatform }
  ),
  /** Agrees to a proposed merge, on the texts as they read now. */
  GiveMergeConsent: shape({ merge: SubmissionRef, sources: list(SubmissionRef) }),
  /** Does not agree to a proposed merge. */
  RefuseMergeConsent: shapeWith({ merge: SubmissionRef, sources: list(SubmissionRef) }, { reason: Words }),
  /** Gives a proposed merge up. */
  DropMergeProposal: shape({ merge: SubmissionRef, reason: Words }),
  /** Merges what all asked authors agreed to (or were silent about, where the charter counts silence). */
  MergeSubmissions: shapeWith({ merge: SubmissionRef, sources: list(SubmissionRef) }, knownPlatform),
  /** Makes several submissions of one. */
  SplitSubmission: shapeWith({ ...onText, parts: list(SplitPart) }, { reason: Words, ...knownPlatform }),
  /** Rates the subject of an assessment on one criterion. */
  RateCriterion: shapeWith(
    {
      assessment: SubmissionRef,
      criterion: Words,
      score: Decimal,
      outOf: Positive,
      references: list(ReferenceRef),
      evidence: list(Attachment)
    },
    { note: Words, ...knownPlatform }
  ),
  /** Defines something that an assessment measures over time. */
  DefineIndicator: shapeWith(
    {
      ref: IndicatorRef,
      assessment: SubmissionRef,
      name: Localized,
      unit: Localized,
      dimension: Dimension,
      better: oneOf('up', 'down')
    },
    {
      baseline: shape({ value: Decimal, date: LocalDate }),
      target: shape({ value: Decimal, date: LocalDate }),
      ...knownPlatform
    }
  ),
  /** Records a reading of an indicator. */
  RecordIndicator: shapeWith(
    { indicator: IndicatorRef, value: Decimal, date: LocalDate, source: Words },
    knownPlatform
  )
}
export type SubmissionCommand = CommandOf<typeof submissionCommands>
