/** How every view shows a fact: its event, when it happened and when it was recorded (rule 2), struck through or not. */
import { type EventId, type Instant, type UtcInstant } from '../kernel/primitives'

/** What all slices keep of a fact. */
export interface Fact {
  readonly event: EventId
  readonly at: Instant
  readonly recordedAt: UtcInstant
}

/** The event and the two times of a fact, and nothing of its place in the stream. */
export const timesOf = ({ event, at, recordedAt }: Fact): Fact => ({ event, at, recordedAt })

/** An entry that may have been taken back as a typing mistake. */
export interface Strikable {
  readonly retracted?: true | (Fact & { readonly reason: string })
}

/** That an entry was taken back as a typing mistake: it is shown, struck through, with the reason where it is known. */
export const struckThrough = ({ retracted }: Strikable) => {
  if (retracted === undefined) return {}
  return { retracted: retracted === true ? {} : { ...timesOf(retracted), reason: retracted.reason } }
}

/** A field only where it has a value: results name no field that is not there. */
export const present = <K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: V })
