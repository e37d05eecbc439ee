/** Acts on a submission's stream: its text, the amendments to it, the stands on it, merges and splits. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { amendmentCommands } from '../amendment/commands'
import { decideAmendment } from '../amendment/decide'
import { endorsementCommands } from '../endorsement/commands'
import { decideStand } from '../endorsement/decide'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { submissionCommands } from '../submission/commands'
import { decideSubmission } from '../submission/decide'
import { proposeMerge } from '../submission/merge-proposal'
import { authorsOf } from '../submission/queries'
import { initialSubmissionState, type SubmissionState } from '../submission/state'
import { submit } from '../submission/submit'
import { acceptAmendment } from './adopt-amendment'
import { type Circumstances } from './circumstances'
import { type Command, type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { mergeByConsent } from './merge'
import { numberIsNext } from './number-is-next'
import { ownerOf } from './reads'
import { NotInThisStage } from './rejections'
import { reviseOwn } from './revise-own-text'
import { splitByAuthor } from './split'
import { sourcesIn } from './sources'
import { type States, type SubmissionStream } from './states'
import { withdraw } from './withdraw'

type OnSubmission = Extract<
  Command,
  {
    readonly name:
      keyof typeof submissionCommands | keyof typeof amendmentCommands | keyof typeof endorsementCommands
  }
>

export const isOnSubmission = (command: Command): command is OnSubmission =>
  Object.hasOwn(submissionCommands, command.name) ||
  Object.hasOwn(amendmentCommands, command.name) ||
  Object.hasOwn(endorsementCommands, command.name)

export const decideOnSubmission = (
  command: OnSubmission,
  states: States,
  coalition: Coalition
): PathDecision => {
  switch (command.name) {
    case 'Submit':
      return submitted(command, states, coalition)
    case 'ProposeMerge':
      return mergeProposed(command, states, coalition)
    default:
      return onExisting(command, states, coalition)
  }
}

type Existing = Exclude<OnSubmission, { readonly name: 'Submit' | 'ProposeMerge' }>

const onExisting = (command: Existing, states: States, coalition: Coalition): PathDecision => {
  const { field, ref } = subjectOf(command)
  const stream = states.submissions[ref]
  return stream === undefined
    ? E.left(ReferenceUnknown(field, ref, { kind: 'submission' }))
    : decideOn(command, stream, states, coalition)
}

const subjectOf = (command: Existing): { readonly field: string; readonly ref: string } => {
  switch (command.name) {
    case 'GiveMergeConsent':
    case 'RefuseMergeConsent':
    case 'DropMergeProposal':
    case 'MergeSubmissions':
      return { field: 'payload.merge', ref: command.payload.merge }
    case 'RateCriterion':
    case 'DefineIndicator':
      return { field: 'payload.assessment', ref: command.payload.assessment }
    case 'RecordIndicator':
      return { field: 'payload.indicator', ref: ownerOf(command.payload.indicator) }
    case 'WithdrawAmendment':
    case 'AcceptAmendment':
    case 'WordAmendment':
      return { field: 'payload.amendment', ref: ownerOf(command.payload.amendment) }
    case 'ResolveCollision':
    case 'ReopenCollision':
      return { field: 'payload.collision', ref: ownerOf(command.payload.collision) }
    default:
      return { field: 'payload.submission', ref: command.payload.submission }
  }
}

const decideOn = (
  command: Existing,
  stream: SubmissionStream,
  states: States,
  coalition: Coalition
): PathDecision => {
  const { submission, amendments } = stream
  const circumstances: Circumstances = { command, coalition }
  switch (command.name) {
    case 'ReviseText':
      return reviseOwn(command, stream, circumstances)
    case 'WithdrawSubmission':
      return withdraw(command, stream)
    case 'TranslateText':
    case 'AdmitSubmission':
    case 'ReturnSubmission':
    case 'JoinAsCoAuthor':
    case 'GiveMergeConsent':
    case 'RefuseMergeConsent':
    case 'DropMergeProposal':
    case 'RateCriterion':
    case 'DefineIndicator':
    case 'RecordIndicator':
      return decideSubmission(command, coalition, { answered: {}, sources: sourcesIn(states) })(submission)
    case 'MergeSubmissions':
      return mergeByConsent(command, stream, states, circumstances)
    case 'SplitSubmission':
      return splitByAuthor(command, stream, states, circumstances)
    case 'AcceptAmendment':
      return pipe(
        ownInGathering(command, submission, coalition),
        E.flatMap(() => acceptAmendment(command, stream, circumstances))
      )
    case 'ProposeAmendment':
    case 'WithdrawAmendment':
    case 'WordAmendment':
    case 'ResolveCollision':
    case 'ReopenCollision':
      return pipe(
        ownInGathering(command, submission, coalition),
        E.flatMap(() => decideAmendment(command, submission)(amendments))
      )
    case 'Endorse':
    case 'ReaffirmEndorsement':
    case 'WithdrawEndorsement':
    case 'RaiseObjection':
    case 'LiftObjection':
      return decideStand(command, coalition)(stream)
  }
}

/** Before refining, only the authors amend: their own text (act table). */
const ownInGathering = (
  command: Existing,
  submission: SubmissionState,
  { stage }: Coalition
): E.Either<Rejection, void> => {
  const { actor } = command
  const own = actor.as === 'association' && authorsOf(submission).includes(actor.association)
  return stage === 'gathering' && !own
    ? E.left(NotInThisStage('at', command.occurredAt, { stage, allowed: ['refining'] }))
    : E.right(undefined)
}

const submitted = (command: CommandNamed<'Submit'>, states: States, coalition: Coalition): PathDecision => {
  const { ref, meeting } = command.payload
  const calledAt = meeting === undefined ? undefined : states.meetings[meeting]?.schedule?.at
  return pipe(
    numberIsNext(ref, exists(states)),
    E.flatMap(() =>
      submit(command, coalition, {
        answered: sourcesIn(states),
        ...(calledAt === undefined ? {} : { meetingCalledAt: calledAt })
      })(initialSubmissionState)
    )
  )
}

const mergeProposed = (
  command: CommandNamed<'ProposeMerge'>,
  states: States,
  coalition: Coalition
): PathDecision =>
  pipe(
    numberIsNext(command.payload.ref, exists(states)),
    E.flatMap(() => proposeMerge(command, coalition, sourcesIn(states))(initialSubmissionState))
  )

const exists =
  ({ submissions }: States) =>
  (ref: string): boolean =>
    submissions[ref] !== undefined
