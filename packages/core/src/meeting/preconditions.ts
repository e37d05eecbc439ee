/** What acts at a meeting have in common before they are judged: each gives the refusal, or undefined. */
import * as E from 'fp-ts/lib/Either'
import { type CommandOf } from '../kernel/command'
import { type Decision } from '../kernel/decider'
import { type AssociationRef, type MandateRef } from '../kernel/envelope'
import { type Decided } from '../kernel/event'
import { type Instant } from '../kernel/primitives'
import { precedes } from '../kernel/objection'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type meetingCommands } from './commands'
import { type MeetingEvent } from './events'
import { type MeetingRef } from './ids'
import {
  AssociationNotEligible,
  MandateOutOfForce,
  MeetingIsCancelled,
  MeetingIsClosed,
  MeetingSealed,
  NotAnOpenSitting
} from './rejections'
import { entryOf, phaseAt, type Sitting, sittingAt } from './sittings'
import { type MeetingState } from './state'

export type Asked<Name extends keyof typeof meetingCommands> = CommandOf<typeof meetingCommands, Name>
export type MeetingDecision = Decision<Decided<MeetingEvent>>

/** The events, unless there is a refusal. */
export const unless = <E>(
  refused: Rejection | undefined,
  events: () => ReadonlyArray<E>
): E.Either<Rejection, ReadonlyArray<E>> => (refused === undefined ? E.right(events()) : E.left(refused))

/** An act at a meeting: when, and at which. */
export interface MeetingAct {
  readonly occurredAt: Instant
  readonly payload: { readonly meeting: MeetingRef }
}

/** The meeting exists by then, was not called off, and its minutes are not sealed (rule 2). */
export const meetingRefused = (state: MeetingState, act: MeetingAct): Rejection | undefined =>
  unknownRefused(state, act) ??
  sealedRefused(state, act.payload.meeting) ??
  cancelledRefused(state, act.payload.meeting)

const unknownRefused = (state: MeetingState, { occurredAt, payload }: MeetingAct): Rejection | undefined =>
  state.schedule === undefined
    ? ReferenceUnknown('payload.meeting', payload.meeting, { kind: 'meeting' })
    : precedes(occurredAt, payload.meeting, state.schedule.at)

/** Sealed minutes close the meeting's stream to every act (rule 2). */
export const sealedRefused = (state: MeetingState, meeting: MeetingRef): Rejection | undefined =>
  state.minutes?.sealed === undefined
    ? undefined
    : MeetingSealed('payload.meeting', meeting, { sealedAt: state.minutes.sealed.at })

const cancelledRefused = (state: MeetingState, meeting: MeetingRef): Rejection | undefined => {
  const cancelled = entryOf(state, 'cancelled')
  return cancelled === undefined
    ? undefined
    : MeetingIsCancelled('payload.meeting', meeting, { since: cancelled.at })
}

/** The meeting was not yet over at the time of the act. */
export const closedRefused = (state: MeetingState, at: Instant): Rejection | undefined =>
  phaseAt(state, { at }) === 'closed'
    ? MeetingIsClosed('at', at, { since: entryOf(state, 'closed')?.at ?? at })
    : undefined

/** The sitting that was open at the time of the act (rule 5). */
export const openSitting = (state: MeetingState, at: Instant): E.Either<Rejection, Sitting> => {
  const sitting = sittingAt(state, { at })
  return sitting === undefined
    ? E.left(NotAnOpenSitting('at', at, { at, meeting: phaseAt(state, { at }) }))
    : E.right(sitting)
}

/** A sitting was open at the time of the act (rule 5). */
export const sittingRefused = (state: MeetingState, at: Instant): Rejection | undefined => {
  const sitting = openSitting(state, at)
  return E.isLeft(sitting) ? sitting.left : undefined
}

/** The mandate exists and is valid on the date of the act (rule 3). */
export const mandateRefused = (
  coalition: Coalition,
  field: string,
  ref: MandateRef
): Rejection | undefined => {
  const mandate = coalition.mandate(ref)
  if (mandate === undefined) return ReferenceUnknown(field, ref, { kind: 'mandate' })
  return mandate.valid ? undefined : MandateOutOfForce(field, ref, { date: coalition.date })
}

/** The association exists and is neither suspended nor gone (rule 3). */
export const associationRefused = (
  coalition: Coalition,
  field: string,
  ref: AssociationRef
): Rejection | undefined => {
  const standing = coalition.standing(ref)
  if (standing === undefined) return ReferenceUnknown(field, ref, { kind: 'association' })
  return standing === 'registered' ? undefined : AssociationNotEligible(field, ref, { standing })
}
