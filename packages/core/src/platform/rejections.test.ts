import * as E from 'fp-ts/lib/Either'
import {
  type Act,
  acting,
  adopted,
  adopting,
  adoptingSecond,
  after,
  answered,
  commit,
  committed,
  compiling,
  coalitionAt,
  drafted,
  freezing,
  frozen,
  frozenHash,
  hashOf,
  outcomeOf,
  progress,
  raise,
  raised,
  respond,
  retracting,
  rollCall,
  secondFrozen,
  submission,
  submissions,
  succeeds,
  superseded,
  times,
  V1,
  type Word
} from '../../test/platform-story'
import { type Words } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { type DecisionRef } from '../meeting/ids'
import { type platformRejections } from './rejections'
import { type PlatformState } from './state'
import { setAsidePlatform, takeBackPlatform, unfreezePlatform } from './unfreeze'
import { preambleHash } from './document'

const later = times.later
const Q9 = 'M3-Q1' as DecisionRef
const because = 'مثال توضيحي: رغبة في مزيد من النقاش' as Words
const giving = { platform: V1, decision: Q9, reason: because }

const unfreeze = (at: string = later): Act => ({
  at,
  decide: coalition => unfreezePlatform(coalition, giving)
})
const setAside = (at: string = later): Act => ({
  at,
  decide: coalition => setAsidePlatform(coalition, giving)
})
const annul = (annulled: string, at: string = later): Act => ({
  at,
  decide: coalition => takeBackPlatform(coalition, { ...giving, annulled: annulled as DecisionRef })
})
const write = (payload: object = {}, at: string = later): Act =>
  acting(
    'WritePreamble',
    {
      platform: 'V1',
      blocks: [{ kind: 'paragraph', text: 'ديباجة' }],
      was: preambleHash([]),
      ...payload
    },
    at
  )
const receipt = (payload: object = {}): Act =>
  acting(
    'AcknowledgeReceipt',
    { raising: 'V1-S1', date: '2026-01-06', receipt: '12/2026', ...payload },
    later
  )
const forward = (payload: object = {}): Act =>
  acting(
    'ForwardRaising',
    { raising: 'V1-S1', to: 'H3', date: '2026-02-01', dueOn: '2026-05-01', ...payload },
    later
  )
const overdue = (payload: object = {}): Act =>
  acting('NoteOverdue', { raising: 'V1-S1', clauses: ['V1.1'], on: '2026-03-20', ...payload }, later)
const roll = (votes: ReadonlyArray<Word>): Act => adopting(later, frozenHash, { method: rollCall(votes) })

const responseEvent =
  committed.raisings['V1-S1' as keyof typeof committed.raisings]?.responses[0]?.event ?? ''
const changed = submissions.map(one =>
  one.ref === 'P1' ? { ...one, current: { ...one.current, textHash: hashOf('e') } } : one
)

/** How each refusal comes about: an act, the state it meets, and what it is told. */
const refusals: {
  readonly [Tag in keyof typeof platformRejections]: readonly [Act, PlatformState, object, number?]
} = {
  PlatformIsFrozen: [write(), frozen, { since: times.frozen }, 13],
  PlatformNotFrozen: [unfreeze(), drafted, {}, 13],
  PlatformIsAdopted: [unfreeze(), adopted, { since: times.adopted }, 13],
  PlatformNotAdopted: [raise(), frozen, {}, 13],
  PlatformIsSetAside: [write(), after([setAside()], frozen), { since: later }],
  PlatformIsSuperseded: [raise({}, later), superseded, { by: 'V2' }, 13],
  EarlierPlatformOpen: [
    compiling(later, { platforms: { V1: frozen } }, { ref: 'V2' }),
    after([]),
    { platform: 'V1', standing: 'frozen' }
  ],
  SubmissionsWithoutFate: [
    freezing(later, [...submissions, submission('P10'), submission('P4')]),
    drafted,
    { submissions: ['P4', 'P10'] },
    12
  ],
  CollisionsOpen: [
    freezing(later, [
      ...submissions,
      submission('P4', { fate: 'declined', openCollisions: ['P4-X1' as never, 'P4-X2' as never] })
    ]),
    drafted,
    { collisions: ['P4-X1', 'P4-X2'] },
    12
  ],
  ClauseTextDiffers: [
    freezing(later, changed),
    drafted,
    { texts: [{ ref: 'P1', compiled: hashOf('1'), accepted: hashOf('1'), current: hashOf('e') }] },
    12
  ],
  CompilationOutdated: [
    freezing(later, [...submissions.slice(1), submission('P5', { fate: 'adoptedAsIs' })]),
    drafted,
    { missing: ['P5'], noLongerAccepted: ['D1'] },
    12
  ],
  DocumentHashDiffers: [adopting(later, hashOf('0')), frozen, { frozen: frozenHash }, 13],
  ReservationsDoNotFit: [
    roll([{ association: 'A2', vote: 'withReservations' }]),
    frozen,
    { association: 'A2', position: 'withReservations' },
    13
  ],
  SuccessionIncomplete: [
    adoptingSecond([succeeds('V1.1', 'V2.2')]),
    secondFrozen,
    { platform: 'V1', clauses: ['V1.2'] },
    13
  ],
  SuccessionUnclear: [
    adoptingSecond([succeeds('V1.1', 'V2.2', because)]),
    secondFrozen,
    { clause: 'V1.1' },
    13
  ],
  LevelDiffers: [raise({ level: 'local' }), adopted, { authority: 'H2', level: 'provincial' }],
  DueDateNeeded: [raise({ level: 'local', authority: 'H1' }), adopted, { level: 'local', charter: 1 }],
  DueDateIsComputed: [raise({ dueOn: '2026-03-01' }), adopted, { days: 60, dueOn: '2026-03-06' }],
  DueDateTooEarly: [
    raise({ level: 'local', authority: 'H1', dueOn: '2026-01-04' }),
    adopted,
    { from: '2026-01-05' }
  ],
  DateAfterTheAct: [raise({ date: '2026-01-06' }), adopted, { act: '2026-01-05' }, 2],
  NoClauseNamed: [respond({ clauses: [] }), raised, {}],
  ReferredToNeeded: [respond({ outcome: 'referredTo' }), raised, {}],
  ReferredToUnexpected: [respond({ referredTo: 'H3' }), raised, { outcome: 'inPart' }],
  NotYetOverdue: [overdue({ on: '2026-03-06' }), raised, { dueOn: '2026-03-06' }, 14],
  ClauseAnswered: [overdue(), answered, { answered: [{ clause: 'V1.1', response: 'V1-S1-N1' }] }, 14],
  NotAskedOfThisLevel: [
    acting('NoteOverdue', { raising: 'V1-S1', clauses: ['V1.1'], on: '2026-03-20' }, later),
    after([raise({ level: 'local', authority: 'H1', dueOn: '2026-02-01' })], adopted),
    { level: 'local', clauses: ['V1.1'] },
    14
  ],
  ForwardedToTheSame: [forward({ to: 'H2', dueOn: undefined }), raised, {}],
  ResponseNotOnClause: [commit({ clause: 'V1.2' }), answered, { clause: 'V1.2' }],
  EvidenceNeeded: [progress({ shownBy: 'evidence' }), committed, {}],
  PreambleRefused: [
    write({ blocks: [{ kind: 'paragraph', text: `قال {p_${'a'.repeat(26)}} كذا` }] }),
    drafted,
    { problem: 'PersonTokenNotAllowed', block: 0 }
  ],
  PreambleRewritten: [
    write({ was: hashOf('0') }),
    drafted,
    { now: 'sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945' },
    16
  ],
  AdoptionIsBuiltOn: [annul('M2-Q8'), committed, { by: ['V1-S1', 'V1-K1'] }, 1],
  EntryNotRetractable: [retracting(adopted.adoptions[0]?.event ?? ''), adopted, {}, 1],
  EntryIsNamed: [retracting(responseEvent), committed, { by: ['V1-K1'] }, 1]
}

const refusedBy = (act: Act, state: PlatformState): Rejection | undefined => {
  const outcome = outcomeOf(act, state)
  return E.isLeft(outcome) ? outcome.left : undefined
}

describe('A platform refuses', () => {
  it.each(Object.entries(refusals))(
    'with %s, naming the rule and what the remedy needs',
    (tag, [act, state, details, rule]) => {
      const refused = refusedBy(act, state)
      expect(refused).toMatchObject({ tag, details })
      expect(refused?.rule).toBe(rule)
      expect(refused?.field).toMatch(/^(payload|occurredAt|actor|evidence)/)
    }
  )

  it('a clause, authority, raising, commitment or response that does not exist', () => {
    const unknown = [
      refusedBy(respond({ clauses: ['V1.9'] }), raised),
      refusedBy(raise({ authority: 'H9' }), adopted),
      refusedBy(receipt({ raising: 'V1-S2' }), raised),
      refusedBy(progress({ commitment: 'V1-K2' }), committed),
      refusedBy(commit({ response: 'V1-S1-N7' }), answered),
      refusedBy(write({ platform: 'V4' }), after([]))
    ]
    expect(unknown.map(one => [one?.tag, one?.field, one?.details])).toEqual([
      ['ReferenceUnknown', 'payload.clauses', { kind: 'clause' }],
      ['ReferenceUnknown', 'payload.authority', { kind: 'authority' }],
      ['ReferenceUnknown', 'payload.raising', { kind: 'raising' }],
      ['ReferenceUnknown', 'payload.commitment', { kind: 'commitment' }],
      ['ReferenceUnknown', 'payload.response', { kind: 'response' }],
      ['ReferenceUnknown', 'payload.platform', { kind: 'platform' }]
    ])
  })

  it('a number that is not the next free one, and never shifts it', () => {
    const numbers = [
      refusedBy(compiling(later, {}, { ref: 'V3' }), after([])),
      refusedBy(raise({ ref: 'V1-S4' }), adopted),
      refusedBy(respond({ ref: 'V1-S1-N3' }), answered),
      refusedBy(commit({ ref: 'V2-K1' }), answered)
    ]
    expect(numbers.map(one => [one?.tag, one?.details])).toEqual([
      ['NumberNotNext', { next: 'V1' }],
      ['NumberNotNext', { next: 'V1-S1' }],
      ['NumberNotNext', { next: 'V1-S1-N2' }],
      ['NumberNotNext', { next: 'V1-K1' }]
    ])
  })

  it('an act that precedes what it refers to (rule 2)', () => {
    const early = '2025-12-28T09:00:00.000+01:00'
    const refused = [
      refusedBy(compiling(early), after([])),
      refusedBy(freezing('2025-12-28T10:30:00.000+01:00'), drafted),
      refusedBy(adopting('2025-12-28T11:30:00.000+01:00', frozenHash), frozen),
      refusedBy(raise({}, early), adopted),
      refusedBy(raise({ date: '2025-12-27' }), adopted),
      refusedBy(respond({}, '2026-01-04T10:00:00.000+01:00'), raised),
      refusedBy(respond({ date: '2026-01-04' }), raised),
      refusedBy(commit({}, '2026-01-20T10:00:00.000+01:00'), answered),
      refusedBy(progress({ date: '2026-02-01' }), committed),
      refusedBy(retracting(responseEvent, early), answered)
    ]
    expect(refused.map(one => one?.tag)).toEqual(refused.map(() => 'PrecedesWhatItRefersTo'))
  })

  it('the same clause named twice', () => {
    expect(refusedBy(respond({ clauses: ['V1.1', 'V1.1'] }), raised)?.tag).toBe('NamedTwice')
    const twice = succeeds('V1.1', 'V2.1')
    expect(refusedBy(adoptingSecond([twice, twice]), secondFrozen)?.tag).toBe('NamedTwice')
  })

  it('to forward a raising without saying by when, where the charter does not', () => {
    expect(refusedBy(forward({ dueOn: undefined }), raised)).toMatchObject({
      tag: 'DueDateNeeded',
      details: { level: 'national' }
    })
    expect(coalitionAt(later).authority('H3' as never)).toEqual({ level: 'national' })
  })
})
