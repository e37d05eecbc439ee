/** The vectors of docs/spec/vectors/refused-input.jsonl: what is refused before a command is made of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act } from '@ardiya/core/intake/act'
import { ProcessSlug } from '@ardiya/core/kernel/primitives'
import * as E from 'fp-ts/lib/Either'
import * as t from 'io-ts'
import { machine } from '../container'
import { inMemoryStores } from '../store/opened'
import { readJson } from './strict-json'

const Vector = t.type({ name: t.string, line: t.string, field: t.string, expected: t.string })

const all = readFileSync(join(__dirname, '../../../../docs/spec/vectors/refused-input.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): unknown => JSON.parse(line))
const vectors = all.filter(Vector.is)

const process = 'water'

/** What is wrong with a line: its field and what was expected there. */
const problemsOf = async (line: string): Promise<ReadonlyArray<string>> => {
  const read = await readJson(Buffer.from(line))()
  if (E.isLeft(read)) return [`${'field' in read.left ? read.left.field : ''} ${read.left.tag}`]
  if (!ProcessSlug.is(process)) return []
  const stores = inMemoryStores()
  const done = await act({ ...stores, ...machine('own') })(process, read.right)()
  return E.isLeft(done) && done.left.tag === 'BadInput'
    ? done.left.problems.map(({ field, expected }) => `${field} ${expected}`)
    : []
}

describe('input that is refused', () => {
  it('has all its vectors', () => {
    expect(vectors).toHaveLength(all.length)
  })

  it.each(vectors)('is refused for this and nothing else: $name', async ({ line, field, expected }) => {
    expect(await problemsOf(line)).toEqual([`${field} ${expected}`])
  })
})
