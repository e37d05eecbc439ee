import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as t from 'io-ts'
import { NewText, Text } from './text'
import { textHash } from './text-hash'

const Vector = t.type({ name: t.string, text: NewText, textHash: t.string })

const valuesIn = (file: string): ReadonlyArray<unknown> =>
  readFileSync(join(__dirname, '../../../../docs/spec/vectors', file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

const all = valuesIn('text-hash.jsonl')
const vectors = all.filter(Vector.is)

/** The vectors were made with other code than ours. */
describe('the hash of a text', () => {
  it('has all its vectors', () => {
    expect(vectors).toHaveLength(all.length)
  })

  it.each(vectors)('is that of the vector: $name', ({ text, textHash: hash }) => {
    expect(textHash(text)).toBe(hash)
  })

  it('leaves block ids out: it is of the words that people read', () => {
    const [vector] = vectors
    const blocks = vector?.text.blocks.map((block, index) => ({ ...block, id: `b${index + 7}` }))
    const numbered: unknown = { ...vector?.text, blocks }
    expect(Text.is(numbered) && textHash(numbered)).toBe(vector?.textHash)
  })

  it('is the one that a recorded text bears', () => {
    const Revised = t.type({
      type: t.literal('TextRevised'),
      data: t.intersection([Text, t.type({ textHash: t.string })])
    })
    const recorded = valuesIn('envelope.jsonl').filter(Revised.is)
    expect(recorded.map(({ data }) => textHash(data))).toEqual(recorded.map(({ data }) => data.textHash))
    expect(recorded).not.toEqual([])
  })
})
