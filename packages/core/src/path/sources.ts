import { type SubmissionState } from '../submission/state'
import { type States } from './states'

/** The submissions' own states by reference, as merges and splits read them. */
export const sourcesIn = ({
  submissions
}: Pick<States, 'submissions'>): { readonly [ref: string]: SubmissionState | undefined } =>
  Object.fromEntries(Object.entries(submissions).map(([ref, stream]) => [ref, stream?.submission]))
