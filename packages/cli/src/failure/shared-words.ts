/** Refusals that several slices give. */
import { type submissionRejections } from '@ardiya/core/submission/rejections'
import { plain } from '../view/say'
import { CommitmentRef } from '@ardiya/core/platform/ids'
import { listed, type RefusalWords, said, type Said } from './words'

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
      `operation ${details.operation + 1} quotes "${details.quoted}" in ${details.place}, where the text says "${details.found}"`,
      'Quote the words of the revision that the amendment names, or give the whole new wording as "text".'
    ),
  NotAnAssociation: () =>
    said('this is an act of an association, not of an office', 'Act as {"as": "association", …}.'),
  SubmissionClosed: ({ details }) =>
    said(
      `it takes no more acts of this sort: ${plain(details.fate)}${details.into.length === 0 ? '' : ` ${listed(details.into)}`}`,
      [whereItGoesOn(details), ...wayBack(details)].join(' ')
    )
}

/** `A3 is suspended`, `A3 has left`. */
export const standing = (word: string): string => (word === 'left' ? 'has left' : `is ${word}`)

/** A commitment is no entry of the closed list; all else that can rest on an entry is. */
export const entryIsNamed = (by: ReadonlyArray<string>): Said =>
  said(
    `later entries rest on it: ${listed(by)}`,
    by.every(ref => CommitmentRef.is(ref))
      ? 'A commitment is not taken back, nor what it rests on: record the right answer beside it (RecordResponse), and how the commitment goes on (RecordProgress).'
      : 'Take those back first.'
  )

type Closed = ReturnType<typeof submissionRejections.SubmissionClosed>['details']

const whereItGoesOn = ({ fate, into }: Closed): string => {
  if (into.length > 0) return `Act on ${listed(into)}.`
  switch (fate) {
    case 'returned':
      return 'Its authors can mend it (ReviseText), or a meeting takes it up.'
    case 'withdrawn':
      return 'What is withdrawn stays so: its authors can submit it again, under a new number.'
    case 'proposed':
      return 'The merge is only proposed: make it first (MergeSubmissions).'
    case 'dropped':
      return 'The merge was dropped: act on its sources, or propose it again.'
    default:
      return 'A meeting can take the question up again.'
  }
}

const wayBack = ({ wayBack: way }: Closed): ReadonlyArray<string> =>
  way === undefined
    ? []
    : [
        `A meeting can undo that: subject ${way.motion === 'undoSplit' ? 'split' : 'merge'} ${way.ref}, motion ${way.motion}.`
      ]
