/**
 * Rule 16: two meetings annul one decision at the same time. Their annulments stand in two streams and take nothing
 * back that they share, and yet only one of them is recorded: the other is decided again, and told.
 */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { newFolder, removeFolder } from '../sqlite-files'
import { closeStores, doAll, inMemoryStores, logOf, play, sessionOver, storesIn, type Stores } from './stage'
import { envelopesOf } from './tamper'

const process = 'tifelt' as ProcessSlug

const office = (name: string, mandate: string) => ({ as: 'office', office: name, mandate })
const convenor = office('convenor', 'A1-m1')
const secretary = office('secretary', 'A1-m2')
const chair = office('chair', 'A1-m1')
const rapporteur = office('rapporteur', 'A1-m2')
const person = { name: 'مثال توضيحي' }
const from = '2025-10-20'

const line = (at: string, actor: object, name: string, payload: object): string =>
  JSON.stringify({ name, at, actor, payload })

const registered = (n: number): ReadonlyArray<string> => [
  line('2025-10-20T10:00', secretary, 'RegisterAssociation', { names: { ar: `جمعية ${n}` } }),
  line('2025-10-20T10:00', secretary, 'GrantMandate', {
    association: `A${n}`,
    person,
    role: 'representative',
    from
  })
]

const opening: ReadonlyArray<string> = [
  line('2025-10-20T09:00', convenor, 'OpenProcess', {
    title: { ar: 'المسار التشاركي' },
    slogan: { ar: 'الفعالية الجمعوية' },
    territory: { ar: 'تيفلت' },
    zone: 'Africa/Casablanca',
    languages: ['ar'],
    authoritative: 'ar',
    demonstration: true,
    convenor: { names: { ar: 'الجمعية الداعية' } },
    mandate: { person, from }
  }),
  line('2025-10-20T09:30', convenor, 'GrantMandate', { association: 'A1', person, role: 'secretary', from }),
  ...[2, 3].flatMap(registered)
]

/** Meeting `n` is called and opened, and two of the three associations come. */
const meets = (n: number, day: string): ReadonlyArray<string> => {
  const meeting = `M${n}`
  return [
    line(`${day}T09:00`, convenor, 'ScheduleMeeting', {
      title: { ar: 'لقاء' },
      kind: 'plenary',
      venue: { name: { ar: 'دار الشباب' } },
      startsAt: `${day}T10:00`,
      endsAt: `${day}T13:00`,
      agenda: []
    }),
    line(`${day}T10:00`, chair, 'OpenMeeting', { meeting, chair: 'A1-m1', rapporteur: 'A1-m2' }),
    ...[2, 3].map(a =>
      line(`${day}T10:05`, rapporteur, 'RecordArrival', {
        meeting,
        association: `A${a}`,
        delegates: [`A${a}-m1`]
      })
    )
  ]
}

const decides = (n: number, day: string, kind: string, ref: string, motion: string): string =>
  line(`${day}T11:00`, { as: 'meeting', meeting: `M${n}` }, 'Decide', {
    meeting: `M${n}`,
    subject: { kind, ref },
    motion,
    outcome: 'adopted',
    method: { kind: 'consensus', standAsides: [], blocks: [] },
    present: 2,
    reason: 'مثال توضيحي'
  }).replace('"actor"', '"recordedBy":"A1-m2","actor"')

const annuls = (n: number, day: string): string => decides(n, day, 'annulment', 'M1-Q1', 'annul')

const beginning = [
  ...opening,
  ...meets(1, '2025-10-26'),
  decides(1, '2025-10-26', 'other', 'القرار', 'other'),
  ...meets(2, '2025-11-02')
]

/** A store that lets something happen once, after an act was decided and before it is appended. */
const interrupted = (store: EventStore, happens: () => Promise<unknown>): EventStore => {
  let pending = true
  return {
    ...store,
    append:
      (...asked) =>
      async () => {
        if (pending) {
          pending = false
          await happens()
        }
        return store.append(...asked)()
      }
  }
}

const races: ReadonlyArray<readonly [string, ReadonlyArray<string>, ReadonlyArray<string>]> = [
  ['two meetings that sit', meets(3, '2025-11-09'), [annuls(3, '2025-11-09')]],
  ['a meeting that is called meanwhile', [], [...meets(3, '2025-11-09'), annuls(3, '2025-11-09')]]
]

const folder = newFolder()
afterAll(() => {
  removeFolder(folder)
})
const kinds: ReadonlyArray<readonly [string, () => Promise<Stores>]> = [
  ['in memory', () => Promise.resolve(inMemoryStores())],
  ['in SQLite', () => storesIn(mkdtempSync(join(folder, 'race-')))]
]

describe.each(kinds)('Rule 16: a decision is annulled once, %s', (_kind, open) => {
  it.each(races)('by %s', async (_who, before, meanwhile) => {
    const stores = await open()
    const session = await sessionOver(stores, process)
    await play(session, [...beginning, ...before].join('\n'))
    const store = interrupted(stores.store, () => play(session, meanwhile.join('\n')))
    const raced = { ...session, capabilities: { ...session.capabilities, store } }
    const [late] = await doAll(raced, annuls(2, '2025-11-02'))
    expect(late?.result).toMatchObject(
      E.left({ tag: 'Refused', rejection: { tag: 'DecisionIsAnnulled', rule: 1 } })
    )
    const annulled = envelopesOf(await logOf(stores.store, process)).filter(
      ({ type }) => type === 'DecisionAnnulled'
    )
    expect(annulled.map(({ stream }) => stream)).toEqual([`meeting-${process}.M3`])
    await closeStores(stores)
  })
})
