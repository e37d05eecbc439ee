/**
 * Who brought which words: for every run of words of the last revision, the revision that brought it. Words keep their
 * origin when their block moves, is split or joined. Cut by the plain words, so every machine gives the same answer.
 */
import { isSpace } from './code-points'
import { type Borders, bordersOf, following } from './borders'
import { gathered } from './gathered-words'
import { comeBack, type GoneBlocks, noneGone, withGone } from './gone-blocks'
import { type Block, type BlockId, type Text } from './text'
import { BORDER, type Line, type Origin, retraced, type Traced, tracedTo } from './traced-line'
import { plainWords } from './words'

/** Words and where they come from; `source` is what the caller knows of that revision. */
export type WordsFrom<S> = { readonly words: string; readonly revision: number; readonly source: S }

/**
 * A recorded revision. `source` says who and what brought it. `carried`: for blocks taken over from elsewhere (a merge
 * of submissions), by id, their words in each source with the origin they had there.
 */
export type SourcedRevision<S> = {
  readonly revision: number
  readonly text: Text
  readonly source: S
  readonly carried?: Readonly<Record<string, ReadonlyArray<ReadonlyArray<WordsFrom<S>>>>>
}

export type BlockProvenance<S> = { readonly id: BlockId; readonly runs: ReadonlyArray<WordsFrom<S>> }

export type Provenance<S> = {
  readonly title: ReadonlyArray<WordsFrom<S>>
  readonly blocks: ReadonlyArray<BlockProvenance<S>>
}

/** The origin of every word of the last revision; the words of the runs of a block are the block's, none left out. */
export const provenance = <S>(revisions: ReadonlyArray<SourcedRevision<S>>): Provenance<S> => {
  const { title, lines, blocks } = revisions.reduce<TracedText<S>>(next, nothing())
  return {
    title: runsOf(title),
    blocks: blocks.map(block => ({ id: block.id, runs: runsOf(lines.get(block.id) ?? []) }))
  }
}

/** By revision that brought words: the one by which none of them was left; absent where one stands in the last. */
export const wordsGone = <S>(revisions: ReadonlyArray<SourcedRevision<S>>): ReadonlyMap<number, number> => {
  const gone = new Map<number, number>()
  let text: TracedText<S> = nothing()
  let before: ReadonlySet<number> = new Set()
  for (const revision of revisions) {
    text = next(text, revision)
    const standing = broughtBy(text)
    for (const one of standing) gone.delete(one)
    for (const one of before) if (!standing.has(one)) gone.set(one, revision.revision)
    before = standing
  }
  return gone
}

/** A text with the origins of its words. */
type TracedText<S> = {
  readonly title: Line<S>
  readonly lines: ReadonlyMap<BlockId, Line<S>>
  readonly blocks: ReadonlyArray<Block>
  /** The blocks that went with an earlier text: one that comes back has its words from whoever brought them first. */
  readonly gone: GoneBlocks<Line<S>>
}

const nothing = <S>(): TracedText<S> => ({ title: [], lines: new Map(), blocks: [], gone: noneGone() })

const next = <S>(
  { title, lines, blocks, gone }: TracedText<S>,
  revision: SourcedRevision<S>
): TracedText<S> => {
  const borders = bordersOf(blocks, revision.text.blocks, plainWords)
  const now = linesOf(borders, lines, gone, revision)
  for (const block of leftOut(borders)) withGone(gone, block.text, lines.get(block.id) ?? [])
  return {
    title: retraced(title, revision.text.title, originOf(revision)),
    lines: now,
    blocks: revision.text.blocks,
    gone
  }
}

const leftOut = ({ before, matching, joined }: Borders): ReadonlyArray<Block> => {
  const kept = new Set(matching.from)
  return before.filter((_, index) => !kept.has(index) && !joined.has(index))
}

/** The revisions of which a word stands; signs and spaces are none. */
const broughtBy = <S>({ title, lines }: TracedText<S>): ReadonlySet<number> =>
  new Set(
    [title, ...lines.values()].flatMap(line =>
      line.flatMap(({ token, from }) => (isWord.test(token) ? [from.revision] : []))
    )
  )

const isWord = /[\p{L}\p{N}]/u

const originOf = <S>({ revision, source }: SourcedRevision<S>): Origin<S> => ({ revision, source })

function linesOf<S>(
  borders: Borders,
  lines: ReadonlyMap<BlockId, Line<S>>,
  gone: GoneBlocks<Line<S>>,
  revision: SourcedRevision<S>
): ReadonlyMap<BlockId, Line<S>> {
  const from = originOf(revision)
  const next = new Map<BlockId, Line<S>>()
  for (const [index, block] of borders.after.entries()) {
    if (borders.parts.has(index)) continue
    const was = borders.matching.from[index]
    const then = was === undefined ? [] : following(borders.before, was, borders.joined)
    const now = following(borders.after, index, borders.parts)
    const [only] = then
    const known =
      then.length === 1 && now.length === 1 && only?.text === block.text ? lines.get(only.id) : undefined
    if (known !== undefined) next.set(block.id, known)
    else if (was === undefined) for (const one of now) next.set(one.id, broughtIn(one, revision, gone))
    else shareOut(retraced(together(then, lines, from), wordsOf(now), from), now, next)
  }
  return next
}

const wordsOf = (blocks: ReadonlyArray<Block>): string => blocks.map(block => block.text).join(BORDER)

/** A new block: carried from elsewhere with its origins, come back, or brought by this revision. */
function broughtIn<S>(block: Block, revision: SourcedRevision<S>, gone: GoneBlocks<Line<S>>): Line<S> {
  const carried = revision.carried?.[block.id]
  const from = originOf(revision)
  if (carried !== undefined) return gathered(carried.map(lineOfRuns), block.text, from).map(spaceWithItsWord)
  const back = comeBack(gone, block.text)
  return back === undefined ? tracedTo(block.text, from) : retraced(back, block.text, from)
}

const lineOfRuns = <S>(runs: ReadonlyArray<WordsFrom<S>>): Line<S> =>
  runs.flatMap(({ words, revision, source }) => tracedTo(words, { revision, source }))

/** A space that a source happens to have is nobody's words: between words of others it goes with the one that follows. */
const spaceWithItsWord = <S>(one: Traced<S>, index: number, line: Line<S>): Traced<S> => {
  const [before, after] = [line[index - 1], line[index + 1]]
  return !isSpace(one.token[0]) || before?.from === one.from || after === undefined
    ? one
    : { token: one.token, from: after.from }
}

const together = <S>(
  blocks: ReadonlyArray<Block>,
  lines: ReadonlyMap<BlockId, Line<S>>,
  from: Origin<S>
): Line<S> =>
  blocks.flatMap((block, index) => [
    ...(index === 0 ? [] : [{ token: BORDER, from }]),
    ...(lines.get(block.id) ?? [])
  ])

function shareOut<S>(line: Line<S>, blocks: ReadonlyArray<Block>, next: Map<BlockId, Line<S>>): void {
  let start = 0
  for (const block of blocks) {
    const border = line.findIndex((one, index) => index >= start && one.token === BORDER)
    const end = border === -1 ? line.length : border
    next.set(block.id, line.slice(start, end))
    start = end + 1
  }
}

function runsOf<S>(line: Line<S>): ReadonlyArray<WordsFrom<S>> {
  const runs: Array<{ words: string; readonly revision: number; readonly source: S }> = []
  let last: Origin<S> | undefined
  for (const { token, from } of line) {
    const run = runs[runs.length - 1]
    if (run !== undefined && last === from) run.words += token
    else runs.push({ words: token, revision: from.revision, source: from.source })
    last = from
  }
  return runs
}
