import { sha256 as digest } from '@noble/hashes/sha256'
import { bytesToHex } from '@noble/hashes/utils'
import { type Hash } from './primitives'

/**
 * SHA-256 in the stored form, `sha256:` and 64 hexadecimal digits.
 *
 * @example
 * import { canonicalBytes, sha256 } from '@ardiya/core'
 *
 * assert.match(sha256(canonicalBytes({})), /^sha256:44136fa355b3678a/)
 */
export const sha256 = (bytes: Uint8Array): Hash => `sha256:${bytesToHex(digest(bytes))}` as Hash
