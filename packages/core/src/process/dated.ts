/** When a fact of the process happened and where it stands in the record; how facts are read as at an instant. */
import { type Envelope } from '../kernel/envelope'
import { millis } from '../kernel/primitives'
import { type Dated } from './state'

/** The two times of an event and its place in the stream. */
export const datedBy = (event: Pick<Envelope, 'id' | 'occurredAt' | 'recordedAt' | 'version'>): Dated => ({
  event: event.id,
  at: event.occurredAt,
  recordedAt: event.recordedAt,
  place: event.version
})

/** Whether a fact had happened by an instant, given in milliseconds since 1970. */
export const happenedBy =
  (now: number) =>
  (fact: Dated): boolean =>
    millis(fact.at) <= now

/** In the order in which things happened; at the same millisecond in the order of recording. */
export const inOrder = (a: Dated, b: Dated): number => millis(a.at) - millis(b.at) || a.place - b.place

/** The last of some facts that had happened by an instant. */
export const lastBy = <D extends Dated>(facts: ReadonlyArray<D>, now: number): D | undefined => {
  const has = happenedBy(now)
  return facts.reduce<D | undefined>(
    (last, fact) => (has(fact) && (last === undefined || inOrder(last, fact) < 0) ? fact : last),
    undefined
  )
}
