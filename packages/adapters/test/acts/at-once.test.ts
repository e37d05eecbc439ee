/**
 * Issue 2 C: eight operating-system processes do whole acts on one SQLite file at once, by the code of
 * `ardiya apply`. Rules 16 and 17: none lost, none twice, numbers dense, nobody told of a conflict that is not theirs.
 */
import { type Receipt } from '@ardiya/core/intake/act'
import { keptFlaws } from '@ardiya/cli/store/check-kept'
import { type LoggedRecord } from '@ardiya/core/kernel/event-store'
import { type PersonRef } from '@ardiya/core/kernel/primitives'
import { replay } from '@ardiya/core/ledger/replay'
import { allAtOnce, compiledPrograms, type Ended } from '../processes'
import { type ActorArgument } from '../programs/actor'
import { newFolder, removeFolder } from '../sqlite-files'
import {
  closeStores,
  demo,
  demoText,
  logOf,
  play,
  rightOf,
  sessionOver,
  type Stores,
  storesIn
} from './stage'
import { envelopesOf } from './tamper'

jest.setTimeout(120_000)

const programs = compiledPrograms()
const folder = newFolder()
afterAll(() => {
  programs.remove()
  removeFolder(folder)
})

const eight = [0, 1, 2, 3, 4, 5, 6, 7]
const rounds = [1, 2, 3]

interface Line {
  readonly id?: string
  readonly name: string
  readonly actor: object
  readonly payload: object
}

const of = (n: number) => ({ as: 'association', association: `A${n}`, mandate: `A${n}-m1` })
const secretary = { as: 'office', office: 'secretary', mandate: 'A1-m2' }

const submitting = (n: number, title: string): Line => ({
  name: 'Submit',
  actor: of(n),
  payload: {
    kind: 'proposal',
    texts: [
      {
        language: 'ar',
        title,
        blocks: eight.map(block => ({ kind: 'paragraph', text: `مثال توضيحي: الفقرة ${block + 1}.` }))
      }
    ],
    themes: ['T1'],
    levels: ['local']
  }
})

/** The id that all eight send at once: 1 with one payload, 2 with a payload of each one's own. */
const sharedId = (round: number, kind: 1 | 2): string => `01998000-0000-7000-8000-0000000${kind}000${round}`

/** What the `k`th does in a round: all of them endorse and amend the same text, and all take numbers. */
const linesOf = (k: number, round: number): ReadonlyArray<Line> => [
  submitting(k + 2, `مثال توضيحي: مقترح ${k + 1} في الجولة ${round}`),
  { name: 'Endorse', actor: of(k + 2), payload: { submission: `P${round}` } },
  {
    name: 'ProposeAmendment',
    actor: of(k + 2),
    payload: {
      submission: `P${round}`,
      materiality: 'editorial',
      reason: 'مثال توضيحي',
      operations: [{ op: 'replace', block: `b${k + 1}`, at: 0, old: 'مثال', new: `مثال ${k + 1}` }]
    }
  },
  {
    name: 'DefineTheme',
    actor: secretary,
    payload: { names: { ar: `محور ${k + 1} ${round}` }, dimension: 'social' }
  },
  {
    name: 'GrantMandate',
    actor: secretary,
    payload: {
      association: 'A21',
      person: { name: `مثال ${k + 1}-${round}` },
      role: 'alternate',
      from: '2025-10-21'
    }
  },
  {
    id: sharedId(round, 1),
    name: 'RaiseObjection',
    actor: of(20),
    payload: { submission: `P${round}`, reason: 'مثال توضيحي: من طرفين في آن واحد' }
  },
  {
    id: sharedId(round, 2),
    name: 'RaiseObjection',
    actor: of(19),
    payload: { submission: `P${round}`, reason: `مثال توضيحي: بلفظ ${k + 1}` }
  }
]

type Said = Receipt | { readonly outcome: 'refused'; readonly failure: { readonly tag: string } }

const saidBy = ({ lines, errors, code }: Ended): ReadonlyArray<Said> => {
  expect({ errors, code }).toEqual({ errors: '', code: 0 })
  return lines.filter(line => line !== 'ready').map(line => JSON.parse(line) as Said)
}

const withStores = async <A>(use: (stores: Stores) => Promise<A>): Promise<A> => {
  const stores = await storesIn(folder)
  const answer = await use(stores)
  await closeStores(stores)
  return answer
}

const isReceipt = (said: Said): said is Receipt => said.outcome !== 'refused'
const oneTo = (n: number, after = 0): ReadonlyArray<number> =>
  Array.from({ length: n }, (_, i) => after + i + 1)

describe('Eight processes that act on one file at once', () => {
  let before: ReadonlyArray<LoggedRecord> = []
  let log: ReadonlyArray<LoggedRecord> = []
  /** What each was told, by line. */
  let said: ReadonlyArray<ReadonlyArray<Said>> = []

  beforeAll(async () => {
    await withStores(async stores => {
      const beginning = demoText().trimEnd().split('\n').slice(0, 54)
      const own = [
        ...rounds.map(round => ({
          ...submitting(21, `مثال توضيحي: نص الجولة ${round}`),
          at: '2025-11-01T10:00'
        })),
        {
          name: 'EnterStage',
          at: '2025-12-15T09:00',
          actor: { as: 'office', office: 'convenor', mandate: 'A1-m1' },
          payload: { stage: 'refining', reason: 'مثال توضيحي' }
        }
      ].map(line => JSON.stringify(line))
      await play(await sessionOver(stores, demo), [...beginning, ...own].join('\n'))
      before = await logOf(stores.store, demo)
    })
    const running = eight.map(k =>
      programs.start('actor', {
        folder,
        process: demo,
        lines: rounds.flatMap(round => linesOf(k, round))
      } satisfies ActorArgument)
    )
    said = (await allAtOnce(running)).map(saidBy)
    await withStores(async stores => {
      log = (await logOf(stores.store, demo)).slice(before.length)
    })
  })

  const ofLine = (index: number): ReadonlyArray<Said> =>
    said
      .flatMap(lines => rounds.map(round => lines[(round - 1) * linesOf(0, 1).length + index]))
      .filter(line => line !== undefined)
  const receiptsOf = (index: number): ReadonlyArray<Receipt> => ofLine(index).filter(isReceipt)
  const shared = (index: number, round: number): ReadonlyArray<Said> =>
    said.map(lines => lines[(round - 1) * linesOf(0, 1).length + index]).filter(line => line !== undefined)

  it('rule 16: nobody is told of a conflict or of a busy store, and every act of their own is recorded', () => {
    for (const index of [0, 1, 2, 3, 4])
      expect(ofLine(index).map(({ outcome }) => outcome)).toEqual(
        eight.flatMap(() => rounds.map(() => 'recorded'))
      )
    expect(
      said
        .flat()
        .filter(line => !isReceipt(line))
        .map(line => (isReceipt(line) ? '' : line.failure.tag))
    ).toEqual(Array.from({ length: 7 * rounds.length }, () => 'CommandIdReused'))
  })

  it('none is lost and none is there twice', () => {
    const told = said
      .flat()
      .filter(isReceipt)
      .filter(({ outcome }) => outcome === 'recorded')
    const ids = told.flatMap(({ events }) => events.map(({ id }) => id))
    const stored = log.map(({ id }) => id)
    expect(new Set(stored).size).toBe(stored.length)
    expect([...new Set(ids)].sort()).toEqual([...stored].sort())
    expect(log.map(each => Number(each.log.value))).toEqual(oneTo(log.length, before.length))
    for (const { events, log: at } of told)
      expect(
        log.slice(Number(at) - before.length - events.length, Number(at) - before.length).map(({ id }) => id)
      ).toEqual(events.map(({ id }) => id))
  })

  it('numbers are dense: every submission, amendment, theme and mandate took the next one', () => {
    const refsOf = (index: number): ReadonlyArray<string> => receiptsOf(index).map(({ ref }) => ref ?? '')
    const sorted = (refs: ReadonlyArray<string>): ReadonlyArray<string> => [...refs].sort()
    const all = 8 * rounds.length
    expect(sorted(refsOf(0))).toEqual(sorted(oneTo(all, rounds.length).map(n => `P${n}`)))
    expect(sorted(refsOf(2))).toEqual(sorted(rounds.flatMap(round => oneTo(8).map(n => `P${round}-A${n}`))))
    expect(sorted(refsOf(3))).toEqual(sorted(oneTo(all, 3).map(n => `T${n}`)))
    expect(sorted(refsOf(4))).toEqual(sorted(oneTo(all, 1).map(n => `A21-m${n}`)))
  })

  it('rule 17: one command id sent by all eight at once is recorded once, and all get the same receipt', () => {
    for (const round of rounds) {
      const receipts = shared(5, round).filter(isReceipt)
      expect(receipts).toHaveLength(8)
      expect(new Set(receipts.map(({ outcome: _, ...receipt }) => JSON.stringify(receipt))).size).toBe(1)
      // two that made the same bytes in the same millisecond may both be told that they recorded them
      expect(receipts.map(({ outcome }) => outcome)).toContain('recorded')
      expect(log.filter(({ id }) => id === `${sharedId(round, 1)}.0`)).toHaveLength(1)
    }
  })

  it('rule 17: one command id sent at once with eight payloads is recorded with one, and the others are refused', () => {
    for (const round of rounds) {
      const all = shared(6, round)
      expect(all.map(({ outcome }) => outcome).sort()).toEqual([
        'recorded',
        ...Array.from({ length: 7 }, () => 'refused')
      ])
      const winner = all.findIndex(({ outcome }) => outcome === 'recorded')
      const stored = envelopesOf(log).find(({ id }) => id === `${sharedId(round, 2)}.0`)
      expect(stored?.data['reason']).toBe(`مثال توضيحي: بلفظ ${winner + 1}`)
    }
  })

  it('the directory has the details of every person, and no more', async () => {
    const persons = envelopesOf(log)
      .filter(({ type }) => type === 'MandateGranted')
      .map(({ data }) => data['person'] as PersonRef)
    await withStores(async ({ directory }) => {
      for (const person of persons)
        expect(await rightOf(directory.lookup(demo, person))).toMatchObject({
          tag: 'Known',
          entries: [{ person }]
        })
      const entered = await rightOf(
        directory.enteredBefore(demo, { before: '2100-01-01T00:00:00.000Z' as never, limit: 1000 })
      )
      const commands = new Set([...before, ...log].map(({ id }) => id.slice(0, id.lastIndexOf('.'))))
      expect(entered.filter(({ command }) => !commands.has(command))).toEqual([])
    })
  })

  it('rule 18: everything decides again the same, and what is kept is what the log makes', async () => {
    await withStores(async stores => {
      const report = await rightOf(replay(stores.store, demo))
      expect(report.difference).toBeUndefined()
      expect(report.events).toBe(before.length + log.length)
      expect((await rightOf(keptFlaws(stores, demo))).found).toEqual([])
    })
  })
})
