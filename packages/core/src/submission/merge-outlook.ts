/** Whether a merge that is proposed can still be carried out, by whom, and what stands in its way. */
import { type AssociationRef } from '../kernel/envelope'
import { type CharterTerms } from '../process/charter'
import { type Stage } from '../process/ids'
import { fateOf, isAccepted, isClosed, type SubmissionFate, type WayBack, wayBackOf } from './fate'
import { type SubmissionRef } from './ids'
import { type Consents } from './merge-consents'
import { type Sources } from './merge-proposal'
import { type MergeProposal } from './state'

export type Obstacle =
  /** The source takes no more acts: `wayBack` is what a meeting can decide to undo that. */
  | {
      readonly what: 'sourceClosed'
      readonly submission: SubmissionRef
      readonly fate: SubmissionFate['fate']
      readonly into?: ReadonlyArray<SubmissionRef>
      readonly wayBack?: WayBack
    }
  | { readonly what: 'sourceAccepted'; readonly submission: SubmissionRef; readonly decision: string }
  | { readonly what: 'refused'; readonly by: ReadonlyArray<AssociationRef> }
  | { readonly what: 'textsClosed'; readonly stage: Stage }

/** `authors`: by consent, or by a meeting. */
export interface MergeOutlook {
  readonly carriedOutBy: 'authors' | 'meeting' | 'nobody'
  readonly obstacles: ReadonlyArray<Obstacle>
}

/** As the act would be judged in this stage and under these terms. */
export const mergeOutlook = (
  { sources: named }: MergeProposal,
  sources: Sources,
  { refused }: Consents,
  stage: Stage,
  { mergeConsent }: Pick<CharterTerms, 'mergeConsent'>
): MergeOutlook => {
  const obstacles: ReadonlyArray<Obstacle> = [
    ...(stage === 'gathering' || stage === 'refining' ? [] : [{ what: 'textsClosed' as const, stage }]),
    ...named.flatMap(({ ref }) => ofSource(ref, sources)),
    ...(refused.length === 0 ? [] : [{ what: 'refused' as const, by: refused }])
  ]
  const forMeeting = ({ what }: Obstacle): boolean =>
    what === 'sourceAccepted' || (what === 'refused' && mergeConsent.rule === 'meeting')
  if (obstacles.length === 0) return { carriedOutBy: 'authors', obstacles }
  return { carriedOutBy: obstacles.every(forMeeting) ? 'meeting' : 'nobody', obstacles }
}

const ofSource = (submission: SubmissionRef, sources: Sources): ReadonlyArray<Obstacle> => {
  const state = sources[submission]
  if (state === undefined) return []
  const { fate, into, decision } = fateOf(state)
  if (isAccepted(state)) return [{ what: 'sourceAccepted', submission, decision: decision ?? '' }]
  if (!isClosed(state)) return []
  const wayBack = wayBackOf(state)
  return [
    {
      what: 'sourceClosed',
      submission,
      fate,
      ...(into === undefined ? {} : { into }),
      ...(wayBack === undefined ? {} : { wayBack })
    }
  ]
}
