/**
 * Whatever is recorded, and in whatever order: what is kept is what the log makes, and a view as of a log version is the
 * view of a log that holds the first events alone (domain.md §6). Logs are generated; acts that are refused leave none.
 */
import * as fc from 'fast-check'
import { act } from '@ardiya/core/intake/act'
import { keptFlaws } from '@ardiya/cli/store/check-kept'
import { versionKnownAt } from '@ardiya/core/kernel/fold-log'
import { type LoggedRecord } from '@ardiya/core/kernel/event-store'
import { type Json, type LocalDate, type UtcInstant } from '@ardiya/core/kernel/primitives'
import { envelopeOf } from '@ardiya/core/kernel/recognise'
import { logVersion } from '@ardiya/core/kernel/version'
import { type Asked } from '@ardiya/core/views/view'
import { views } from '@ardiya/core/views/registry'
import { showAsOf, showCurrent } from '@ardiya/core/views/show'
import * as E from 'fp-ts/lib/Either'
import { demo, demoText, inMemoryStores, logOf, play, rightOf, sessionOver, type Stores } from './stage'

jest.setTimeout(240_000)

const opening = demoText().trimEnd().split('\n').slice(0, 56).join('\n')
const today = '2026-02-01' as LocalDate

const secretary = { as: 'office', office: 'secretary', mandate: 'A1-m2' }
const byPaper = { recordedBy: 'A1-m2', evidence: { kind: 'paper' } }
const association = fc.constantFrom('A2', 'A3', 'A4')
const submission = fc.constantFrom('P1', 'P2', 'P3')
/** Minutes before or after the act's turn: late entries, and acts that come too early, are among them. */
const at = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -240, max: 30 }) }
)
const began = Date.UTC(2025, 9, 28, 9)
const clock = (minutes: number): string => new Date(began + minutes * 60_000).toISOString().slice(0, 16)

const sentence = fc
  .array(fc.constantFrom('الماء', 'الطريق', 'الإنارة', 'l’école', 'حي', 'سوق'), {
    minLength: 1,
    maxLength: 6
  })
  .map(words => words.join(' '))

/** Three submissions that are there to begin with, by A2, A3 and A4. */
const brought: ReadonlyArray<Json> = ['A2', 'A3', 'A4'].flatMap((who, index) => [
  {
    name: 'Submit',
    at: '2025-10-27T10:00',
    actor: { as: 'association', association: who, mandate: `${who}-m1` },
    ...byPaper,
    payload: {
      kind: 'proposal',
      themes: ['T1'],
      texts: [
        { language: 'ar', title: `مطلب ${index}`, blocks: [{ kind: 'paragraph', text: 'الماء لكل حي' }] }
      ]
    }
  },
  {
    name: 'AdmitSubmission',
    at: '2025-10-27T11:00',
    actor: secretary,
    payload: { submission: `P${index + 1}` }
  }
])

const inName = (who: string) => ({ as: 'association', association: who, mandate: `${who}-m1` })

/** An act, `at` in minutes from its turn. */
type Turn = { readonly [field: string]: Json; readonly at: number }

/** One act of a coalition's days, likely to be accepted or not. */
const anyAct: fc.Arbitrary<Turn> = fc.oneof(
  fc
    .record({ who: association, when: at, title: sentence, words: sentence })
    .map(({ who, when, title, words }) => ({
      name: 'Submit',
      at: when,
      actor: inName(who),
      ...byPaper,
      payload: {
        kind: 'proposal',
        themes: ['T1'],
        texts: [{ language: 'ar', title, blocks: [{ kind: 'paragraph', text: words }] }]
      }
    })),
  fc.record({ ref: submission, when: at }).map(({ ref, when }) => ({
    name: 'AdmitSubmission',
    at: when,
    actor: secretary,
    payload: { submission: ref }
  })),
  fc
    .record({ who: association, ref: submission, when: at, words: sentence, title: sentence })
    .map(({ who, ref, when, words, title }) => ({
      name: 'ReviseText',
      at: when,
      actor: inName(who),
      ...byPaper,
      payload: {
        submission: ref,
        materiality: 'substantive',
        operations: [
          { op: 'insert', after: 'start', blocks: [{ kind: 'item', level: 1, text: words }] },
          ...(title.length > 9
            ? [{ op: 'insert', after: 'b1', blocks: [{ kind: 'paragraph', text: title }] }]
            : [])
        ]
      }
    })),
  fc.record({ who: association, ref: submission, when: at }).map(({ who, ref, when }) => ({
    name: 'Endorse',
    at: when,
    actor: inName(who),
    ...byPaper,
    payload: { submission: ref }
  })),
  fc.record({ who: association, ref: submission, when: at }).map(({ who, ref, when }) => ({
    name: 'WithdrawEndorsement',
    at: when,
    actor: inName(who),
    ...byPaper,
    payload: { submission: ref }
  })),
  fc.record({ who: association, ref: submission, when: at }).map(({ who, ref, when }) => ({
    name: 'WithdrawSubmission',
    at: when,
    actor: inName(who),
    ...byPaper,
    payload: { submission: ref, reason: 'مثال توضيحي' }
  })),
  fc.record({ who: association, when: at }).map(({ who, when }) => ({
    name: 'SuspendAssociation',
    at: when,
    actor: secretary,
    payload: { association: who, reason: 'مثال توضيحي' }
  })),
  fc.constant(1000).map(when => ({
    name: 'EnterStage',
    at: when,
    actor: { as: 'office', office: 'convenor', mandate: 'A1-m1' },
    payload: { stage: 'refining', reason: 'مثال توضيحي' }
  }))
)

const asked = (name: string): Asked => {
  const about = views[name]?.about
  if (about?.kind !== 'required') return { today }
  return { today, ref: about.letters.includes('P') ? 'P1' : `${about.letters.slice(0, 1)}1` }
}

const named = (name: string) => {
  const view = views[name]
  if (view === undefined) throw new Error(name)
  return view
}

const allViews = async (show: (name: string) => Promise<Json | undefined>): Promise<Json> => {
  const all: Record<string, Json> = {}
  for (const name of Object.keys(views)) all[name] = (await show(name)) ?? null
  return all
}

const current = (stores: Stores): Promise<Json> =>
  allViews(name => rightOf(showCurrent(stores, demo, named(name), asked(name))))

const asOf = (stores: Stores, version: number): Promise<Json> =>
  allViews(name => rightOf(showAsOf(stores, demo, named(name), asked(name), logVersion(BigInt(version)))))

/** A log of the opening and of those of the acts that were accepted. */
const recorded = async (
  acts: ReadonlyArray<Turn>
): Promise<{ readonly stores: Stores; readonly accepted: ReadonlyArray<string> }> => {
  const stores = inMemoryStores()
  const session = await sessionOver(stores, demo)
  await play(session, opening)
  const accepted: string[] = []
  for (const input of brought) await rightOf(act(session.capabilities)(demo, input))
  for (const input of acts.map((one, turn) => ({ ...one, at: clock(turn * 60 + one.at) }))) {
    const result = await act(session.capabilities)(demo, input)()
    if (E.isRight(result)) accepted.push(result.right.name)
  }
  return { stores, accepted }
}

/** A store that holds the first events and nothing else. */
const prefixOf = async (log: ReadonlyArray<LoggedRecord>, count: number): Promise<Stores> => {
  const stores = inMemoryStores()
  await rightOf(stores.store.import(log.slice(0, count).map(({ log: _, ...record }) => record)))
  return stores
}

const generated = fc.array(anyAct, { minLength: 4, maxLength: 24 })

describe('Of any log', () => {
  it('what is kept act by act is what the log makes, in every view', async () => {
    const accepted = new Set<string>()
    await fc.assert(
      fc.asyncProperty(generated, async acts => {
        const made = await recorded(acts)
        made.accepted.forEach(name => accepted.add(name))
        const { value } = await rightOf(made.stores.store.head(demo))
        expect(await current(made.stores)).toEqual(await asOf(made.stores, Number(value)))
        expect((await rightOf(keptFlaws(made.stores, demo))).found).toEqual([])
      }),
      { numRuns: 25 }
    )
    expect([...accepted]).toEqual(
      expect.arrayContaining(['Submit', 'ReviseText', 'AdmitSubmission', 'Endorse', 'EnterStage'])
    )
  })

  it('a view as of a version is that of the first events alone', async () => {
    await fc.assert(
      fc.asyncProperty(generated, fc.double({ min: 0, max: 1, noNaN: true }), async (acts, share) => {
        const { stores } = await recorded(acts)
        const log = await logOf(stores.store, demo)
        const version = Math.floor(share * log.length)
        expect(await asOf(stores, version)).toEqual(await current(await prefixOf(log, version)))
      }),
      { numRuns: 15 }
    )
  })

  it('as known at an instant is the longest prefix whose last event was recorded until then', async () => {
    await fc.assert(
      fc.asyncProperty(generated, fc.integer({ min: -2000, max: 2000 }), async (acts, when) => {
        const { stores } = await recorded(acts)
        const log = await logOf(stores.store, demo)
        const instant = `${clock(when)}:00.000Z` as UtcInstant
        const known = await rightOf(versionKnownAt(stores.store, demo, instant))
        const recordedAt = log.map(record => {
          const envelope = envelopeOf(record)
          return E.isRight(envelope) ? Date.parse(envelope.right.recordedAt) : Number.NaN
        })
        const last = recordedAt.reduce((so, one, index) => (one <= Date.parse(instant) ? index : so), -1)
        expect(Number(known.value)).toBe(last + 1)
      }),
      { numRuns: 15 }
    )
  })
})
