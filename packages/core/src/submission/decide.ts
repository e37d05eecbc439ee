/**
 * Every command on a submission, save MergeSubmissions and SplitSubmission, which the path decides with the stands and
 * amendments that they carry (`mergeSubmissions`, `splitSubmission`). It only dispatches.
 */
import { type Coalition } from '../process/coalition'
import { admitSubmission, joinAsCoAuthor, returnSubmission, withdrawSubmission } from './admit'
import { defineIndicator, rateCriterion, recordIndicator } from './assess'
import { type SubmissionCommand } from './commands'
import { dropMergeProposal, giveMergeConsent, refuseMergeConsent } from './merge-consents'
import { proposeMerge, type Sources } from './merge-proposal'
import { type SubmissionDecision } from './preconditions'
import { reviseOwnText } from './revise-text'
import { type SubmissionState } from './state'
import { submit, type SubmitFacts } from './submit'
import { translateText } from './translate-text'

export type SubmissionSliceCommand = Exclude<
  SubmissionCommand,
  { readonly name: 'MergeSubmissions' | 'SplitSubmission' }
>

/** What the path has read beside the submission's own stream. */
export interface SubmissionFacts extends SubmitFacts {
  /** Of a merge: its sources by reference. */
  readonly sources: Sources
}

/** Who may act and in which stage is judged before by the path. */
export const decideSubmission =
  (command: SubmissionSliceCommand, coalition: Coalition, facts: SubmissionFacts) =>
  (state: SubmissionState): SubmissionDecision => {
    switch (command.name) {
      case 'Submit':
        return submit(command, coalition, facts)(state)
      case 'ReviseText':
        return reviseOwnText(command, coalition)(state)
      case 'TranslateText':
        return translateText(command)(state)
      case 'AdmitSubmission':
        return admitSubmission(command)(state)
      case 'ReturnSubmission':
        return returnSubmission(command)(state)
      case 'JoinAsCoAuthor':
        return joinAsCoAuthor(command)(state)
      case 'WithdrawSubmission':
        return withdrawSubmission(command)(state)
      case 'ProposeMerge':
        return proposeMerge(command, coalition, facts.sources)(state)
      case 'GiveMergeConsent':
        return giveMergeConsent(command, facts.sources)(state)
      case 'RefuseMergeConsent':
        return refuseMergeConsent(command, facts.sources)(state)
      case 'DropMergeProposal':
        return dropMergeProposal(command)(state)
      case 'RateCriterion':
        return rateCriterion(command, coalition)(state)
      case 'DefineIndicator':
        return defineIndicator(command)(state)
      case 'RecordIndicator':
        return recordIndicator(command, coalition)(state)
    }
  }
