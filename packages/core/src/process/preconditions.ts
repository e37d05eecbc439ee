/** What several decisions on the process ask first. */
import * as E from 'fp-ts/lib/Either'
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { type LocalDate, millis, type PersonRef } from '../kernel/primitives'
import { first, type Objection, precedes } from '../kernel/objection'
import { NumberNotNext, ReferenceUnknown } from '../kernel/rejections'
import { processStream } from '../kernel/stream-name'
import { type Coalition } from './coalition'
import { type ProcessEvent } from './events'
import { associationOf } from './numbers'
import { AssociationHasLeft, MandateEndsBeforeItBegins, PersonIsErased } from './rejections'
import { standingAt } from './standing'
import { type ProcessState } from './state'

/** What a decision of the process gives. */
export type ProcessDecision = Decision<Decided<ProcessEvent>>

/** The first objection refuses; without one the events stand, in the process's own stream. */
export const unless = (
  process: Parameters<typeof processStream>[0],
  objections: ReadonlyArray<() => Objection>,
  events: () => ReadonlyArray<ProcessEvent & Pick<Decided<ProcessEvent>, 'cause'>>
): ProcessDecision => {
  const refused = first(objections)
  if (refused !== undefined) return E.left(refused)
  const stream = processStream(process)
  return E.right(events().map(event => ({ ...event, stream })))
}

/** Numbers are never shifted: the one that is given is the next free one (domain.md §2). */
export const notNext = (field: string, given: string, next: string): Objection =>
  given === next ? undefined : NumberNotNext(field, given, { next })

/** The association exists, and did so at the time of the act. */
export const associationUnknown = (
  field: string,
  ref: string,
  state: ProcessState,
  { at }: Coalition
): Objection => {
  const association = associationOf(state, ref)
  return association === undefined
    ? ReferenceUnknown(field, ref, { kind: 'association' })
    : precedes(at, ref, association.at)
}

/** The association had left by the time of the act. */
export const associationGone = (
  field: string,
  ref: string,
  state: ProcessState,
  { at }: Coalition
): Objection => {
  const association = associationOf(state, ref)
  return association !== undefined && standingAt(association, millis(at)) === 'left'
    ? AssociationHasLeft(field, ref, { association: ref })
    : undefined
}

/** The person is known to the log, and was so at the time of the act. */
export const personUnknown = (
  field: string,
  ref: PersonRef,
  state: ProcessState,
  { at }: Coalition
): Objection => {
  const since = state.persons[ref]?.details[0]?.at
  return since === undefined ? ReferenceUnknown(field, ref, { kind: 'person' }) : precedes(at, ref, since)
}

/** The person asked to be forgotten, whatever the date of the act: details that come later would outlive the erasure. */
export const personErased = (field: string, ref: PersonRef, state: ProcessState): Objection => {
  const asked = state.persons[ref]?.erasure?.asked
  return asked === undefined ? undefined : PersonIsErased(field, ref, { askedAt: asked.at })
}

/** A mandate that ends before it begins is never valid. */
export const endsBeforeItBegins = (
  field: string,
  { from, until }: { readonly from: LocalDate; readonly until?: LocalDate | undefined }
): Objection =>
  until !== undefined && until < from ? MandateEndsBeforeItBegins(field, until, { from }) : undefined
