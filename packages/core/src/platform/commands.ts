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
  /** Reads the whole log: every submission has its place in the platform or among the exclusions. */
  CompilePlatform: shapeWith({ ref: PlatformRef }, { supersedes: PlatformRef }),
  /** `was`: the hash of the preamble that the writer read (`preambleHash`); intake names it (rule 16). */
  WritePreamble: shapeWith({ platform: PlatformRef, blocks: list(NewBlock) }, { was: Hash }),
  MoveClause: shape({
    platform: PlatformRef,
    submission: SubmissionRef,
    after: t.union([SubmissionRef, t.literal('start')])
  }),
  /** `dueOn` is computed from the charter's days where it names them for the level, and must then be left out. */
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
  AcknowledgeReceipt: shape({ raising: RaisingRef, date: LocalDate, receipt: Words }),
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
  NoteOverdue: shape({ raising: RaisingRef, clauses: list(ClauseRef), on: LocalDate }),
  ForwardRaising: shapeWith(
    { raising: RaisingRef, to: AuthorityRef, date: LocalDate },
    { dueOn: LocalDate, reason: Words }
  ),
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
  RecordProgress: shapeWith(
    {
      commitment: CommitmentRef,
      state: CommitmentState,
      date: LocalDate,
      shownBy: oneOf('evidence', 'claimedByTheInstitution')
    },
    { note: Words }
  ),
  DissociateFromPlatform: shape({ platform: PlatformRef, reason: Words })
}
export type PlatformCommand = CommandOf<typeof platformCommands>
