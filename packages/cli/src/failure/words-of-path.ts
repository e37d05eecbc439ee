import { type pathRejections } from '@ardiya/core/path/rejections'
import { standing } from './shared-words'
import { either, given, type RefusalWords, said } from './words'

const mandates = {
  unknown: ['is not known', 'Grant it first (GrantMandate), or name the right one.'],
  ofAnother: ['is for another association or office', 'Act in the name that the mandate was granted for.'],
  notYet: ['is not yet in force', 'Date the act within the mandate, or grant one that begins earlier.'],
  ended: ['has ended', 'Grant a new mandate, or let somebody act whose mandate is in force.'],
  revoked: ['was revoked', 'Grant a new mandate, or let somebody act whose mandate is in force.'],
  notOfTheMeeting: [
    'is not that of the chair or rapporteur of this meeting',
    'The chair and the rapporteur are named when the sitting opens; hand over the chair first.'
  ]
} as const

export const pathWords: RefusalWords<typeof pathRejections> = {
  MandateNotValid: ({ value, details }) => {
    const [what, remedy] = mandates[details.because]
    return said(`the mandate ${given(value)} ${what} on ${details.date}`, remedy)
  },
  NotForThisActor: ({ details }) =>
    said(`this act is for the ${either(details.by)}`, 'Name the right actor, or leave the act to them.'),
  AssociationMayNotAct: ({ value, details }) =>
    said(
      `${given(value)} ${standing(details.standing)}, and does not act`,
      details.standing === 'left'
        ? 'Its past acts stand. It comes back as a new association, with a new number.'
        : 'Its past acts stand. A meeting can reinstate it.'
    ),
  NotInThisStage: ({ details }) =>
    said(
      `the process was in the stage ${details.stage} then; this act belongs to ${either(details.allowed)}`,
      'Enter the stage first (EnterStage), or check the date of the act.'
    ),
  EvidenceMissing: ({ details }) =>
    said(
      `this act is typed on behalf of ${details.actor}, and says no evidence`,
      'Add "evidence": {"kind": "inTheRoom" | "paper" | "mail" | "call", …}.'
    ),
  MayNotRecordForOthers: ({ value, details }) =>
    said(
      `the mandate ${given(value)} (${details.role}) may not record acts of others`,
      'Let the actor, its own association, the secretary, the chair or the rapporteur record it.'
    ),
  AfterItWasRecorded: ({ value, details }) =>
    said(
      `the act is dated ${given(value)}, later than its recording at ${details.recordedAt}`,
      'Correct "at": nothing is recorded before it happens.'
    ),
  ClosedByFrozenPlatform: ({ details }) =>
    said(
      `the platform ${details.platform} was frozen at ${details.frozenAt}, and closed this submission`,
      'Before its adoption a meeting can unfreeze the platform in the stage of adoption, or set it aside; what happens after the vote changes it no more.'
    ),
  AdoptionVoteTaken: ({ details }) =>
    said(
      `the platform ${details.platform} was adopted at ${details.adoptedAt}; support can no longer be withdrawn`,
      'After the adoption an association can dissociate itself (DissociateFromPlatform).'
    ),
  MotionDoesNotFit: ({ value, details }) =>
    said(
      `the motion ${given(value)} does not go with ${details.subject}`,
      `Of ${details.subject} a meeting can decide: ${either(details.motions)}.`
    ),
  DecisionNeeds: ({ field, details }) =>
    said(
      `the motion ${details.motion} on ${/^[aeiou]/.test(details.subject) ? 'an' : 'a'} ${details.subject} needs ${field}`,
      `Add ${field}.`
    ),
  FrozenPlatformRestsOnIt: ({ details }) =>
    said(
      `the frozen platform ${details.platform} rests on this decision`,
      'Unfreeze the platform at a meeting first.'
    ),
  NotTakenBackByAnnulment: ({ details }) =>
    said(
      `what followed from it (${details.subject}, ${details.motion}) is not taken back by an annulment`,
      'Mend it by a new decision of a meeting.'
    ),
  ClericalErrorNeedsBoth: ({ details }) =>
    said(
      `a clerical error is annulled by chair and rapporteur (${details.rapporteur}) together, with evidence`,
      'Name both, and add the evidence; else let a meeting annul it.'
    )
}
