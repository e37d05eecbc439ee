/** How pages say names, times and kinds. */
import { type Localized } from '@ardiya/core/kernel/primitives'
import { apart, together } from '../terminal/isolate'

export interface Say {
  /** A name or a title in the language that is read, else in the first there is. */
  readonly name: (names: Localized | undefined) => string
  /** A person by name; erased ones say so. */
  readonly person: (ref: string) => string
  /** Text in which persons stand as tokens, with their names. */
  readonly withPersons: (text: string) => string
  /** An instant in UTC, as the clocks of the process showed it. */
  readonly local: (instant: string) => string
  /** Columns; for what is laid out side by side. */
  readonly width: number
}

const hyphened: Readonly<Record<string, string>> = { coAuthor: 'co-author', followUp: 'follow-up' }

/** `adoptedAsAmended` → `adopted as amended`. */
export const plain = (kind: string): string =>
  hyphened[kind] ?? kind.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)

/** The date of an instant, as it was there. */
export const day = (instant: string): string => instant.slice(0, 10)

/** Date and time of an instant, as they were there. */
export const moment = (instant: string): string => together(instant.slice(0, 16).replace('T', ' '))

/** The time of day. */
export const clock = (instant: string): string => instant.slice(11, 16)

/** The time of day at a meeting; with the date on any other day than its first. */
export const clockAt =
  (startsAt: string | undefined) =>
  (instant: string): string =>
    startsAt === undefined || day(startsAt) === day(instant) ? clock(instant) : moment(instant)

export const list = (items: ReadonlyArray<string>): string => items.join(', ')

/** Parts of a line that are there, with a dot between them. */
export const dotted = (...parts: ReadonlyArray<string | undefined>): string =>
  parts.filter(part => part !== undefined && part !== '').join(' · ')

/** People's words in quotation marks. */
export const quoted = (words: string): string => `«${apart(words)}»`

/** In whose name something was done: an association, an office or a meeting. */
export const actorName = (actor: {
  readonly as: string
  readonly association?: string
  readonly office?: string
  readonly meeting?: string
}): string => actor.association ?? actor.office ?? actor.meeting ?? actor.as
