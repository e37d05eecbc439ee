/** The difference that somebody who stood on an earlier text must look at (rule 10). */
import { type States } from '../path/states'
import { revisionOf } from '../submission/queries'
import { type Revision, type SubmissionState } from '../submission/state'
import { type BlockChange, type TextChange, wordDiff } from '../text/text-diff'
import { type Block, type BlockId, type Text } from '../text/text'
import { plainWords } from '../text/words'
import { byRef } from '../text/collision'
import { homesIn, type Taken } from './taken-on'

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
 * From the texts that inherited stands were taken on to the current one, each once: blocks that were taken over are
 * compared with what was made of them.
 */
export const changesOfSources = (
  submission: SubmissionState,
  taken: ReadonlyArray<Pick<Taken, 'submission' | 'revision'>>,
  current: Revision | undefined,
  states: States
): ReadonlyArray<ChangeSince> => {
  const texts = new Map(taken.map(one => [`${one.submission}@${one.revision}`, one]))
  return [...texts.values()].sort(bySource).flatMap(({ submission: ref, revision }) => {
    const source = states.submissions[ref]?.submission
    const before = source === undefined ? undefined : revisionOf(source, revision)
    if (before === undefined || current === undefined) return []
    const named = renamed(before.text, ref, homesIn(submission, states))
    return [{ source: ref, ...changeBetween({ ...before, text: named }, current) }]
  })
}

const bySource = (
  a: Pick<Taken, 'submission' | 'revision'>,
  b: Pick<Taken, 'submission' | 'revision'>
): number => byRef({ ref: a.submission }, { ref: b.submission }) || a.revision - b.revision

/** The source's text with the ids that its blocks have here; those that were not taken over get ids of their own. */
const renamed = (text: Text, source: string, homes: ReturnType<typeof homesIn>): Text => {
  const taken = new Set<BlockId>()
  const nameOf = ({ id }: Block): BlockId => {
    const named = homes.get(`${source}#${id}`)?.[0]
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
