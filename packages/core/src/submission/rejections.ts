/** Why an act on a submission is refused. Prose is made where it is shown. */
import { type Json } from '../kernel/primitives'
import { refusal } from '../kernel/rejection'
import { kernelRejections } from '../kernel/rejections'

/** The act is an association's: an office does not submit, revise, join or agree. */
export const NotAnAssociation = refusal('NotAnAssociation', 3)()

/** Only the submission's authors may do this. */
export const NotAnAuthor = refusal('NotAnAuthor')<{ readonly authors: ReadonlyArray<string> }>()

/** Others stand behind it too: it is withdrawn by who submitted it; where several brought it, a meeting decides. */
export const NotTheSubmitter = refusal('NotTheSubmitter')<{ readonly mayWithdraw: ReadonlyArray<string> }>()

/**
 * The submission takes no more acts of this sort: `fate` says what became of it, `into` where it went, `wayBack` what a
 * meeting can decide to undo that.
 */
export const SubmissionClosed = refusal('SubmissionClosed')<{
  readonly fate: string
  readonly into: ReadonlyArray<string>
  readonly wayBack?: { readonly motion: string; readonly ref: string }
}>()

/** A meeting has accepted it: only a meeting's decision changes that. */
export const DecidedByMeeting = refusal('DecidedByMeeting')<{ readonly decision: string }>()

/** The text that the act names is no longer the current one (rule 16). */
export const TextHasMoved = refusal('TextHasMoved', 16)<{
  readonly revision: number
  readonly textHash: string
}>()

/** The act is dated before the text's last revision (rule 2). */
export const LaterRevisionRecorded = refusal('LaterRevisionRecorded', 2)<{
  readonly revision: number
  readonly since: string
}>()

/** The act is dated before something that settled the submission's fate; fates are read as last recorded (rule 2). */
export const LaterFateRecorded = refusal('LaterFateRecorded', 2)<{
  readonly turn: string
  readonly since: string
}>()

/** The reference's letter is of another kind: D diagnosis, E assessment, P proposal. */
export const LetterOfAnotherKind = refusal('LetterOfAnotherKind')<{ readonly letter: string }>()

/** The charter's day for submissions is past, and it refuses late ones (rule 6). */
export const SubmissionsAreOver = refusal('SubmissionsAreOver', 6)<{ readonly until: string }>()

/** The first text is in the authoritative language; the others are translations of it. */
export const AuthoritativeTextMissing = refusal('AuthoritativeTextMissing')<{ readonly language: string }>()

/** The text cannot be recorded: `problem` and `about` are the text engine's words (domain.md §4). */
export const TextNotRecordable = refusal('TextNotRecordable')<{
  readonly problem: string
  readonly about: Json
}>()

/** The words that an operation quotes are not what the text says (rule 7). */
export const QuotationDiffers = refusal('QuotationDiffers', 7)<{
  readonly operation: number
  readonly place: string
  readonly quoted: string
  readonly found: string
}>()

/** A translation has the blocks of its original, with the same ids, kinds and levels, in the same order. */
export const TranslationDiffers = refusal('TranslationDiffers')<{
  readonly original: ReadonlyArray<string>
}>()

/** The authoritative language's text is revised, not translated. */
export const NotATranslation = refusal('NotATranslation')<{ readonly authoritative: string }>()

/** Outside of gathering a revision says why; a decline always does. */
export const ReasonMissing = refusal('ReasonMissing')()

/** An assessment names what it assesses; another submission does not. */
export const SubjectMissing = refusal('SubjectMissing')()
export const SubjectOnlyOfAssessments = refusal('SubjectOnlyOfAssessments')<{ readonly kind: string }>()

/** A proposal answers diagnoses; nothing else answers anything. */
export const OnlyProposalsAnswer = refusal('OnlyProposalsAnswer')<{ readonly kind: string }>()
export const OnlyDiagnosesAreAnswered = refusal('OnlyDiagnosesAreAnswered')()

/** An association that is suspended or has left is not named as a co-author. */
export const CoAuthorNotEligible = refusal('CoAuthorNotEligible', 3)<{ readonly standing: string }>()

/** Admission is over once it is said; then only a meeting decides. */
export const AlreadyAdmitted = refusal('AlreadyAdmitted')<{ readonly since: string }>()

/** Only assessments are rated and measured. */
export const NotAnAssessment = refusal('NotAnAssessment')<{ readonly kind: string }>()

/** A score lies between 0 and what it is out of. */
export const ScoreOutOfRange = refusal('ScoreOutOfRange')<{ readonly outOf: number }>()

/** A reading's date may not lie after the act that tells of it (rule 2). */
export const ReadingAfterTheAct = refusal('ReadingAfterTheAct', 2)<{ readonly act: string }>()

/** A merge has at least two sources, of one kind; assessments are of one subject. */
export const TooFewSources = refusal('TooFewSources')<{ readonly needed: number }>()
export const KindsDiffer = refusal('KindsDiffer')<{ readonly kinds: ReadonlyArray<string> }>()
/** A merged text is made of the texts of its sources, whose authors are asked. */
export const NotOfASource = refusal('NotOfASource')<{ readonly sources: ReadonlyArray<string> }>()
export const SubjectsDiffer = refusal('SubjectsDiffer')<{ readonly sources: ReadonlyArray<string> }>()

/** There is no merge proposed under this number that is still open. */
export const NoOpenMergeProposal = refusal('NoOpenMergeProposal')<{ readonly standing: string }>()

/** The command was made of other sources than the merge has. */
export const SourcesDiffer = refusal('SourcesDiffer')<{ readonly sources: ReadonlyArray<string> }>()

/** Only the authors of the sources are asked. */
export const NotAsked = refusal('NotAsked')<{ readonly asked: ReadonlyArray<string> }>()

/** Consent is given or refused once, as long as the texts it was about are the same. */
export const AnsweredAlready = refusal('AnsweredAlready')<{ readonly answer: string }>()

/** Only the association that proposed the merge drops it. */
export const NotTheMergeProposer = refusal('NotTheMergeProposer')<{ readonly proposer: string }>()

/** An author objects: a meeting decides only where the charter lets it (domain.md §3, a merge). */
export const MergeRefused = refusal('MergeRefused')<{ readonly refused: ReadonlyArray<string> }>()

/** Authors have not answered yet; `silenceCountsFrom` is the date from which the charter takes that for consent. */
export const MergeConsentMissing = refusal('MergeConsentMissing')<{
  readonly missing: ReadonlyArray<string>
  readonly silenceCountsFrom: string | null
}>()

/** Only a merge that holds can be undone. */
export const NotMerged = refusal('NotMerged')<{ readonly fate: string }>()

/** Only a split that holds can be undone. */
export const NotSplit = refusal('NotSplit')<{ readonly fate: string }>()

/** A split makes at least two parts, each with blocks, every block in exactly one of them. */
export const TooFewParts = refusal('TooFewParts')<{ readonly needed: number }>()
export const PartWithoutBlocks = refusal('PartWithoutBlocks')()
export const BlocksLeftOut = refusal('BlocksLeftOut')<{ readonly blocks: ReadonlyArray<string> }>()

/** Only ratings, readings and stands are entries that can be taken back; everything else is an act. */
export const EntryNotRetractable = refusal('EntryNotRetractable', 1)()

export const submissionRejections = {
  ...kernelRejections,
  NotAnAssociation,
  NotAnAuthor,
  NotTheSubmitter,
  SubmissionClosed,
  DecidedByMeeting,
  TextHasMoved,
  LaterRevisionRecorded,
  LaterFateRecorded,
  LetterOfAnotherKind,
  SubmissionsAreOver,
  AuthoritativeTextMissing,
  TextNotRecordable,
  QuotationDiffers,
  TranslationDiffers,
  NotATranslation,
  ReasonMissing,
  SubjectMissing,
  SubjectOnlyOfAssessments,
  OnlyProposalsAnswer,
  OnlyDiagnosesAreAnswered,
  CoAuthorNotEligible,
  AlreadyAdmitted,
  NotAnAssessment,
  ScoreOutOfRange,
  ReadingAfterTheAct,
  TooFewSources,
  KindsDiffer,
  NotOfASource,
  SubjectsDiffer,
  NoOpenMergeProposal,
  SourcesDiffer,
  NotAsked,
  AnsweredAlready,
  NotTheMergeProposer,
  MergeRefused,
  MergeConsentMissing,
  NotMerged,
  NotSplit,
  TooFewParts,
  PartWithoutBlocks,
  BlocksLeftOut,
  EntryNotRetractable
}
