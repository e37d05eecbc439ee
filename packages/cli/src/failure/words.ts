/** How a failure is said to people: one sentence that says what is so, one that says what to do. */
import { type Refusal } from '@ardiya/core/kernel/rejection'
import { type Json } from '@ardiya/core/kernel/primitives'

export interface Said {
  readonly message: string
  readonly remedy: string
}

export const said = (message: string, remedy: string): Said => ({ message, remedy })

/** What the words of a refusal are made from. */
export interface Refused<Details> {
  readonly field: string
  readonly value: Json
  readonly details: Details
}

type DetailsOf<R> = R extends Refusal<string, infer Details> ? Details : never

/** The words of a slice's refusals: the compiler asks for each of them, and for no other. */
export type RefusalWords<Table> = {
  readonly [Tag in keyof Table]: (refused: Refused<DetailsOf<Table[Tag]>>) => Said
}

/** `A1, A2 and A3`; `none` for nothing. */
export const listed = (items: ReadonlyArray<string | number>): string =>
  items.length === 0
    ? 'none'
    : items.length === 1
      ? String(items[0])
      : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`

/** One of a few: `A, B or C`. */
export const either = (items: ReadonlyArray<string | number>): string =>
  listed(items).replace(/ and ([^,]*)$/, ' or $1')

/** A number and its noun: `1 association`, `3 associations`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** A code as words: `decisionMissing` is a decision missing. */
export const spaced = (code: string): string =>
  code.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)

/** A value as it was given: words as they are, all else as JSON. */
export const given = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
