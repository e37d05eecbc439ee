/** A small platform for tests: four submissions, compiled, frozen, adopted, raised and answered, step by step. */
import * as E from 'fp-ts/lib/Either'
import { type Actor, type AssociationRef, type Evidence, type MandateRef } from '../src/kernel/envelope'
import { type Decided, type Occurred } from '../src/kernel/event'
import {
  type Count,
  eventId,
  type Hash,
  type Instant,
  localDate,
  type Positive,
  type ProcessSlug,
  type UtcInstant,
  type Words
} from '../src/kernel/primitives'
import { type DecisionRef } from '../src/meeting/ids'
import { adoptPlatform, type AdoptionVote } from '../src/platform/adopt'
import { type PlatformCommand } from '../src/platform/commands'
import { type CompilableSubmission } from '../src/platform/compilable'
import { compilePlatform, type CompileFacts } from '../src/platform/compile'
import { decidePlatform, type PlatformActCommand } from '../src/platform/decide'
import { type PlatformEvent } from '../src/platform/events'
import { evolvePlatform } from '../src/platform/evolve'
import { freezePlatform } from '../src/platform/freeze'
import { type ClauseRef, type PlatformRef } from '../src/platform/ids'
import { type Succession } from '../src/platform/supersede'
import { retractFromPlatform } from '../src/platform/retract'
import { initialPlatformState, type PlatformState } from '../src/platform/state'
import { foundingTerms } from '../src/process/charter'
import { type Coalition } from '../src/process/coalition'
import { type ProcessCommand } from '../src/process/commands'
import { type RetractionEvent } from '../src/process/events'
import { type SubmissionRef } from '../src/submission/ids'
import { testCommandId } from '../src/testing/given'
import { type Decision, fold } from '../src/kernel/decider'

export const process = 'khemisset' as ProcessSlug
export const V1 = 'V1' as PlatformRef

/** A hash that stands for a text: sixty-four times the same digit. */
export const hashOf = (digit: string): Hash => `sha256:${digit.repeat(64)}` as Hash

export const associations = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5'
] as ReadonlyArray<string> as ReadonlyArray<AssociationRef>

const levels: { readonly [ref: string]: 'local' | 'provincial' | 'national' } = {
  H1: 'local',
  H2: 'provincial',
  H3: 'national'
}

/** The coalition as at an instant: five associations, three authorities, sixty days at the provincial level only. */
export const coalitionAt = (at: string): Coalition => ({
  process,
  at: at as Instant,
  date: localDate(at as Instant),
  authoritative: 'ar' as Coalition['authoritative'],
  languages: ['ar', 'fr'] as ReadonlyArray<string> as Coalition['languages'],
  rules: 1,
  openedAt: '2025-10-26T09:00:00.000+01:00' as Instant,
  stage: 'adoption',
  charter: {
    version: 1,
    confirmed: true,
    terms: { ...foundingTerms, answerWithinDays: { provincial: 60 as Positive } }
  },
  termsOf: () => undefined,
  eligible: associations,
  standing: () => 'registered',
  mandate: () => undefined,
  hasTheme: () => true,
  hasReference: () => true,
  authority: ref => {
    const level = levels[ref]
    return level === undefined ? undefined : { level }
  },
  asAt: coalitionAt
})

/** A submission with its fate, as the path would tell it. */
export const submission = (
  ref: string,
  given: Omit<Partial<CompilableSubmission>, 'ref' | 'themes' | 'into'> & {
    readonly themes?: ReadonlyArray<string>
    readonly into?: ReadonlyArray<string>
  } = {}
): CompilableSubmission => {
  const text = { revision: 1 as Positive, textHash: hashOf(ref.slice(-1)) }
  return {
    ref: ref as SubmissionRef,
    kind: ref.startsWith('D') ? 'diagnosis' : ref.startsWith('E') ? 'assessment' : 'proposal',
    current: text,
    ...(given.fate?.startsWith('adopted') === true ? { accepted: text } : {}),
    areas: [{ kind: 'urban' }],
    levels: [],
    openCollisions: [],
    since: '2025-12-28T10:00:00.000+01:00' as Instant,
    ...given,
    themes: (given.themes ?? []) as CompilableSubmission['themes'],
    ...(given.into === undefined ? {} : { into: given.into as ReadonlyArray<SubmissionRef> })
  } as CompilableSubmission
}

/** One finding, two clauses (P3 by the first theme, P1 by the second), one exclusion. */
export const submissions: ReadonlyArray<CompilableSubmission> = [
  submission('D1', { fate: 'adoptedAsIs', themes: ['T1'] }),
  submission('P1', { fate: 'adoptedAsIs', themes: ['T2'], levels: ['local', 'provincial'] }),
  submission('P2', { fate: 'mergedInto', into: ['P3'], themes: ['T1'] }),
  submission('P3', { fate: 'adoptedAsAmended', themes: ['T1'], levels: ['provincial'] })
]

/** One act on the platform: when, and what it decides. */
export interface Act {
  readonly at: string
  readonly decide: (
    coalition: Coalition
  ) => (state: PlatformState) => Decision<Decided<PlatformEvent | RetractionEvent>>
}

const office: Actor = { as: 'office', office: 'secretary', mandate: 'A1-m2' as MandateRef }

type TestedCommand = PlatformCommand | ProcessCommand

/** The frame and payload of a command in the secretary's name. */
export const command = <N extends TestedCommand['name']>(
  name: N,
  payload: object,
  at: string,
  also: { readonly actor?: Actor; readonly evidence?: Evidence; readonly index?: number } = {}
) =>
  ({
    id: testCommandId(also.index ?? 900),
    process,
    name,
    v: 1,
    payload,
    occurredAt: at as Instant,
    recordedAt: `${at.slice(0, 23)}Z` as UtcInstant,
    actor: also.actor ?? office,
    recordedBy: 'A1-m2' as MandateRef,
    ...(also.evidence === undefined ? {} : { evidence: also.evidence })
  }) as Extract<TestedCommand, { readonly name: N }>

export const compiling = (
  at: string,
  facts: Partial<CompileFacts> = {},
  payload: object = { ref: 'V1' }
): Act => ({
  at,
  decide: coalition =>
    compilePlatform(command('CompilePlatform', payload, at), coalition, {
      submissions,
      log: 40,
      platforms: {},
      ...facts
    })
})

export const freezing = (
  at: string,
  given: ReadonlyArray<CompilableSubmission> = submissions,
  platform = V1
): Act => ({
  at,
  decide: coalition =>
    freezePlatform(coalition, { platform, decision: 'M2-Q7' as DecisionRef, submissions: given })
})

export const acting = (
  name: PlatformActCommand['name'],
  payload: object,
  at: string,
  also: { readonly actor?: Actor; readonly evidence?: Evidence } = {}
): Act => ({
  at,
  decide: coalition => decidePlatform(command(name, payload, at, also) as PlatformActCommand, coalition)
})

/** An association's word in a roll call, as a test writes it. */
export interface Word {
  readonly association: string
  readonly vote: string
  readonly clauses?: ReadonlyArray<string>
}

export const rollCall = (votes: ReadonlyArray<Word>): AdoptionVote['method'] =>
  ({ kind: 'rollCall', votes }) as AdoptionVote['method']

/** A roll call of the five: three endorse, one of them with a reservation on V1.2, A4 says nothing, A5 is absent. */
export const vote = (documentHash: Hash, given: Partial<AdoptionVote> = {}): AdoptionVote =>
  ({
    ref: 'M2-Q8',
    subject: { kind: 'platform', ref: 'V1', textHash: documentHash },
    motion: 'adopt',
    outcome: 'adopted',
    method: rollCall([
      { association: 'A1', vote: 'endorsing' },
      { association: 'A2', vote: 'withReservations', clauses: ['V1.2'] },
      { association: 'A3', vote: 'opposing' }
    ]),
    present: ['A1', 'A2', 'A3', 'A4'],
    proxies: [],
    eligible: associations,
    quorumNeeded: 3,
    charter: 1,
    ...given
  }) as AdoptionVote

export const adopting = (at: string, documentHash: Hash, given: Partial<AdoptionVote> = {}): Act => ({
  at,
  decide: coalition =>
    adoptPlatform(coalition, { platform: V1, vote: vote(documentHash, given), succession: [], platforms: {} })
})

/** A typing mistake taken back. */
export const retracting = (entry: string, at: string = '2026-04-01T10:00:00.000+01:00'): Act => ({
  at,
  decide: coalition =>
    retractFromPlatform(
      command(
        'RetractEntry',
        { entry, stream: 'platform-khemisset.V1', reason: 'مثال توضيحي: خطأ في الرقن' },
        at
      ),
      coalition
    )
})

/** The state after acts that are all accepted; a refused act fails the test with its refusal. */
export const after = (acts: ReadonlyArray<Act>, from: PlatformState = initialPlatformState): PlatformState =>
  acts.reduce((state, act) => fold(evolvePlatform)(state, happenedIn(act, nextIndex())(state)), from)

/** What an act decides on a state. */
export const outcomeOf = (act: Act, state: PlatformState) => act.decide(coalitionAt(act.at))(state)

let appends = 0

/** Each append of a test has a command id of its own. */
const nextIndex = (): number => (appends += 1)

const happenedIn =
  ({ at, decide }: Act, index: number) =>
  (state: PlatformState): ReadonlyArray<Occurred<PlatformEvent | RetractionEvent>> => {
    const decided = decide(coalitionAt(at))(state)
    if (E.isLeft(decided))
      throw new Error(`the history of this test is refused: ${JSON.stringify(decided.left)}`)
    return decided.right.map((event, place) => ({
      ...event,
      format: 1,
      id: eventId(testCommandId(index), place),
      process,
      version: (index + 1) as Positive,
      v: 1 as Positive,
      charter: 1 as Count,
      rules: 1 as Positive,
      occurredAt: at as Instant,
      recordedAt: `${at.slice(0, 23)}Z` as UtcInstant,
      actor: office,
      recordedBy: 'A1-m2' as MandateRef
    }))
  }

/** The times of the story, in order. */
export const times = {
  compiled: '2025-12-28T11:00:00.000+01:00',
  frozen: '2025-12-28T12:00:00.000+01:00',
  adopted: '2025-12-28T13:00:00.000+01:00',
  raised: '2026-01-05T10:00:00.000+01:00',
  answered: '2026-02-02T10:00:00.000+01:00',
  later: '2026-04-01T10:00:00.000+01:00'
} as const

export const drafted = after([compiling(times.compiled)])
export const frozen = after([freezing(times.frozen)], drafted)
export const frozenHash = frozen.freezes[0]?.documentHash ?? hashOf('0')
export const adopted = after([adopting(times.adopted, frozenHash)], frozen)

/** V1-S1: delivered to the provincial authority, due sixty days after 5 January 2026. */
export const raise = (payload: object = {}, at: string = times.raised): Act =>
  acting(
    'RaisePlatform',
    {
      ref: 'V1-S1',
      platform: 'V1',
      level: 'provincial',
      authority: 'H2',
      channel: 'deposit',
      date: '2026-01-05',
      ...payload
    },
    at
  )

/** V1-S1-N1: accepted in part on V1.1. */
export const respond = (payload: object = {}, at: string = times.answered): Act =>
  acting(
    'RecordResponse',
    {
      ref: 'V1-S1-N1',
      raising: 'V1-S1',
      clauses: ['V1.1'],
      outcome: 'inPart',
      quotation: 'مثال توضيحي: ستدرس المطالب في حدود الميزانية المتاحة',
      date: '2026-02-01',
      ...payload
    },
    at
  )

/** V1-K1: promised on V1.1, resting on the response. */
export const commit = (payload: object = {}, at: string = times.answered): Act =>
  acting(
    'RecordCommitment',
    {
      ref: 'V1-K1',
      platform: 'V1',
      clause: 'V1.1',
      institution: 'H2',
      wording: 'مثال توضيحي: ربط الدواوير المجاورة بالماء الشروب',
      due: '2026-12-31',
      response: 'V1-S1-N1',
      ...payload
    },
    at
  )

export const progress = (payload: object = {}, at: string = times.later, evidence?: Evidence): Act =>
  acting(
    'RecordProgress',
    {
      commitment: 'V1-K1',
      state: 'underway',
      date: '2026-03-15',
      shownBy: 'claimedByTheInstitution',
      ...payload
    },
    at,
    evidence === undefined ? {} : { evidence }
  )

export const raised = after([raise()], adopted)
export const answered = after([respond()], raised)
export const committed = after([commit()], answered)

export const V2 = 'V2' as PlatformRef

/** A second version of the same content, frozen: V2.1 is P3, V2.2 is P1. */
export const secondFrozen = after([
  compiling(times.later, { platforms: { V1: adopted } }, { ref: 'V2' }),
  freezing(times.later, submissions, V2)
])

/** The second version is adopted; `succession` says where the clauses of the first are. */
export const adoptingSecond = (succession: ReadonlyArray<Succession>): Act => ({
  at: times.later,
  decide: coalition =>
    adoptPlatform(coalition, {
      platform: V2,
      vote: vote(secondFrozen.freezes[0]?.documentHash ?? hashOf('0'), { method: rollCall([]) }),
      succession,
      platforms: { V1: adopted, V2: secondFrozen }
    })
})

/** Where a clause went, as a test writes it. */
export const succeeds = (clause: string, to?: string, droppedBecause?: string): Succession => ({
  clause: clause as ClauseRef,
  ...(to === undefined ? {} : { to: to as ClauseRef }),
  ...(droppedBecause === undefined ? {} : { droppedBecause: droppedBecause as Words })
})

/** Only what an act decides for one stream. */
export const inStream = (act: Act, stream: string): Act => ({
  at: act.at,
  decide: coalition => () =>
    E.map((events: ReadonlyArray<Decided<PlatformEvent | RetractionEvent>>) =>
      events.filter(event => event.stream === stream)
    )(act.decide(coalition)(secondFrozen))
})

/** The first version, superseded by the second. */
export const superseded = after(
  [
    inStream(
      adoptingSecond([succeeds('V1.1', 'V2.1'), succeeds('V1.2', undefined, 'مثال توضيحي: تحقق')]),
      'platform-khemisset.V1'
    )
  ],
  adopted
)
