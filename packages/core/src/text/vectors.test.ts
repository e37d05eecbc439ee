import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import * as t from 'io-ts'
import { canonicalText } from '../kernel/canonical'
import { applyOperations } from './apply'
import { Amendment, Collision, collisionHash } from './collision'
import { changeBetween, operationsBetween } from './diff'
import { mergeAmendments } from './merge'
import { Operation } from './operation'
import { Resolution } from './resolution'
import { showAsHtml } from './show-change'
import { wordDiff } from './text-diff'
import { Text } from './text'
import { textHash } from './text-hash'
import { plainWords, wordsOf } from './words'

const Applied = t.type({
  name: t.string,
  base: Text,
  nextBlock: t.number,
  operations: t.readonlyArray(Operation),
  text: Text,
  next: t.number,
  textHash: t.string
})
const Merged = t.type({
  name: t.string,
  base: Text,
  nextBlock: t.number,
  amendments: t.readonlyArray(Amendment),
  resolutions: t.readonlyArray(Resolution),
  collisions: t.readonlyArray(t.type({ collision: Collision, hash: t.string })),
  text: Text,
  textHash: t.string
})

const linesOf = (file: string): ReadonlyArray<string> =>
  readFileSync(join(__dirname, '../../../../docs/spec/vectors', file), 'utf8')
    .trim()
    .split('\n')

const decoded = <A>(codec: t.Decoder<unknown, A>, line: string): A => {
  const value = codec.decode(JSON.parse(line))
  if (E.isLeft(value)) throw new Error(`not a vector: ${line.slice(0, 80)}`)
  return value.right
}

const right = <A>(outcome: E.Either<unknown, A>): A => {
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

const operations = linesOf('text-operations.jsonl').map(line => [line, decoded(Applied, line)] as const)
const merges = linesOf('text-merges.jsonl').map(line => [line, decoded(Merged, line)] as const)

const checkOperations = (): void => {
  for (const [, vector] of operations) {
    const made = right(applyOperations(vector.base, vector.operations, vector.nextBlock))
    expect([vector.name, made]).toEqual([vector.name, { text: vector.text, nextBlock: vector.next }])
    expect(textHash(made.text)).toBe(vector.textHash)
  }
}

const checkMerges = (): void => {
  for (const [, vector] of merges) {
    const made = right(mergeAmendments(vector.base, vector.amendments, vector.resolutions, vector.nextBlock))
    expect(made.text).toEqual(vector.text)
    expect(textHash(made.text)).toBe(vector.textHash)
    expect(made.collisions.map(collision => ({ collision, hash: collisionHash(collision) }))).toEqual(
      vector.collisions
    )
  }
}

describe('the stored text formats (docs/spec/vectors)', () => {
  it('keep all eight operations', () => {
    const kinds = new Set(
      operations.flatMap(([, vector]) => vector.operations.map(operation => operation.op))
    )
    expect([...kinds].sort()).toEqual([
      'delete',
      'insert',
      'join',
      'move',
      'recast',
      'replace',
      'retitle',
      'split'
    ])
  })

  it('are read and written byte for byte', () => {
    for (const [line, vector] of operations) expect(canonicalText(Applied.encode(vector) as never)).toBe(line)
    for (const [line, vector] of merges) expect(canonicalText(Merged.encode(vector) as never)).toBe(line)
  })

  it('give the recorded texts and hashes', checkOperations)

  it('give the recorded merges and collisions (rule 8)', checkMerges)
})

describe('an engine without Intl', () => {
  const intl = globalThis.Intl
  const cutBefore = wordsOf('ar')('🇲🇦🇵🇸')
  beforeAll(() => {
    Reflect.deleteProperty(globalThis, 'Intl')
  })
  afterAll(() => {
    Object.defineProperty(globalThis, 'Intl', { value: intl, configurable: true, writable: true })
  })

  it('has none in this test, and nothing kept one from before', () => {
    expect('Intl' in globalThis).toBe(false)
    expect(() => Intl).toThrow(ReferenceError)
    expect(plainWords('🇲🇦🇵🇸')).toEqual(['🇲🇦🇵🇸'])
    expect(cutBefore).toEqual(['🇲🇦', '🇵🇸'])
    expect(wordsOf('ar')('🇲🇦🇵🇸')).toEqual(['🇲🇦🇵🇸'])
  })

  it('gives the recorded texts and hashes', checkOperations)

  it('gives the recorded merges and collisions (rule 8)', checkMerges)

  it('still turns a new text into operations, and shows what changed', () => {
    for (const [, { base, text }] of operations) {
      for (const found of [operationsBetween(base, text), changeBetween(base, text)])
        expect(textHash(right(applyOperations(base, found, 100)).text)).toBe(textHash(text))
      expect(showAsHtml(wordDiff(base, text))).toContain('<h1')
    }
  })

  it('cuts words that give back what was cut', () => {
    for (const [, { base }] of operations)
      for (const block of base.blocks) expect(wordsOf('ar')(block.text).join('')).toBe(block.text)
  })
})
