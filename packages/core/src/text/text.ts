/**
 * A text is an ordered list of blocks in one language, plain Unicode NFC, never markup (domain.md §4).
 * Block ids are per submission, come from a counter, are never reused and are the same in every language.
 */
import * as t from 'io-ts'
import { Language } from '../kernel/primitives'
import { hasLineBreak, trimmed } from './code-points'

/** `b1`, `b2`, …: a block's id inside its submission. */
export const BlockId = t.brand(
  t.string,
  (s): s is t.Branded<string, { readonly BlockId: symbol }> => /^b[1-9]\d{0,8}$/.test(s),
  'BlockId'
)
export type BlockId = t.TypeOf<typeof BlockId>

/** The words of a block: trimmed, not empty, without line break. */
const blockWords = t.brand(
  t.string,
  (s): s is t.Branded<string, { readonly BlockWords: symbol }> =>
    s !== '' && s === trimmed(s) && !hasLineBreak(s),
  'BlockWords'
)

/** How deep a heading or an item stands, from 1. */
export const Level = t.brand(
  t.number,
  (n): n is t.Branded<number, { readonly Level: symbol }> => Number.isInteger(n) && n >= 1 && n <= 6,
  'Level'
)

const Heading = t.readonly(t.type({ kind: t.literal('heading'), level: Level, text: blockWords }))
const Paragraph = t.readonly(t.type({ kind: t.literal('paragraph'), text: blockWords }))
const Item = t.readonly(t.type({ kind: t.literal('item'), level: Level, text: blockWords }))

/** A block as people write it, without an id. `text` is trimmed, not empty, without line break. */
export const NewBlock = t.union([Heading, Paragraph, Item])
export type NewBlock = t.TypeOf<typeof NewBlock>

const identified = t.readonly(t.type({ id: BlockId }))

/** A block of a stored text: its id, kind, level (headings and items, 1–6) and words. */
export const Block = t.union([
  t.intersection([identified, Heading]),
  t.intersection([identified, Paragraph]),
  t.intersection([identified, Item])
])
export type Block = t.TypeOf<typeof Block>

/** A whole text in one language, with block ids. */
export const Text = t.readonly(
  t.type({ language: Language, title: t.string, blocks: t.readonlyArray(Block) })
)
export type Text = t.TypeOf<typeof Text>

/** A whole text as people give it: ids are handed out when it is recorded. */
export const NewText = t.readonly(
  t.type({ language: Language, title: t.string, blocks: t.readonlyArray(NewBlock) })
)
export type NewText = t.TypeOf<typeof NewText>
