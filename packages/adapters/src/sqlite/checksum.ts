/**
 * A checksum of each row (CRC-32, IEEE), so that a flipped bit on the disk is reported and never read as something
 * else. It is against decay, not against forgery: that is the ledger's work. Stored for ever (docs/spec/sqlite.md).
 */
import * as zlib from 'node:zlib'

const table = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

/** CRC-32 in plain code, for a Node before 20.15. */
export const crc32ByHand = (data: string | Uint8Array, before = 0): number => {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data
  let crc = ~before
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  return ~crc >>> 0
}

const native = (zlib as { readonly crc32?: typeof crc32ByHand }).crc32

/** CRC-32 of text in UTF-8 or of bytes, going on from `before`. */
export const crc32: typeof crc32ByHand = native ?? crc32ByHand

/** The checksum of a row's fields in their order, each followed by a line feed. */
export const sumOf = (fields: ReadonlyArray<string | number | bigint>, before = 0): number =>
  crc32(`${fields.join('\n')}\n`, before)
