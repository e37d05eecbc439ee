/** The rows of what waits (domain.md §6, today). */

/** What there is to do. */
export type WaitingFor =
  | 'charterToConfirm'
  | 'erasureToFinish'
  | 'minutesToDraft'
  | 'minutesToCirculate'
  | 'correctionToSettle'
  | 'minutesToApprove'
  | 'minutesToSeal'
  | 'contestedDecision'
  | 'contestedAct'
  | 'submissionToAdmit'
  | 'submissionToTakeUp'
  | 'consentToGive'
  | 'mergeToCarryOut'
  | 'mergeToDrop'
  | 'collisionToSettle'
  | 'wordingToGive'
  | 'amendmentToDecide'
  | 'standToReaffirm'
  | 'objectionToRaiseAgainOrLift'
  | 'translationToRenew'
  | 'platformToAdopt'
  | 'answerDue'
  | 'commitmentDue'

export interface Waiting {
  readonly what: WaitingFor
  /** What it is about. */
  readonly ref: string
  /** Who has to act: `meeting`, `secretary`, `chair`, `authors`, or references of associations and authorities. */
  readonly for: ReadonlyArray<string>
  readonly since?: string
  /** The date from which, or by which. */
  readonly due?: string
  /** Whether that date has passed. */
  readonly overdue?: boolean
  /** Further references: the collision's amendments, the clauses that an authority is silent on. */
  readonly about?: ReadonlyArray<string>
}
