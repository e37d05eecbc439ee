/**
 * A log that newer software has written to (guarantees.md §3). It is read and verified: what is not known is kept,
 * counted and shown as unknown (law 10). Nothing is written to it: a decision on states that leave something out would
 * not be the decision that replay makes of it.
 */
import { type AnyCommand, type AnyEvent, type Domain } from './domain'
import { type Envelope } from './envelope'
import { type Json, type ProcessSlug } from './primitives'
import { type Recognised } from './recognise'

/** How many events bear each thing that this software does not know: `ItemStruck`, `TextRevised v2`, `rules 2`. */
export type Unknown = Readonly<Record<string, number>>

/** An act on a log that holds what this software does not know; nothing was written. */
export interface LogOfNewerSoftware {
  readonly tag: 'LogOfNewerSoftware'
  readonly process: ProcessSlug
  readonly unknown: Unknown
}

/** What of an event is not known: its type, the version of its data, the rules that it was decided under. */
export const unknownOf = <C extends AnyCommand, S, E extends AnyEvent>(
  { events, rules }: Domain<C, S, E>,
  recognised: Recognised<E>
): ReadonlyArray<string> => {
  const envelope: Pick<Envelope, 'type' | 'v' | 'rules'> =
    recognised.tag === 'Known' ? recognised.event : recognised.envelope
  return [
    ...(recognised.tag === 'Known' ? [] : [typeUnknown(Object.hasOwn(events, envelope.type), envelope)]),
    ...(rules.includes(envelope.rules) ? [] : [`rules ${envelope.rules}`])
  ]
}

const typeUnknown = (known: boolean, { type, v }: Pick<Envelope, 'type' | 'v'>): string =>
  known ? `${type} v${v}` : type

/** The counts with one more of each. */
export const counting = (counts: Unknown, words: ReadonlyArray<string>): Unknown =>
  words.reduce((so: Unknown, word) => ({ ...so, [word]: (so[word] ?? 0) + 1 }), counts)

/** The counts as they are kept; none where everything is known. */
export const keptUnknown = (value: Json | undefined): Unknown => (value ?? {}) as Unknown
