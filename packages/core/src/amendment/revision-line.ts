/** The revisions of the original, oldest first: what amendments are bound to and brought forward over. */
import { revisionsOf } from '../submission/queries'
import { type Revision, type SubmissionState } from '../submission/state'

export { type Revision }

/** All revisions of the original, oldest first: a revision's index is its number less one. */
export type RevisionLine = ReadonlyArray<Revision>

export const lineOf = (submission: SubmissionState): RevisionLine => revisionsOf(submission)

export const revisionOf = (line: RevisionLine, revision: number): Revision | undefined => line[revision - 1]

/** How a text stands on one side of a collision: `P1@3`. */
export const textSide = (submission: string, revision: number): string => `${submission}@${revision}`

export const isTextSide = (ref: string): boolean => ref.includes('@')
