import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { applyOperations, withBlockIds } from './apply'
import { pointCount, pointsOf, sliceOf } from './code-points'
import { type Amendment, type Collision, collisionHash, collisions } from './collision'
import { operationsBetween } from './diff'
import { mergeAmendments } from './merge'
import { Operation } from './operation'
import { rebase } from './rebase'
import { Resolution } from './resolution'
import { type NewBlock, NewText, type Text } from './text'
import { textHash } from './text-hash'

/** Marks of the table for what cannot be seen in it. */
const seen = (words: string): string =>
  words === '∅' ? '' : words.replaceAll('␠', ' ').replaceAll('⏎', '\n')

const right = <A>(outcome: E.Either<unknown, A>): A => {
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

const SIGNS = { '§ ': 'heading', '• ': 'item' } as const

const blockIn = (words: string) => {
  const kind = SIGNS[words.slice(0, 2) as keyof typeof SIGNS] as string | undefined
  return kind === undefined ? { kind: 'paragraph', text: words } : { kind, level: 1, text: words.slice(2) }
}

const blocksIn = (cell: string) => cell.split(' ¶ ').map(blockIn)

const wordsOf = (cell: string): NewText =>
  right(NewText.decode({ language: 'ar', title: 'مطلب', blocks: blocksIn(cell) }))

const textOf = (cell: string): Text => withBlockIds(wordsOf(cell), 1).text

const blockOf = (base: Text, id: string): string => base.blocks.find(block => block.id === id)?.text ?? ''

const placeOf = (base: Text, block: string, words: string): number => {
  const text = blockOf(base, block)
  const found = text.indexOf(words)
  if (found < 0 || text.indexOf(words, found + 1) >= 0) throw new Error(`«${words}» is not once in ${block}`)
  return pointCount(text.slice(0, found))
}

type Reader = readonly [RegExp, (base: Text, ...found: ReadonlyArray<string>) => unknown]

const replace = (block: string, at: number, old: string, wanted: string) => ({
  op: 'replace',
  block,
  at,
  old,
  new: wanted
})

const READERS: ReadonlyArray<Reader> = [
  [
    /^in (b\d+) replace «(.*)» by «(.*)»$/,
    (base, block = '', old = '', wanted = '') => replace(block, placeOf(base, block, old), old, wanted)
  ],
  [
    /^in (b\d+) insert «(.*)» behind «(.*)»$/,
    (base, block = '', wanted = '', words = '') =>
      replace(block, placeOf(base, block, words) + pointCount(words), '', wanted)
  ],
  [
    /^in (b\d+) insert «(.*)» before «(.*)»$/,
    (base, block = '', wanted = '', words = '') => replace(block, placeOf(base, block, words), '', wanted)
  ],
  [
    /^insert «(.*)» behind (b\d+|start)$/,
    (_, words = '', after) => ({ op: 'insert', after, blocks: blocksIn(words) })
  ],
  [/^delete (b\d+)$/, (base, block = '') => ({ op: 'delete', block, old: blockOf(base, block) })],
  [
    /^move (b\d+) behind (b\d+|start)$/,
    (base, block = '', after) => ({ op: 'move', block, after, old: blockOf(base, block) })
  ],
  [
    /^split (b\d+) behind «(.*)»$/,
    (base, block = '', words = '') => ({
      op: 'split',
      block,
      at: placeOf(base, block, words) + pointCount(words),
      old: blockOf(base, block)
    })
  ],
  [
    /^join (b\d+) (b\d+)$/,
    (base, first = '', second = '') => ({
      op: 'join',
      first,
      second,
      old: [blockOf(base, first), blockOf(base, second)]
    })
  ],
  [/^retitle «(.*)»$/, (base, wanted) => ({ op: 'retitle', old: base.title, new: wanted })],
  [
    /^recast (.*)$/,
    (base, blocks = '') => ({
      op: 'recast',
      old: textHash(base),
      title: base.title,
      blocks: blocksIn(blocks.replaceAll(/[«»]/g, ''))
    })
  ]
]

const operationOf = (base: Text, written: string): Operation => {
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(written)
    if (found !== null) return right(Operation.decode(read(base, ...found.slice(1))))
  }
  throw new Error(`cannot read ${written}`)
}

const operationsOf = (base: Text, cell: string): ReadonlyArray<Operation> =>
  cell.split(/; */).map(one => operationOf(base, one.trim()))

const writtenBlock = ({ kind, text }: NewBlock): string =>
  `${Object.entries(SIGNS).find(([, signed]) => signed === kind)?.[0] ?? ''}${text}`

const written = (text: NewText): string =>
  [...(text.title === 'مطلب' ? [] : [`# ${text.title}`]), ...text.blocks.map(writtenBlock)].join(' ¶ ')

const resolutionOf = (base: Text, collision: Collision, choice: string): Resolution => {
  const settled = { of: collisionHash(collision), between: ['A', 'B'] }
  if (choice === 'A' || choice === 'B')
    return right(Resolution.decode({ take: 'one', ...settled, ref: choice }))
  if (/^[AB] [AB]$/.test(choice))
    return right(Resolution.decode({ take: 'both', ...settled, order: choice.split(' ') }))
  return right(Resolution.decode({ take: 'third', ...settled, operations: operationsOf(base, choice) }))
}

type Row = {
  readonly name: string
  readonly base: Text
  readonly a: Amendment
  readonly b: Amendment
  readonly outcome: string
  readonly settled: ReadonlyArray<readonly [choice: string, text: string]>
}

const page = readFileSync(join(__dirname, '../../../../docs/spec/casebook.md'), 'utf8')

/** The cells of a table of the casebook, row by row. */
const table = (heading: string): ReadonlyArray<ReadonlyArray<string>> =>
  (page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter(line => line.startsWith('| ') && !line.startsWith('| case'))
    .map(line =>
      line
        .split('|')
        .slice(1)
        .map(cell => cell.trim())
    )

const choicesIn = (cell: string): Row['settled'] =>
  cell.split(' · ').flatMap(one => {
    const [choice, text] = one.split(' → ')
    return choice === undefined || text === undefined ? [] : [[choice.trim(), text.trim()] as const]
  })

const rows: ReadonlyArray<Row> = table('Two amendments to one text').map(
  ([name = '', base = '', a = '', b = '', outcome = '', settled = '']) => ({
    name,
    base: textOf(base),
    a: { ref: 'A', operations: operationsOf(textOf(base), a) },
    b: { ref: 'B', operations: operationsOf(textOf(base), b) },
    outcome,
    settled: choicesIn(settled)
  })
)

describe('the casebook of amendments (rules 8 and 9)', () => {
  it('holds the cases that were asked for', () => {
    expect(rows.length).toBeGreaterThanOrEqual(65)
  })

  it.each(rows.map(row => [row.name, row] as const))('%s', (_, row) => comesOut(row))
})

const comesOut = ({ base, a, b, outcome, settled }: Row): void => {
  const merged = right(mergeAmendments(base, [a, b], [], 50))
  expect(mergeAmendments(base, [b, a], [], 50)).toEqual(E.right(merged))
  expect(right(collisions(base, b, a))).toEqual(merged.collisions)
  const [kind = '', words = ''] = outcome.split(/: (.*)/s)
  if (kind === 'clean') {
    expect(merged.collisions).toEqual([])
    expect(written(merged.text)).toBe(words)
    for (const [first, second] of [[a, b] as const, [b, a] as const])
      expect(written(adopted(base, first, second))).toBe(words)
    return
  }
  const [collision] = merged.collisions
  if (collision === undefined) throw new Error(`no collision: ${written(merged.text)}`)
  expect(merged.collisions).toHaveLength(1)
  expect([collision.kind, collision.base, collision.first.words, collision.second.words]).toEqual([
    kind,
    ...words.split(' / ').map(one => seen(one))
  ])
  for (const [choice, text] of settled)
    expect([
      choice,
      written(right(mergeAmendments(base, [b, a], [resolutionOf(base, collision, choice)], 50)).text)
    ]).toEqual([choice, text])
}

describe('an amendment to an amendment (rule 7)', () => {
  it.each(table('An amendment to an amendment').map(([name = '', ...cells]) => [name, cells] as const))(
    '%s',
    (name, [baseCell = '', first = '', wanted = '', recorded = '', outcome = '', settled = '']) => {
      const base = textOf(baseCell)
      const operations = operationsBetween(base, wordsOf(wanted))
      expect(saidOf(base, operations)).toBe(recorded)
      const a = { ref: 'A', operations: operationsOf(base, first) }
      comesOut({ name, base, a, b: { ref: 'B', operations }, outcome, settled: choicesIn(settled) })
    }
  )
})

describe('an amendment written as a new text', () => {
  it.each(table('A text as it is wanted').map(([name = '', ...cells]) => [name, cells] as const))(
    '%s',
    (_, [baseCell = '', wantedCell = '', asks = '']) => {
      const base = textOf(baseCell)
      const operations = operationsBetween(base, wordsOf(wantedCell))
      expect(saidOf(base, operations)).toBe(asks)
      expect(textHash(right(applyOperations(base, operations, 50)).text)).toBe(textHash(wordsOf(wantedCell)))
    }
  )
})

/** Operations in the words of the casebook. */
const saidOf = (base: Text, operations: ReadonlyArray<Operation>): string =>
  operations.length === 0 ? '∅' : operations.map(operation => said(base, operation)).join('; ')

function said(base: Text, operation: Operation): string {
  switch (operation.op) {
    case 'replace':
      return `in ${operation.block} replace «${operation.old}» by «${operation.new}»${operation.old === '' ? ` at ${operation.at}` : ''}`
    case 'insert':
      return `insert «${operation.blocks.map(writtenBlock).join(' ¶ ')}» behind ${operation.after}`
    case 'delete':
      return `delete ${operation.block}`
    case 'move':
      return `move ${operation.block} behind ${operation.after}`
    case 'split':
      return `split ${operation.block} behind «${wordBefore(blockOf(base, operation.block), operation.at)}»`
    case 'join':
      return `join ${operation.first} ${operation.second}`
    case 'retitle':
      return `retitle «${operation.new}»`
    case 'recast':
      return `recast ${operation.blocks.map(block => `«${writtenBlock(block)}»`).join(' ¶ ')}`
  }
}

const wordBefore = (words: string, at: number): string =>
  sliceOf(pointsOf(words), 0, at).split(' ').at(-1) ?? ''

/** The first is adopted, the second is rebased and adopted. */
function adopted(base: Text, first: Amendment, second: Amendment): Text {
  const next = right(applyOperations(base, first.operations, 50))
  const derived = right(rebase(second, base, first, next.text))
  if (derived.tag === 'collides') throw new Error('collides after adoption')
  return derived.tag === 'alreadyContained'
    ? next.text
    : right(applyOperations(next.text, derived.operations, next.nextBlock)).text
}
