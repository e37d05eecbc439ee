/**
 * Stands that live on although the text is no longer the one that they were given on: what came between was
 * called editorial or clarifying (domain.md §4), by whom, and in which text. They count; that they were kept is not hidden.
 */
import { type Stand } from '../endorsement/stands'
import { type Actor } from '../kernel/envelope'
import { type Instant } from '../kernel/primitives'
import { revisionOf, revisionsOf } from '../submission/queries'
import { type Revision, type SubmissionState } from '../submission/state'
import { lineTo } from './line-to'

/** A text that came after a stand was given. */
export interface LaterText {
  readonly revision: number
  readonly materiality: Revision['materiality']
  readonly because: Revision['because']['kind']
  readonly at: Instant
  readonly actor: Actor
}

/** What came since a live stand was given; none where it is on just these words, or on blocks that read as they did. */
export const keptThrough = (
  submission: SubmissionState,
  { status, revision, textHash, blocks }: Stand,
  current: Revision | undefined
): ReadonlyArray<LaterText> => {
  if (status !== 'live' || revision === undefined || current === undefined) return []
  if (current.textHash === textHash) return []
  const then = revisionOf(submission, revision)
  if (blocks.length > 0 && blocks.every(id => wordsOf(then, id) === wordsOf(current, id))) return []
  return lineTo(revisionsOf(submission).slice(0, current.revision))
    .filter(one => one.revision > revision)
    .map(laterText)
}

const wordsOf = (one: Revision | undefined, block: string): string | undefined =>
  one?.text.blocks.find(({ id }) => id === block)?.text

const laterText = ({ revision, materiality, because, at, actor }: Revision): LaterText => ({
  revision,
  materiality,
  because: because.kind,
  at,
  actor
})
