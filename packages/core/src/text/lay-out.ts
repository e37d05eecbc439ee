/** Puts a change into effect: the one place where operations become words. Total for every change in normal form. */
import { type BaseText } from './base-text'
import { type Anchor, type Change, type OperationOf, type Replacement } from './change'
import { spacesAround } from './check-operation'
import { pointCount } from './code-points'
import { editedWords } from './edited-words'
import { type Block, type BlockId, type NewBlock, type Text } from './text'

/** A block of the result before new ids are handed out: `id` is absent where it is new. */
export type Piece = { readonly id: BlockId | undefined; readonly block: NewBlock }

/** Where a part of a base block went: the piece it stands in, and the code point at which it begins there. */
export type Landing = { readonly piece: number; readonly at: number }

export type LaidOut = {
  readonly title: string
  readonly pieces: ReadonlyArray<Piece>
  /** Per block of the base that stays: its parts, more than one where it is split. */
  readonly landings: ReadonlyMap<BlockId, ReadonlyArray<Landing>>
}

/** The text that a change makes of its base, before new ids. A whole new text has no landings. */
export const layOut = (base: BaseText, change: Change): LaidOut =>
  change.recast === undefined ? laidOut(base, change) : recastOut(base.text, change.recast)

function laidOut(base: BaseText, change: Change): LaidOut {
  const pieces: Piece[] = []
  const landings = new Map<BlockId, ReadonlyArray<Landing>>()
  const put = (block: Block): void => {
    if (!change.deletes.has(block.id)) landings.set(block.id, land(base, change, block, pieces))
  }
  eachInOrder(base, change, put, blocks => {
    pieces.push(...blocks.map(block => ({ id: undefined, block })))
  })
  return { title: change.retitle?.new ?? base.text.title, pieces, landings }
}

/** Walks the result from start to end: `put` for each block of the base where it now stands, `bring` for new ones. */
function eachInOrder(
  base: BaseText,
  change: Change,
  put: (block: Block) => void,
  bring: (blocks: ReadonlyArray<NewBlock>) => void
): void {
  const toDo: Array<Block | OperationOf<'insert'>> = []
  const behind = (anchor: Anchor): void => {
    for (const placement of [...(change.placed.get(anchor) ?? [])].reverse()) {
      const thing = placement.op === 'insert' ? placement : base.block(placement.block)
      if (thing !== undefined) toDo.push(thing)
    }
  }
  const work = (): void => {
    for (let next = toDo.pop(); next !== undefined; next = toDo.pop()) {
      if ('op' in next) bring(next.blocks)
      else {
        put(next)
        behind(next.id)
      }
    }
  }
  behind('start')
  work()
  for (const block of base.text.blocks) {
    if (change.moves.has(block.id)) continue
    toDo.push(block)
    work()
  }
}

/** Puts the parts of one block after the pieces; the first part of a joined block goes into the last piece. */
function land(base: BaseText, change: Change, block: Block, pieces: Piece[]): ReadonlyArray<Landing> {
  const parts = partsOf(base, change, block)
  const landings: Landing[] = []
  for (const [index, words] of parts.entries()) {
    const last = pieces[pieces.length - 1]
    if (index === 0 && last !== undefined && change.joins.has(block.id)) {
      landings.push({ piece: pieces.length - 1, at: pointCount(last.block.text) + 1 })
      pieces[pieces.length - 1] = {
        id: last.id,
        block: withWords(last.block, `${last.block.text} ${words}`)
      }
    } else {
      landings.push({ piece: pieces.length, at: 0 })
      pieces.push({ id: index === 0 ? block.id : undefined, block: withWords(block, words) })
    }
  }
  return landings
}

/** The words of a block after its replacements, cut where it is split. */
function partsOf(base: BaseText, change: Change, block: Block): ReadonlyArray<string> {
  const edits = change.edits.get(block.id) ?? []
  const splits = change.splits.get(block.id) ?? []
  if (edits.length === 0 && splits.length === 0) return [block.text]
  const points = base.points(block.id)
  const parts: string[] = []
  let from = 0
  for (const split of splits) {
    const gap = spacesAround(points, split.at)
    parts.push(partWords(points, edits, from, gap.from))
    from = gap.to
  }
  return [...parts, partWords(points, edits, from, points.length)]
}

const partWords = (
  points: ReadonlyArray<string>,
  edits: ReadonlyArray<Replacement>,
  from: number,
  to: number
): string =>
  editedWords(
    points.slice(from, to),
    edits
      .filter(edit => edit.at >= from && edit.at <= to)
      .map(edit => ({ ...edit, at: (edit.at - from) as Replacement['at'] }))
  )

/** A block of the same kind and level with other words. */
const withWords = (block: NewBlock, words: string): NewBlock => {
  const text = words as NewBlock['text']
  return block.kind === 'paragraph'
    ? { kind: block.kind, text }
    : { kind: block.kind, level: block.level, text }
}

/** A whole new text: a block that reads as one of the base keeps its id, each id once, in order. */
function recastOut(base: Text, recast: OperationOf<'recast'>): LaidOut {
  const free = new Map<string, BlockId[]>()
  for (const block of [...base.blocks].reverse()) {
    const ids = free.get(reading(block)) ?? []
    ids.push(block.id)
    free.set(reading(block), ids)
  }
  const pieces = recast.blocks.map(block => ({ id: free.get(reading(block))?.pop(), block }))
  return { title: recast.title, pieces, landings: new Map() }
}

const reading = (block: NewBlock): string =>
  `${block.kind} ${block.kind === 'paragraph' ? '' : String(block.level)} ${block.text}`
