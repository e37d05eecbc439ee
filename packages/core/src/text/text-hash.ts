/** The hash that stands, decisions and clauses are bound to: the words people read and nothing else (domain.md §4). */
import { canonicalBytes } from '../kernel/canonical'
import { sha256 } from '../kernel/hash'
import { type Hash } from '../kernel/primitives'
import { type NewText } from './text'

/**
 * SHA-256 of the JCS bytes of `{"blocks":[{kind,level?,text}…],"format":1,"language":…,"title":…}`: what stands,
 * decisions and clauses are bound to (domain.md §4, docs/spec/envelope.md). Block ids are not hashed.
 */
export const textHash = (text: NewText): Hash =>
  sha256(
    canonicalBytes({
      blocks: text.blocks.map(block =>
        block.kind === 'paragraph'
          ? { kind: block.kind, text: block.text }
          : { kind: block.kind, level: block.level, text: block.text }
      ),
      format: 1,
      language: text.language,
      title: text.title
    })
  )
