/**
 * What the other slices may ask of the process, as at the time of an act: dated facts are read as at `occurredAt`,
 * never as they are now (rule 2).
 */
import {
  type Instant,
  justBefore,
  type Language,
  type LocalDate,
  type PersonRef,
  type ProcessSlug
} from '../kernel/primitives'
import { type AssociationRef, type MandateRef } from '../kernel/envelope'
import { type CharterTerms } from './charter'
import { type Role } from './events'
import { type AuthorityRef, type Level, type ReferenceRef, type Stage, type ThemeRef } from './ids'

export type Standing = 'registered' | 'suspended' | 'left'

export interface Mandate {
  readonly ref: MandateRef
  readonly association: AssociationRef
  readonly person: PersonRef
  readonly role: Role
  readonly from: LocalDate
  readonly until?: LocalDate
  /** Whether it is valid on the local date of the act, and not revoked. */
  readonly valid: boolean
}

export interface Coalition {
  readonly process: ProcessSlug
  readonly at: Instant
  /** The local date written in `at`. */
  readonly date: LocalDate
  readonly authoritative: Language
  readonly languages: ReadonlyArray<Language>
  readonly rules: number
  readonly openedAt: Instant
  readonly stage: Stage
  /** The charter in force at `at`; version 0 are the founding rules. */
  readonly charter: { readonly version: number; readonly terms: CharterTerms; readonly confirmed: boolean }
  /** The terms of a version, whenever it was in force: what was judged by it stays so. 0 are the founding rules. */
  readonly termsOf: (version: number) => CharterTerms | undefined
  /** Registered, not suspended, not left at `at`, in number order. */
  readonly eligible: ReadonlyArray<AssociationRef>
  /** Of an association known at `at`. */
  readonly standing: (association: AssociationRef) => Standing | undefined
  readonly mandate: (ref: MandateRef) => Mandate | undefined
  readonly hasTheme: (ref: ThemeRef) => boolean
  readonly hasReference: (ref: ReferenceRef) => boolean
  readonly authority: (ref: AuthorityRef) => { readonly level: Level } | undefined
  /**
   * The coalition as it is now known to have been at another time: a sitting is held under the charter in force when
   * it opened, a corrected count is measured by those eligible when it was taken.
   */
  readonly asAt: (at: Instant) => Coalition
}

/**
 * Why something would have been refused at an instant, with what is now known. What happened at that very millisecond
 * speaks against nothing: nobody can say which came first (rule 2).
 */
export const refusedThen = <Refusal>(
  coalition: Coalition,
  at: Instant,
  refusal: (then: Coalition) => Refusal | undefined
): Refusal | undefined => {
  const found = refusal(coalition.asAt(at))
  return found === undefined || refusal(coalition.asAt(justBefore(at))) === undefined ? undefined : found
}

/** Whether something was so then, in the same sense. */
export const wasSo = (coalition: Coalition, at: Instant, so: (then: Coalition) => boolean): boolean =>
  refusedThen(coalition, at, then => (so(then) ? undefined : 'no')) === undefined
