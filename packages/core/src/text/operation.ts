/**
 * The eight operations of an amendment (domain.md §4). All refer to the base revision, none to another's result;
 * positions count code points; each quotes what it replaces (rule 7). Stored for ever.
 */
import * as t from 'io-ts'
import { Count, Hash } from '../kernel/primitives'
import { BlockId, NewBlock } from './text'

/** Words of one block: at code point `at`, `old` becomes `new`. An insertion has `old` empty, a deletion `new` empty. */
export const Replace = t.readonly(
  t.type({ op: t.literal('replace'), block: BlockId, at: Count, old: t.string, new: t.string })
)
/** New blocks after a block, or at the start. */
export const Insert = t.readonly(
  t.type({
    op: t.literal('insert'),
    after: t.union([BlockId, t.literal('start')]),
    blocks: t.readonlyArray(NewBlock)
  })
)
/** A whole block goes; `old` is all its words. */
export const Delete = t.readonly(t.type({ op: t.literal('delete'), block: BlockId, old: t.string }))
/** A block goes to another place; `old` is all its words. */
export const Move = t.readonly(
  t.type({
    op: t.literal('move'),
    block: BlockId,
    after: t.union([BlockId, t.literal('start')]),
    old: t.string
  })
)
/** A block becomes two at code point `at`; the first part keeps the id. `old` is all its words. */
export const Split = t.readonly(t.type({ op: t.literal('split'), block: BlockId, at: Count, old: t.string }))
/** Two neighbours become one; the first id stays. `old` is the words of both. */
export const Join = t.readonly(
  t.type({ op: t.literal('join'), first: BlockId, second: BlockId, old: t.readonlyArray(t.string) })
)
/** A whole other text. `old` is the textHash of the base. */
export const Recast = t.readonly(
  t.type({ op: t.literal('recast'), old: Hash, title: t.string, blocks: t.readonlyArray(NewBlock) })
)
/** Another title; `old` is the whole title of the base. */
export const Retitle = t.readonly(t.type({ op: t.literal('retitle'), old: t.string, new: t.string }))

export const Operation = t.union([Replace, Insert, Delete, Move, Split, Join, Recast, Retitle])
export type Operation = t.TypeOf<typeof Operation>
