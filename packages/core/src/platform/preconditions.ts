/** What several decisions on a platform ask first. */
import { namedTwice, type Objection, precedes } from '../kernel/objection'
import { type Rejection } from '../kernel/rejection'
import { PrecedesWhatItRefersTo, ReferenceUnknown } from '../kernel/rejections'
import { type Json, type LocalDate } from '../kernel/primitives'
import { type Coalition } from '../process/coalition'
import { type ClauseRef, type PlatformRef } from './ids'
import { clauseNumbers } from './numbers'
import {
  DateAfterTheAct,
  NoClauseNamed,
  PlatformIsAdopted,
  PlatformIsFrozen,
  PlatformIsSetAside,
  PlatformNotAdopted,
  PlatformNotFrozen
} from './rejections'
import { adoptionOf, freezeOf } from './standing'
import { type PlatformState } from './state'

/** The input's field in the decision that a meeting takes on a platform. */
export const SUBJECT = 'payload.subject.ref'

export const platformUnknown = (field: string, platform: PlatformRef, state: PlatformState): Objection =>
  state.ref === undefined ? ReferenceUnknown(field, platform, { kind: 'platform' }) : undefined

/** Drafting is over once the platform is frozen, adopted or set aside (rule 13). */
export const draftingOver = (field: string, platform: PlatformRef, state: PlatformState): Objection => {
  if (state.setAside !== undefined) return PlatformIsSetAside(field, platform, { since: state.setAside.at })
  const adoption = adoptionOf(state)
  if (adoption !== undefined) return PlatformIsAdopted(field, platform, { since: adoption.at })
  const freeze = freezeOf(state)
  return freeze === undefined ? undefined : PlatformIsFrozen(field, platform, { since: freeze.at })
}

/** What is raised, answered or left must be adopted, and before the act (rules 2 and 13). */
export const notAdopted = (
  field: string,
  platform: PlatformRef,
  state: PlatformState,
  coalition: Coalition
): Objection => {
  const adoption = adoptionOf(state)
  return adoption === undefined
    ? PlatformNotAdopted(field, platform, {})
    : precedes(coalition.at, platform, adoption.at)
}

/** A date in the data may precede neither what it refers to nor follow the act that tells of it (rule 2). */
export const dateOutside = (
  field: string,
  date: LocalDate,
  from: { readonly refersTo: string; readonly since: LocalDate },
  coalition: Coalition
): Objection => {
  if (date < from.since) return PrecedesWhatItRefersTo(field, date, from)
  return date > coalition.date ? DateAfterTheAct(field, date, { act: coalition.date }) : undefined
}

/** Clauses that are named must exist in the frozen document, at least one, none twice. */
export const clausesUnfit = (
  field: string,
  clauses: ReadonlyArray<ClauseRef>,
  state: PlatformState
): Objection => {
  if (clauses.length === 0) return NoClauseNamed(field, [], {})
  const unknown = clauses.find(clause => !clauseExists(state, clause))
  return namedTwice(field, clauses) ?? (unknown === undefined ? undefined : clauseUnknown(field, unknown))
}

export const clauseExists = (state: PlatformState, clause: string): boolean =>
  clauseNumbers(state).some(known => known.clause === clause)

export const clauseUnknown = (field: string, clause: Json): Rejection =>
  ReferenceUnknown(field, clause, { kind: 'clause' })

/** The authorities that are named are registered with the process. */
export const authorityUnknown = (
  field: string,
  authority: Parameters<Coalition['authority']>[0],
  coalition: Coalition
): Objection =>
  coalition.authority(authority) === undefined
    ? ReferenceUnknown(field, authority, { kind: 'authority' })
    : undefined

export const givenUp = (platform: PlatformRef, { setAside }: PlatformState): Objection =>
  setAside === undefined ? undefined : PlatformIsSetAside(SUBJECT, platform, { since: setAside.at })

export const adoptedAlready = (platform: PlatformRef, state: PlatformState): Objection => {
  const adoption = adoptionOf(state)
  return adoption === undefined ? undefined : PlatformIsAdopted(SUBJECT, platform, { since: adoption.at })
}

export const notFrozen = (platform: PlatformRef, state: PlatformState, coalition: Coalition): Objection => {
  const freeze = freezeOf(state)
  return freeze === undefined
    ? PlatformNotFrozen(SUBJECT, platform, {})
    : precedes(coalition.at, platform, freeze.at)
}
