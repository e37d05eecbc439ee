/** The operations that turn one text of a submission into another, for derived forms. */
import { changeBetween } from '../text/diff'
import { sameBlocks } from '../text/equal'
import { type Operation } from '../text/operation'
import { type Text } from '../text/text'

/** Whether two texts read the same: title, kinds, levels and words; ids are not compared. */
export const readsTheSame = (a: Text, b: Text): boolean =>
  a.title === b.title && sameBlocks(a.blocks, b.blocks)

/** Operations on `from` that make a text which reads as `to`; none if it does already. */
export const towards = (from: Text, to: Text): ReadonlyArray<Operation> =>
  readsTheSame(from, to) ? [] : to.blocks.length === 0 ? deletingAll(from) : changeBetween(from, to)

/** A text of nothing may not be recorded: whoever adopts these is told so. */
const deletingAll = ({ blocks }: Text): ReadonlyArray<Operation> =>
  blocks.map(block => ({ op: 'delete', block: block.id, old: block.text }))

/** Ids above all that a submission hands out: for texts made only to be compared. */
export const ABOVE_ALL = 900_000_000
