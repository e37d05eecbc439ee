/** What a raising asks of whom, and what has been answered, as at a date (rule 14: no clock, a given date). */
import { type LocalDate } from '../kernel/primitives'
import { type AuthorityRef } from '../process/ids'
import { type ClauseRef } from './ids'
import { clauseRef } from './numbers'
import { documentOf } from './standing'
import { type Entry, type Forwarding, type PlatformState, type Raising, type Response } from './state'

/**
 * The clauses that a raising asks an answer to: those that concern its level, and those that name no level. The
 * whole platform is delivered, but only what concerns an authority's level can be silent there.
 */
export const clausesAsked = (state: PlatformState, { level }: Raising): ReadonlyArray<ClauseRef> => {
  const document = documentOf(state)
  return document === undefined
    ? []
    : document.clauses
        .filter(({ levels }) => levels.length === 0 || levels.includes(level))
        .map(({ number }) => clauseRef(document.platform, number))
}

const lastForward = ({ forwards }: Raising, date: LocalDate): Forwarding | undefined =>
  byDate(forwards.filter(one => one.date <= date)).at(-1)

/** By when an answer is asked, as forwarded until then. */
export const dueOnAt = (raising: Raising, date: LocalDate): LocalDate =>
  lastForward(raising, date)?.dueOn ?? raising.dueOn

/** With whom the raising lies, as forwarded until then. */
export const authorityOn = (raising: Raising, date: LocalDate): AuthorityRef =>
  lastForward(raising, date)?.to ?? raising.authority

/** The answers to a clause until a date, the earliest first; struck-through ones do not count. */
export const answersTo = (raising: Raising, clause: ClauseRef, date: LocalDate): ReadonlyArray<Response> =>
  byDate(raising.responses.filter(one => stands(one) && one.date <= date && one.clauses.includes(clause)))

/**
 * The answers that settle a clause as at a date. One that refers it elsewhere does so until the raising is passed on:
 * from then it waits for the authority that it now lies with.
 */
export const settlingAnswers = (
  raising: Raising,
  clause: ClauseRef,
  date: LocalDate
): ReadonlyArray<Response> =>
  answersTo(raising, clause, date).filter(answer => !isPassedOn(raising, answer, date))

const isPassedOn = (
  { forwards }: Raising,
  { outcome, date: answeredOn }: Response,
  date: LocalDate
): boolean => outcome === 'referredTo' && forwards.some(one => one.date >= answeredOn && one.date <= date)

/** Whether an entry counts: not taken back as a typing mistake. */
export const stands = (entry: Entry): boolean => entry.retracted !== true

/** By the date they bear, then in the order of recording. */
export const byDate = <A extends { readonly date: LocalDate }>(items: ReadonlyArray<A>): ReadonlyArray<A> =>
  [...items].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
