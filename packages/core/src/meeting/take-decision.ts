/** A decision put and declared at a meeting, judged once on what is on record by its own time (rules 2, 4, 5, 13, 16). */
import * as E from 'fp-ts/lib/Either'
import { type Count, type Words } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { NumberNotNext } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { itemRefused } from './agenda'
import { attendanceAt } from './attendance'
import { charterOf, type CharterInForce } from './charter'
import { judge } from './count'
import { type Method, type Motion, type Outcome, type Subject } from './decision'
import { type MeetingEvent } from './events'
import { type AgendaItemRef, type DecisionRef, type MeetingRef } from './ids'
import { nextDecision } from './numbers'
import { firstOf, namedTwice } from '../kernel/objection'
import { mandateRefused, type MeetingAct, meetingRefused, openSitting } from './preconditions'
import { countedForQuorum, quorumNeeded, voicesAt, type Voices } from './quorum'
import { PresentDiffers, QuorumNotReached, TellersMissing } from './rejections'
import { type Sitting } from './sittings'
import { type MeetingState } from './state'

/** What DecisionTaken holds. */
export type DecisionTaken = Extract<MeetingEvent, { readonly type: 'DecisionTaken' }>['data']

/** What is asked for with Decide, as far as the meeting judges it; the path judges subject and effects. */
export interface DecisionAsked extends MeetingAct {
  readonly payload: {
    readonly meeting: MeetingRef
    readonly ref: DecisionRef
    readonly subject: Subject
    readonly motion: Motion
    readonly outcome: Outcome
    readonly method: Method
    readonly present: Count
    readonly item?: AgendaItemRef
    readonly reason?: Words
    readonly modified?: ReadonlyArray<unknown>
  }
}

/**
 * The data of DecisionTaken. Left: NotAnOpenSitting, NumberNotNext, ItemNotOpen, PresentDiffers, QuorumNotReached, what
 * `count` refuses, OutcomeDiffers, ConsensusIsBroken.
 */
export const takeDecision = (
  asked: DecisionAsked,
  coalition: Coalition,
  state: MeetingState
): E.Either<Rejection, DecisionTaken> => {
  const refused = meetingRefused(state, asked)
  if (refused !== undefined) return E.left(refused)
  const sitting = openSitting(state, asked.occurredAt)
  return E.isLeft(sitting) ? sitting : takeIn(sitting.right, asked, coalition, state)
}

const takeIn = (
  sitting: Sitting,
  asked: DecisionAsked,
  coalition: Coalition,
  state: MeetingState
): E.Either<Rejection, DecisionTaken> => {
  const charter = charterOf(asked.payload, coalition, sitting)
  const voices = voicesAt(state, { at: asked.occurredAt }, coalition, charter.terms)
  const needed = quorumNeeded(charter.terms, voices.eligible.length, state.schedule, sitting)
  const refused =
    numberRefused(asked, state) ??
    agendaRefused(asked, state) ??
    presentRefused(asked, state, voices, charter) ??
    quorumRefused(asked, state, voices, charter, needed) ??
    tellersRefused(asked.payload.method, coalition)
  if (refused !== undefined) return E.left(refused)
  const judged = judge(countedOf(asked, voices, charter), asked.payload.outcome)
  return E.isLeft(judged) ? judged : E.right(dataOf(asked, voices, charter, needed))
}

const numberRefused = ({ payload }: DecisionAsked, state: MeetingState): Rejection | undefined => {
  const next = nextDecision(payload.meeting, state)
  return payload.ref === next ? undefined : NumberNotNext('payload.ref', payload.ref, { next })
}

const agendaRefused = ({ occurredAt, payload }: DecisionAsked, state: MeetingState): Rejection | undefined =>
  payload.item === undefined ? undefined : itemRefused(state, occurredAt, payload.item)

const presentRefused = (
  asked: DecisionAsked,
  state: MeetingState,
  voices: Voices,
  charter: CharterInForce
): Rejection | undefined => {
  const { present: declared } = asked.payload
  const present = voices.present.length
  return declared === present
    ? undefined
    : PresentDiffers('payload.present', declared, {
        declared,
        present,
        ...notCounted(asked, state, voices, charter)
      })
}

const quorumRefused = (
  asked: DecisionAsked,
  state: MeetingState,
  voices: Voices,
  charter: CharterInForce,
  needed: number
): Rejection | undefined => {
  const present = countedForQuorum(voices, charter.terms)
  return present >= needed
    ? undefined
    : QuorumNotReached('payload.ref', asked.payload.ref, {
        present,
        needed,
        eligible: voices.eligible.length,
        ...notCounted(asked, state, voices, charter)
      })
}

/** How many are there remotely, where the charter counts only those in the room. */
const notCounted = (
  { occurredAt }: DecisionAsked,
  state: MeetingState,
  { eligible }: Voices,
  { terms, version }: CharterInForce
): { readonly remote?: number; readonly charter?: number } => {
  const remote = attendanceAt(state, { at: occurredAt }).present.filter(
    ({ association, attending }) => attending === 'remote' && eligible.includes(association)
  )
  return terms.remoteCounts || remote.length === 0 ? {} : { remote: remote.length, charter: version }
}

/** Somebody with a valid mandate counted a secret ballot. */
export const tellersRefused = (method: Method, coalition: Coalition): Rejection | undefined => {
  if (method.kind !== 'secretBallot') return undefined
  const field = 'payload.method.tellers'
  return method.tellers.length === 0
    ? TellersMissing(field, [], {})
    : (namedTwice(field, method.tellers) ??
        firstOf(method.tellers, teller => mandateRefused(coalition, field, teller)))
}

const countedOf = ({ payload }: DecisionAsked, voices: Voices, { terms }: CharterInForce) => ({
  subject: payload.subject.kind,
  motion: payload.motion,
  method: payload.method,
  modified: payload.modified !== undefined,
  terms,
  voices
})

const dataOf = (
  { payload }: DecisionAsked,
  { present, proxies, eligible }: Voices,
  charter: CharterInForce,
  needed: number
): DecisionTaken => ({
  ref: payload.ref,
  subject: payload.subject,
  motion: payload.motion,
  outcome: payload.outcome,
  method: payload.method,
  present,
  proxies,
  eligible,
  quorumNeeded: needed as Count,
  charter: charter.version as Count,
  ...(payload.item === undefined ? {} : { item: payload.item }),
  ...(payload.reason === undefined ? {} : { reason: payload.reason })
})
