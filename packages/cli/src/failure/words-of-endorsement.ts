import { type endorsementRejections } from '@ardiya/core/endorsement/rejections'
import { type RefusalWords, said } from './words'
import { kernelWords } from './words-of-kernel'
import { meetingWords } from './words-of-meeting'
import { submissionWords } from './words-of-submission'

const { NotAnAssociation, SubmissionClosed, TextHasMoved, EntryNotRetractable } = submissionWords

export const endorsementWords: RefusalWords<typeof endorsementRejections> = {
  ...kernelWords,
  NotAnAssociation,
  SubmissionClosed,
  TextHasMoved,
  EntryNotRetractable,
  EntryIsNamed: meetingWords.EntryIsNamed,
  SupportNotReached: ({ details }) =>
    said(
      `supported by ${details.supporters}, ${details.needed} needed by the charter`,
      'Gather more endorsements, or ask for inherited ones to be reaffirmed.'
    ),
  NothingToReaffirm: ({ details }) =>
    said(
      `there is no stale or inherited support to say again: ${details.stand}`,
      'Endorse the present text (Endorse).'
    ),
  NoSupportToWithdraw: ({ details }) =>
    said(
      `there is no support to withdraw: ${details.stand}`,
      'See "ardiya show stands" for who supports what.'
    ),
  NoObjectionToLift: ({ details }) =>
    said(
      `there is no objection to lift: ${details.stand}`,
      'See "ardiya show stands" for who objects to what.'
    )
}
