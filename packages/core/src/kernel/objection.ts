/** How a decision is judged before it gives events: test after test, and the first that refuses counts. */
import * as E from 'fp-ts/lib/Either'
import { type Instant, millis } from './primitives'
import { type Rejection } from './rejection'
import { NamedTwice, PrecedesWhatItRefersTo } from './rejections'

/** A test that lets pass (`undefined`) or refuses. */
export type Objection = Rejection | undefined

/** The first objection refuses; without one the events stand. */
export const unless = <A>(
  objections: ReadonlyArray<() => Objection>,
  events: () => ReadonlyArray<A>
): E.Either<Rejection, ReadonlyArray<A>> => {
  const refused = first(objections)
  return refused === undefined ? E.right(events()) : E.left(refused)
}

/** The first objection that refuses. */
export const first = (objections: ReadonlyArray<() => Objection>): Objection => {
  for (const objection of objections) {
    const refused = objection()
    if (refused !== undefined) return refused
  }
  return undefined
}

/** The first refusal that an item of a list meets. */
export const firstOf = <A>(
  items: ReadonlyArray<A>,
  refused: (item: A, index: number) => Objection
): Objection => first(items.map((item, index) => () => refused(item, index)))

/** An act may not precede what it refers to (rule 2). */
export const precedes = (at: Instant, refersTo: string, since: Instant | undefined): Objection =>
  since !== undefined && millis(at) < millis(since)
    ? PrecedesWhatItRefersTo('at', at, { refersTo, since })
    : undefined

/** No name stands twice in a list. */
export const namedTwice = (field: string, names: ReadonlyArray<string>): Objection => {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  return twice === undefined ? undefined : NamedTwice(field, twice, {})
}
