/** The document that a coalition freezes and adopts, and its hash (rule 13, docs/spec/platform-document.md). */
import { canonicalBytes } from '../kernel/canonical'
import { sha256 } from '../kernel/hash'
import { type Hash } from '../kernel/primitives'
import { type NewBlock } from '../text/text'
import { type PlatformDocument } from './events'

/**
 * SHA-256 of the JCS bytes of the document: what the adoption vote is bound to. The words of findings and clauses are
 * bound by their text hashes; no rendering is hashed.
 */
export const documentHash = (document: PlatformDocument): Hash => sha256(documentBytes(document))

/** The bytes that are hashed. */
export const documentBytes = (document: PlatformDocument): Uint8Array => canonicalBytes(document)

/** Names a preamble by its words, so that two writers do not overwrite each other (rule 16). */
export const preambleHash = (blocks: ReadonlyArray<NewBlock>): Hash => sha256(canonicalBytes(blocks))
