/** Refusals that several slices give. */
import { type submissionRejections } from '@ardiya/core/submission/rejections'
import { listed, type RefusalWords, said } from './words'

type Shared =
  | 'NotAnAuthor'
  | 'NotAnAssociation'
  | 'SubmissionClosed'
  | 'TextHasMoved'
  | 'LaterRevisionRecorded'
  | 'QuotationDiffers'

export const sharedWords: RefusalWords<Pick<typeof submissionRejections, Shared>> = {
  NotAnAuthor: ({ details }) =>
    said(
      `this is for the authors: ${listed(details.authors)}`,
      'Let an author act, or put the question to a meeting.'
    ),
  TextHasMoved: ({ details }) =>
    said(
      `the text has changed: it is at revision ${details.revision}, ${details.textHash}`,
      'Read the present text, and act on that revision and hash.'
    ),
  LaterRevisionRecorded: ({ details }) =>
    said(
      `revision ${details.revision}, of ${details.since}, was recorded already`,
      'An act on a text cannot be dated before its last revision: date it later, or act on the present text.'
    ),
  QuotationDiffers: ({ details }) =>
    said(
      `operation ${details.operation} quotes "${details.quoted}" in ${details.place}, where the text says "${details.found}"`,
      'Quote the words of the revision that the amendment names, or give the whole new wording as "text".'
    ),
  NotAnAssociation: () =>
    said('this is an act of an association, not of an office', 'Act as {"as": "association", …}.'),
  SubmissionClosed: ({ details }) =>
    said(
      `it takes no more acts of this sort: ${details.fate}${details.into.length === 0 ? '' : ` (${listed(details.into)})`}`,
      details.into.length === 0
        ? 'A meeting can take the question up again.'
        : `Act on ${listed(details.into)}.`
    )
}
