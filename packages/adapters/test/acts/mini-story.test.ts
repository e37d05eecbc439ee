/**
 * Issue 2 B: the mini story, recorded in two orders of typing: in time, and with what was forgotten typed on the
 * evening of the meeting. Its golden logs are read and decided again for ever; its views were read by a person.
 */
import { keptFlaws } from '@ardiya/cli/store/check-kept'
import { type Json } from '@ardiya/core/kernel/primitives'
import { replay } from '@ardiya/core/ledger/replay'
import {
  type Asked,
  askedOfBoth,
  askedOfTypedLate,
  expectedOf,
  exported,
  fileOf,
  goldenOf,
  hikaya,
  imported,
  inputOf,
  isOfItsOrder,
  type Order,
  orders,
  shown,
  typed
} from './mini-story'
import { rightOf, type Stores } from './stage'

let told: Readonly<Record<Order, Stores>>
let stored: Readonly<Record<Order, Stores>>

beforeAll(async () => {
  told = { 'in-time': await typed('in-time'), 'typed-late': await typed('typed-late') }
  stored = { 'in-time': await imported('in-time'), 'typed-late': await imported('typed-late') }
})

const askedOf = (order: Order): ReadonlyArray<Asked> =>
  order === 'typed-late' ? [...askedOfBoth, ...askedOfTypedLate] : askedOfBoth

describe.each(orders)('The mini story, %s', order => {
  it('gives the golden log byte for byte when it is typed again', async () => {
    expect(await exported(told[order])).toBe(goldenOf(order))
  })

  it('rule 18: its golden log decides again the same', async () => {
    const report = await rightOf(replay(stored[order].store, hikaya))
    expect(report.difference).toBeUndefined()
    expect(report.corrections).toHaveLength(4)
    expect(report.onBehalf).toHaveLength(1)
  })

  it('shows what was read and expected, view by view, typed or imported', async () => {
    for (const asked of askedOf(order)) {
      const result = await shown(told[order], asked)
      expect([fileOf(asked), result]).toEqual([fileOf(asked), expectedOf(asked, order, result)])
      expect([fileOf(asked), await shown(stored[order], asked)]).toEqual([fileOf(asked), result])
    }
    expect((await rightOf(keptFlaws(told[order], hikaya))).found).toEqual([])
  })

  it('rule 20: holds no name of a person, and the directory none of the erased one', async () => {
    expect(goldenOf(order)).not.toContain('ممثل(ة)')
    expect(inputOf(order)).toContain('ممثل(ة) الجمعية 3')
    const person = 'p_atu7wv67leptoatdl6mzejgiiu' as never
    expect(await rightOf(told[order].directory.lookup(hikaya, person))).toEqual({ tag: 'Erased' })
  })
})

type Row = { readonly [field: string]: Json }
const rows = (value: Json | undefined): ReadonlyArray<Row> => value as ReadonlyArray<Row>
const rowOf = (value: Json): Row => value as Row
const without = (row: Row, ...fields: ReadonlyArray<string>): Row =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)))
const byEvent = (list: ReadonlyArray<Row>): ReadonlyArray<Row> =>
  [...list].sort((a, b) => (String(a['event']) < String(b['event']) ? -1 : 1))

const countedWithout = (view: Row): ReadonlyArray<Row> =>
  rows(view['decisions']).map(row => without(row, 'present'))

/** An attendance book without when each entry was typed, and whom each decision counted then. */
const book = (view: Row) => ({
  ...view,
  entries: byEvent(rows(view['entries'])).map(row => ({
    ...without(row, 'recordedAt'),
    ...(row['retracted'] === undefined ? {} : { retracted: without(rowOf(row['retracted']), 'recordedAt') })
  })),
  decisions: countedWithout(view)
})

const isKnownThatDay = (row: Row): boolean => row['association'] !== 'A5' && row['kind'] !== 'departure'

/** The stands without the threshold that was reached only where the stand was typed in time. */
const matrix = (view: Row) => ({
  ...view,
  submissions: rows(view['submissions']).map((row): Row => ({
    ...row,
    thresholds: rows(row['thresholds']).filter(({ event }) => event !== lateThreshold)
  }))
})

/** What each view that differs between the two orders has in common: everything but what is said here. */
const inCommon: Readonly<Record<string, (view: Row) => unknown>> = {
  /** A decision counts whom it saw then: 4 in time, 3 while the late arrival was not known. */
  'agenda-M1': view => ({
    ...view,
    items: rows(view['items']).map(item => ({ ...item, decisions: countedWithout(item) }))
  }),
  /** It approved the minutes by the hash of their words. */
  'agenda-M2': view => ({
    ...view,
    decisions: rows(view['decisions']).map(row => ({
      ...row,
      subject: rowOf(row['subject'] ?? null)['kind'] === 'minutes' ? 'minutes' : (row['subject'] ?? null)
    }))
  }),
  /** The same stays, changes and quorum; the book is in the order of typing, with when each was typed. */
  'attendance-M1': view => book(view),
  'attendance-M1-at-0112T1022': view => book(view),
  /** That afternoon nobody knew yet of the late arrival, nor of the departure that was a mistake. */
  'attendance-M1-known-0112T1230': view => ({
    ...book(view),
    stays: rows(view['stays']).filter(isKnownThatDay),
    entries: book(view).entries.filter(isKnownThatDay),
    changes: rows(view['changes']).filter(({ at }) => at !== '2026-01-12T10:20:00.000+01:00'),
    decisions: countedWithout(view).map(row => without(row, 'now'))
  }),
  /** The draft says of each decision how many it counted, so its words and every hash of them differ. */
  'minutes-M1': view => ({
    standing: view['standing'],
    claims: view['claims'],
    contradictions: view['contradictions']
  }),
  /** A threshold that was reached on record is a fact (rule 10): the late stand came after the text had changed. */
  stands: view => matrix(view),
  'stands-at-0110T1200': view => matrix(view),
  /** That afternoon nobody knew yet of the stand on paper, so it is among what came since. */
  'stands-known-0112T1230': view => ({
    ...view,
    submissions: matrix(view).submissions.map(row => ({
      ...row,
      stands: rows(row['stands']).filter(({ event }) => event !== lateStand),
      changes: row['submission'] === 'P3' ? [] : (row['changes'] ?? null)
    }))
  }),
  'stands-since-0112T1230': view => ({
    ...view,
    added: rows(view['added']).filter(({ key }) => key !== 'P3 A5')
  }),
  'register-since-0112T1230': view => ({
    ...view,
    changed: rows(view['changed']).map(row => ({
      ...row,
      fields: rows(row['fields']).filter(({ field }) => field !== 'stands')
    }))
  }),
  /** The same acts, in the order in which they were recorded. */
  timeline: view =>
    rows(view['events'])
      .map(row => without(row, 'log', 'recordedAt'))
      .filter(({ id }) => id !== lateThreshold)
      .map(row => JSON.stringify(row))
      .sort(),
  contested: view => without(view, 'late')
}

const lateStand = '01998100-0000-7000-8000-00000000001b.0'
const lateThreshold = '01998100-0000-7000-8000-00000000001b.1'

describe('Typed in time or late', () => {
  it('the views that must be the same are the same', async () => {
    for (const asked of askedOfBoth.filter(each => !isOfItsOrder(each, 'in-time')))
      expect([fileOf(asked), await shown(told['typed-late'], asked)]).toEqual([
        fileOf(asked),
        await shown(told['in-time'], asked)
      ])
  })

  it('the views that differ are those that say when something was typed, or what was known when it was decided', async () => {
    const differing = askedOfBoth.filter(each => isOfItsOrder(each, 'in-time'))
    expect(differing.map(fileOf).sort()).toEqual(Object.keys(inCommon).sort())
    for (const asked of differing) {
      const [inTime, late] = [await shown(told['in-time'], asked), await shown(told['typed-late'], asked)]
      const common = inCommon[fileOf(asked)]
      expect([fileOf(asked), late]).not.toEqual([fileOf(asked), inTime])
      expect([fileOf(asked), common?.(rowOf(late))]).toEqual([fileOf(asked), common?.(rowOf(inTime))])
    }
  })

  it('rule 2: a late entry shows as late, and a decision as contested only until the mistake is struck through', async () => {
    const lateAt = async (asOf?: number): Promise<readonly [unknown, unknown]> => {
      const view = rowOf(
        await shown(told['typed-late'], { name: 'contested', ...(asOf === undefined ? {} : { asOf }) })
      )
      return [
        rows(view['decisions']).map(({ decision }) => decision),
        rows(view['late']).map(({ type }) => type)
      ]
    }
    expect(await lateAt(71)).toEqual([[], []])
    expect(await lateAt(72)).toEqual([['M1-Q1', 'M1-Q2'], ['DepartureRecorded']])
    expect(await lateAt(73)).toEqual([[], ['DepartureRecorded']])
    expect(await lateAt(74)).toEqual([[], ['DepartureRecorded', 'ArrivalRecorded']])
    expect(await lateAt()).toEqual([[], ['DepartureRecorded', 'ArrivalRecorded', 'EndorsementGiven']])
    expect(rowOf(await shown(told['in-time'], { name: 'contested' }))['late']).toEqual([])
  })
})
