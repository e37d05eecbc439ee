/** A real coalition and its second meeting, told as events, for the tests of the meeting. */
import * as E from 'fp-ts/lib/Either'
import { type Decision } from '../src/kernel/decider'
import { type Actor, type AssociationRef, type MandateRef } from '../src/kernel/envelope'
import { type Decided, type Occurred } from '../src/kernel/event'
import {
  type EventId,
  eventId,
  type Instant,
  type ProcessSlug,
  type UtcInstant
} from '../src/kernel/primitives'
import { type Rejection } from '../src/kernel/rejection'
import { streamOf } from '../src/kernel/stream-name'
import { type MeetingCommand } from '../src/meeting/commands'
import { decideMeeting } from '../src/meeting/decide'
import { type MeetingEvent, meetingEvents } from '../src/meeting/events'
import { evolveMeeting } from '../src/meeting/evolve'
import { type RetractionAsked, retractMeetingEntry } from '../src/meeting/retract'
import { initialMeetingState, type MeetingState } from '../src/meeting/state'
import { type DecisionAsked, takeDecision } from '../src/meeting/take-decision'
import { type CharterTerms, foundingTerms } from '../src/process/charter'
import { type Coalition } from '../src/process/coalition'
import { coalitionAt } from '../src/process/coalition-at'
import { type ProcessEvent, type RetractionEvent, retractionEvents } from '../src/process/events'
import { evolveProcess } from '../src/process/evolve'
import { initialProcessState, type ProcessState } from '../src/process/state'
import { given, happened, type Outcome, testCommandId } from '../src/testing/given'

export const process = 'khemisset' as ProcessSlug

/** A time of the meeting's day, Sunday 28 December 2025; another day where one is given. */
export const at = (clock: string, day = '2025-12-28'): Instant => `${day}T${clock}:00.000+01:00` as Instant

const convenor: Actor = { as: 'office', office: 'convenor', mandate: 'A1-m1' as MandateRef }
const told = { process, actor: convenor, recordedBy: 'A1-m1' as MandateRef }

/** `p_` and 26 letters: a person of a test by a number. */
export const person = (number: number): string =>
  `p_${'a'.repeat(24)}${String.fromCharCode(97 + (number % 26))}${String.fromCharCode(97 + Math.floor(number / 26))}`

/** What a charter of these tests changes of the founding rules. */
export type Terms = Partial<CharterTerms>

export interface World {
  readonly associations?: number
  /** Adopted by decision before the meeting; without it the founding rules hold. */
  readonly charter?: Terms
  /** Further events of the process. */
  readonly also?: ReadonlyArray<ProcessEvent & { readonly at: string }>
}

const hash = `sha256:${'0'.repeat(64)}`
const because = 'مثال توضيحي'

/** An event of the process, with its time. */
export const processEvent = (
  type: ProcessEvent['type'],
  clock: string,
  data: object
): ProcessEvent & { at: string } => ({ type, data, at: clock }) as ProcessEvent & { at: string }

/** A charter as an event: adopted by decision, or entered by the convenor where `founding`. */
export const charter = (version: number, terms: Terms, clock: string, founding = false) =>
  processEvent('CharterAdopted', clock, {
    version,
    text: { language: 'ar', title: 'ميثاق التنسيق', blocks: [{ kind: 'paragraph', text: because }] },
    textHash: hash,
    terms: { ...foundingTerms, ...terms },
    ...(founding ? {} : { decision: 'M1-Q1' })
  })

/** `A1` to `An`, each with two mandates `An-m1`, `An-m2`; a reference `R1`. */
export const processState = ({ associations = 5, charter: terms, also = [] }: World = {}): ProcessState => {
  const start = at('09:00', '2025-10-01')
  const members = Array.from({ length: associations }, (_, index) => member(index + 1)).flat()
  const history: ReadonlyArray<ProcessEvent & { readonly at?: string }> = [
    processEvent('ProcessOpened', start, {
      title: { ar: 'المسار التشاركي للخميسات' },
      slogan: { ar: because },
      territory: { ar: 'الخميسات' },
      zone: 'Africa/Casablanca',
      languages: ['ar', 'fr'],
      authoritative: 'ar',
      rules: 1
    }),
    ...members,
    processEvent('ReferenceRegistered', start, {
      ref: 'R1',
      title: { ar: 'خطاب العرش' },
      issuer: { ar: because },
      kind: 'speech',
      date: '2025-07-29'
    }),
    ...(terms === undefined ? [] : [charter(1, terms, start)]),
    ...also
  ]
  return happened({ ...told, stream: streamOf(process, 'M1') }, start, history).reduce(
    evolveProcess,
    initialProcessState
  )
}

const member = (number: number): ReadonlyArray<ProcessEvent & { at: string }> => {
  const start = at('09:00', '2025-10-01')
  const association = `A${number}`
  const mandate = (of: number) =>
    processEvent('MandateGranted', start, {
      ref: `${association}-m${of}`,
      association,
      person: person(number * 2 + of),
      commitment: hash,
      role: number === 1 && of === 1 ? 'convenor' : of === 1 ? 'representative' : 'alternate',
      from: '2025-10-01'
    })
  return [
    processEvent('AssociationRegistered', start, {
      ref: association,
      names: { ar: `جمعية محلية ${number}`, fr: `Association locale ${number}` }
    }),
    mandate(1),
    mandate(2)
  ]
}

const founded = new WeakMap<World, ProcessState>()

/** The coalition as at an instant. */
export const coalitionOf = (world: World = {}): ((instant: Instant) => Coalition) => {
  const process = founded.get(world) ?? processState(world)
  founded.set(world, process)
  return instant => coalitionAt(process, instant)
}

type Told = (MeetingEvent | RetractionEvent) & { readonly at: string }

/** Any event of the meeting's stream. */
export const fact = (type: MeetingEvent['type'] | 'EntryRetracted', clock: string, data: object): Told =>
  ({ type, data, at: at(clock) }) as Told

/** The meeting's own events, short: `arrived('A2', '10:00')`. */
export const scheduled = (data: object = {}): Told => ({
  ...fact('MeetingScheduled', '09:00', {
    ref: 'M2',
    title: { ar: 'لقاء تجميع المقترحات', fr: 'Rencontre de synthèse' },
    kind: 'roundTable',
    venue: { name: { ar: 'دار الشباب 20 غشت' } },
    startsAt: at('10:00'),
    endsAt: at('14:00'),
    zone: 'Africa/Casablanca',
    agenda: [
      { ref: 'M2.1', title: { ar: 'المقترحات' }, minutes: 90 },
      { ref: 'M2.2', title: { ar: 'الميثاق' }, minutes: 30 }
    ],
    ...data
  }),
  at: at('09:00', '2025-12-01')
})
export const opened = (clock = '10:00', chair = 'A1-m1', rapporteur = 'A2-m1'): Told =>
  fact('MeetingOpened', clock, { chair, rapporteur })
export const handedOver = (to: string, clock: string): Told =>
  fact('ChairHandedOver', clock, { from: 'A1-m1', to })
export const arrived = (association: string, clock = '10:00', data: object = {}): Told =>
  fact('ArrivalRecorded', clock, {
    association,
    delegates: [`${association}-m1`],
    voter: `${association}-m1`,
    attending: 'inTheRoom',
    ...data
  })
export const departed = (association: string, clock: string): Told =>
  fact('DepartureRecorded', clock, { association })
export const proxied = (from: string, to: string, clock: string): Told =>
  fact('ProxyGiven', clock, { from, to })
export const itemOpened = (item = 'M2.1', clock = '10:05'): Told => fact('AgendaItemOpened', clock, { item })
export const discussed = (speakers: ReadonlyArray<string>, clock: string, data: object = {}): Told =>
  fact('ItemDiscussed', clock, {
    item: 'M2.1',
    summary: 'نقاش حول توفير الماء',
    speakers,
    submissions: ['P1'],
    references: ['R1'],
    ...data
  })
export const adjourned = (clock: string): Told => fact('MeetingAdjourned', clock, {})
export const resumed = (clock: string): Told => fact('MeetingResumed', clock, {})
export const closed = (clock = '14:00'): Told => fact('MeetingClosed', clock, {})
export const cancelled = (clock = '09:30'): Told => fact('MeetingCancelled', clock, { reason: because })
export const retracted = (entry: EventId, clock: string): Told =>
  fact('EntryRetracted', clock, { entry, reason: because })

/** `A1` to `An` come at ten. */
export const arrivals = (count: number, clock = '10:00'): ReadonlyArray<Told> =>
  Array.from({ length: count }, (_, index) => arrived(`A${index + 1}`, clock))

/** The id of the n-th event of a meeting's history, from 0. */
export const nth = (index: number): EventId => eventId(testCommandId(index), 0)

type Asked =
  | MeetingCommand
  | (DecisionAsked & { readonly name: 'Decide' })
  | (RetractionAsked & { readonly name: 'RetractEntry' })

/** Something asked at a time; the actor is the chair's office unless another is given. */
export const act = (
  name: Asked['name'],
  instant: Instant,
  payload: object = {},
  actor: Actor = convenor
): Asked =>
  ({
    id: testCommandId(4095),
    process,
    name,
    v: 1,
    occurredAt: instant,
    recordedAt: '2026-03-01T12:00:00.000Z' as UtcInstant,
    actor,
    recordedBy: 'A1-m1' as MandateRef,
    payload: { meeting: 'M2', ...payload }
  }) as Asked

/** An association speaks for itself. */
export const association = (ref: string): Actor => ({
  as: 'association',
  association: ref as AssociationRef,
  mandate: `${ref}-m1` as MandateRef
})

/** A show of hands on a proposal; what is given takes the place of what it is otherwise. */
export const decide = (clock: string, payload: object = {}): Asked =>
  act('Decide', at(clock), {
    ref: 'M2-Q1',
    subject: { kind: 'submission', ref: 'P1', revision: 1, textHash: hash },
    motion: 'accept',
    outcome: 'adopted',
    method: hands(3, 0),
    present: 3,
    ...payload
  })

export const hands = (inFavour: number, against: number, abstain = 0, chair?: string) => ({
  kind: 'showOfHands',
  for: inFavour,
  against,
  abstain,
  ...(chair === undefined ? {} : { chair })
})
export const roll = (votes: { readonly [association: string]: string }) => ({
  kind: 'rollCall',
  votes: Object.entries(votes).map(([ref, vote]) => ({ association: ref, vote }))
})

type MeetingFact = Occurred<MeetingEvent | RetractionEvent>
type Recorded = Decided<MeetingEvent | RetractionEvent>

const decideAsked =
  (world: World, firstCall: MeetingState | undefined) =>
  (asked: Asked) =>
  (state: MeetingState): Decision<Recorded> => {
    const coalition = coalitionOf(world)(asked.occurredAt)
    if (asked.name === 'RetractEntry') return decoded(retractMeetingEntry(asked, state))
    if (asked.name !== 'Decide') return decoded(decideMeeting(asked, coalition, firstCall)(state))
    const taken = takeDecision(asked, coalition, state)
    return E.isLeft(taken)
      ? taken
      : decoded(E.right([{ type: 'DecisionTaken', stream: streamOf(process, 'M2'), data: taken.right }]))
  }

/** Every event that a decision gives is of its stored shape. */
const decoded = (decision: Decision<Recorded>): Decision<Recorded> => {
  if (E.isLeft(decision)) return decision
  for (const { type, data } of decision.right) {
    const codec = type === 'EntryRetracted' ? retractionEvents[type] : meetingEvents[type]
    if (!codec.is(data)) throw new Error(`${type} does not decode: ${JSON.stringify(data)}`)
  }
  return decision
}

/** A history of the meeting's stream, in the order of recording. */
export const history = (events: ReadonlyArray<Told>): ReadonlyArray<MeetingFact> =>
  happened({ ...told, stream: streamOf(process, 'M2') }, at('09:00'), events)

/** What a history makes of the meeting. */
export const stateOf = (events: ReadonlyArray<Told>): MeetingState =>
  history(events).reduce(evolveMeeting, initialMeetingState)

/** `meeting(world)(events).when(command)`. */
export const meeting =
  (world: World = {}, firstCall?: MeetingState) =>
  (events: ReadonlyArray<Told>) =>
    given({
      initialState: initialMeetingState,
      evolve: evolveMeeting,
      decide: decideAsked(world, firstCall)
    })(history(events))

/** Why it was refused; a text that says so where it was not. */
export const refusalOf = (outcome: Outcome): Rejection | string =>
  'refused' in outcome ? outcome.refused : `accepted: ${outcome.events.map(({ type }) => type).join(', ')}`

/** What was recorded; a text with the refusal where it was refused. */
export const eventsOf = (outcome: Outcome): unknown =>
  'events' in outcome ? outcome.events : `refused: ${outcome.refused.tag}`

/** The history with one more act, as it was accepted. */
export const also = (asked: Asked, outcome: Outcome): ReadonlyArray<Told> =>
  'events' in outcome ? outcome.events.map(recorded => ({ ...recorded, at: asked.occurredAt }) as Told) : []

export type { Asked, Told }
