import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as t from 'io-ts'
import { canonicalBytes, canonicalText, fromUtf8, utf8 } from './canonical'
import { Envelope } from './envelope'
import { sha256 } from './hash'
import { type Json } from './primitives'

const Vector = t.type({ name: t.string, json: t.string, canonical: t.string, sha256: t.string })

const linesOf = (file: string): ReadonlyArray<string> =>
  readFileSync(join(__dirname, '../../../../docs/spec/vectors', file), 'utf8')
    .trimEnd()
    .split('\n')

const vectors = linesOf('canonical.jsonl')
  .map((line): unknown => JSON.parse(line))
  .filter(Vector.is)

/** The vectors were made with other code than ours, or stand in RFC 8785. */
describe('canonical bytes', () => {
  it('have all their vectors', () => {
    expect(vectors).toHaveLength(linesOf('canonical.jsonl').length)
  })

  it.each(vectors)('are those of the vector: $name', ({ json, canonical, sha256: hash }) => {
    const value = JSON.parse(json) as Json
    expect(canonicalText(value)).toBe(canonical)
    expect(sha256(canonicalBytes(value))).toBe(hash)
  })

  it.each(vectors)('do not change when they are made again: $name', ({ canonical }) => {
    expect(canonicalText(JSON.parse(canonical) as Json)).toBe(canonical)
  })

  it('come back from UTF-8 as they went, a byte order mark too', () => {
    expect(fromUtf8(utf8('\ufeffأرضية 😀'))).toBe('\ufeffأرضية 😀')
  })
})

describe('the envelopes of docs/spec/envelope.md', () => {
  const page = readFileSync(join(__dirname, '../../../../docs/spec/envelope.md'), 'utf8')
  const lines = linesOf('envelope.jsonl').map((line, index) => ({ line, index }))

  it.each(lines)('are envelopes in canonical form, and shown on the page: $index', ({ line }) => {
    const value: unknown = JSON.parse(line)
    expect(Envelope.is(value)).toBe(true)
    expect(canonicalText(value as Json)).toBe(line)
    expect(page).toContain(`\n${line}\n`)
  })
})
