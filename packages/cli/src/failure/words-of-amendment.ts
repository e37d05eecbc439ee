import { type amendmentRejections } from '@ardiya/core/amendment/rejections'
import { sharedWords } from './shared-words'
import { kernelWords } from './words-of-kernel'
import { textProblem } from './words-of-text'
import { given, listed, type RefusalWords, said } from './words'

const {
  NotAnAssociation,
  NotAnAuthor,
  SubmissionClosed,
  TextHasMoved,
  LaterRevisionRecorded,
  QuotationDiffers
} = sharedWords

export const amendmentWords: RefusalWords<typeof amendmentRejections> = {
  ...kernelWords,
  NotAnAssociation,
  NotAnAuthor,
  SubmissionClosed,
  TextHasMoved,
  LaterRevisionRecorded,
  AmendmentQuotationDiffers: QuotationDiffers,
  AmendmentDoesNotFit: ({ details }) => textProblem(details.problem, details.about),
  AmendmentChangesNothing: () =>
    said('the text would read as it does now', 'Give another wording, or leave the amendment out.'),
  AmendmentNotOpen: ({ value, details }) =>
    said(`the amendment ${given(value)} is no longer open: ${details.status}`, 'Propose a new one.'),
  NotTheProposer: ({ details }) =>
    said(`it was proposed by ${details.proposer}`, `Only ${details.proposer} may take it back.`),
  AmendmentAwaitsWording: ({ details }) =>
    said(
      `it amends the ${details.language} translation and has no wording in the original yet`,
      "An author or the chair gives the original's wording first (WordAmendment)."
    ),
  AmendmentIsWorded: () =>
    said('it has its wording in the original already', 'Propose another amendment for other words.'),
  CollisionOpen: ({ details }) =>
    said(
      `not settled yet: ${listed(details.collisions)}`,
      'Resolve the collision first, by its authors (ResolveCollision) or by a meeting: one side, both, or a third text.'
    ),
  CollisionNotOpen: ({ value, details }) =>
    said(`the collision ${given(value)} is not open: ${details.status}`, 'There is nothing to settle.'),
  CollisionNotResolved: ({ value, details }) =>
    said(`the collision ${given(value)} is not resolved: ${details.status}`, 'Resolve it first.'),
  ResolutionInForce: ({ details }) =>
    said(
      `the text rests on this resolution: ${listed(details.adopted)} was adopted with it`,
      'Propose a new amendment to change the words.'
    ),
  SettledByMeeting: ({ value, details }) =>
    said(
      `the collision ${given(value)} was settled by a meeting (${details.decision})`,
      'A meeting annuls that decision, and settles it anew.'
    ),
  MaterialityLowered: ({ value, details }) =>
    said(
      `it was proposed as ${details.proposed}, not ${given(value)}`,
      'Accept it as it was proposed; only a meeting takes it for lighter, with its reason.'
    ),
  LaterTextRestsOnIt: ({ details }) =>
    said(
      `later words rest on revision ${details.revision}: the text is at ${details.current} by now`,
      'Propose an amendment that takes the words back.'
    ),
  ResolutionDoesNotFit: ({ details }) => textProblem(details.problem, details.about)
}
