/** What can be asked of a platform. Payloads are recorded: a change needs a new `v` and a golden fixture. */
import * as t from 'io-ts'
import { type CommandOf } from '../kernel/command'
import { Hash, LocalDate, Words } from '../kernel/primitives'
import { list, oneOf, shape, shapeWith } from '../kernel/shapes'
import { AuthorityRef, Level } from '../process/ids'
import { SubmissionRef } from '../submission/ids'
import { NewBlock } from '../text/text'
import { CommitmentState, ResponseOutcome } from './events'
import { ClauseRef, CommitmentRef, PlatformRef, RaisingRef, ResponseRef } from './ids'

export const platformCommands = {
  /**
   * Puts the platform together. Reads the whole log: every submission has its place in the platform or among the
   * exclusions.
   */
  CompilePlatform: shape({ ref: PlatformRef }),
  /**
   * Writes the words before the clauses. `was`: the hash of the preamble that the writer read (`preambleHash`); left
   * out, intake names the one that it finds (rule 16).
   */
  WritePreamble: shape({ platform: PlatformRef, blocks: list(NewBlock), was: Hash }),
  /** Puts a clause behind another, or first. */
  MoveClause: shape({
    platform: PlatformRef,
    submission: SubmissionRef,
    after: t.union([SubmissionRef, t.literal('start')])
  }),
  /**
   * Records that the platform was handed to an authority. `dueOn` is computed from the charter's days where it names
   * them for the level, and must then be left out.
   */
  RaisePlatform: shapeWith(
    {
      ref: RaisingRef,
      platform: PlatformRef,
      level: Level,
      authority: AuthorityRef,
      channel: oneOf('deposit', 'post', 'mail', 'hearing', 'other'),
      date: LocalDate
    },
    { dueOn: LocalDate, receipt: Words }
  ),
  /** Records that the authority confirmed that it has the platform. */
  AcknowledgeReceipt: shape({ raising: RaisingRef, date: LocalDate, receipt: Words }),
  /** Records what an authority answered on clauses, in its own words. */
  RecordResponse: shapeWith(
    {
      ref: ResponseRef,
      raising: RaisingRef,
      clauses: list(ClauseRef),
      outcome: ResponseOutcome,
      quotation: Words,
      date: LocalDate
    },
    { referredTo: AuthorityRef }
  ),
  /** Takes note that clauses were not answered by the due date. */
  NoteOverdue: shape({ raising: RaisingRef, clauses: list(ClauseRef), on: LocalDate }),
  /** Records that the platform was passed on to another authority. */
  ForwardRaising: shapeWith(
    { raising: RaisingRef, to: AuthorityRef, date: LocalDate },
    { dueOn: LocalDate, reason: Words }
  ),
  /** Records what an institution promised, and by when. */
  RecordCommitment: shapeWith(
    {
      ref: CommitmentRef,
      platform: PlatformRef,
      clause: ClauseRef,
      institution: AuthorityRef,
      wording: Words,
      due: LocalDate
    },
    { response: ResponseRef }
  ),
  /** Records how far a commitment is, and how that is known. */
  RecordProgress: shapeWith(
    {
      commitment: CommitmentRef,
      state: CommitmentState,
      date: LocalDate,
      shownBy: oneOf('evidence', 'claimedByTheInstitution')
    },
    { note: Words }
  ),
  /** No longer stands behind an adopted platform. */
  DissociateFromPlatform: shape({ platform: PlatformRef, reason: Words })
}
export type PlatformCommand = CommandOf<typeof platformCommands>
