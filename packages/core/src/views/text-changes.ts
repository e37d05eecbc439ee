/** The difference that somebody who stood on an earlier text must look at (rule 10). */
import { type States } from '../path/states'
import { type RevisionRef } from '../submission/events'
import { revisionOf } from '../submission/queries'
import { type Revision, type SubmissionState } from '../submission/state'
import { type BlockChange, type TextChange, wordDiff } from '../text/text-diff'
import { type Block, type BlockId, type Text } from '../text/text'
import { plainWords } from '../text/words'

/** What changed between two texts: the title where it changed, and the blocks that are not the same. */
export interface ChangeSince {
  /** The source that the earlier text is of, where it is of another submission. */
  readonly source?: string
  readonly from: number
  readonly to: number
  readonly title?: TextChange['title']
  readonly blocks: ReadonlyArray<BlockChange>
}

/** From each of some revisions to the current one, each once; cut by the plain words, the same on every machine. */
export const changesSince = (
  submission: SubmissionState,
  revisions: ReadonlyArray<number>,
  current: Revision | undefined
): ReadonlyArray<ChangeSince> =>
  [...new Set(revisions)]
    .sort((a, b) => a - b)
    .flatMap(number => {
      const before = revisionOf(submission, number)
      return before === undefined || current === undefined ? [] : [changeBetween(before, current)]
    })

/**
 * From the texts of the sources that an inherited stand was taken on to the current one: blocks that were taken over
 * are compared with what was made of them.
 */
export const changesOfSources = (
  submission: SubmissionState,
  sources: ReadonlyArray<string>,
  current: Revision | undefined,
  { submissions }: States
): ReadonlyArray<ChangeSince> =>
  sourcesOf(submission).flatMap(({ ref, revision }) => {
    const source = submissions[ref]?.submission
    const before = source === undefined ? undefined : revisionOf(source, revision)
    if (before === undefined || current === undefined || !sources.includes(ref)) return []
    const change = changeBetween({ ...before, text: renamed(before.text, ref, submission) }, current)
    return [{ source: ref, ...change }]
  })

const sourcesOf = ({ merged, splitFrom }: SubmissionState): ReadonlyArray<RevisionRef> =>
  merged?.sources ?? (splitFrom === undefined ? [] : [splitFrom.source])

/** The source's text with the ids that its blocks have here; those that were not taken over get ids of their own. */
const renamed = (text: Text, source: string, { merged, splitFrom }: SubmissionState): Text => {
  const here = new Map<string, BlockId>()
  for (const { block, from } of (merged ?? splitFrom)?.blocks ?? [])
    for (const one of from) if (!here.has(one)) here.set(one, block)
  const taken = new Set<BlockId>()
  const nameOf = ({ id }: Block): BlockId => {
    const named = here.get(`${source}#${id}`)
    if (named === undefined || taken.has(named)) return `${id}-${source}` as BlockId
    taken.add(named)
    return named
  }
  return { ...text, blocks: text.blocks.map(block => ({ ...block, id: nameOf(block) })) }
}

const changeBetween = (before: Revision, current: Revision): ChangeSince => {
  const { title, blocks } = wordDiff(before.text, current.text, plainWords)
  return {
    from: before.revision,
    to: current.revision,
    ...(title.some(({ tag }) => tag !== 'same') ? { title } : {}),
    blocks: blocks.filter(({ tag }) => tag !== 'same')
  }
}
