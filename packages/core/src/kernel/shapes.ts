/** Two shorthands for the shapes of stored data and of payloads: all fields required, or some of them optional. */
import * as t from 'io-ts'

export const shape = <P extends t.Props>(required: P) => t.readonly(t.type(required))

export const shapeWith = <P extends t.Props, Q extends t.Props>(required: P, optional: Q) =>
  t.readonly(t.intersection([t.type(required), t.partial(optional)]))

export const list = <C extends t.Mixed>(item: C) => t.readonlyArray(item)

/** One of a few lowerCamel words. */
export const oneOf = <W extends string>(...words: ReadonlyArray<W>) =>
  t.keyof(Object.fromEntries(words.map(word => [word, null])) as { readonly [K in W]: null })
