/** Shorthands for the shapes of stored data and of payloads, and what a codec tells of its own shape. */
import * as t from 'io-ts'

export const shape = <P extends t.Props>(required: P) => t.readonly(t.type(required))

export const shapeWith = <P extends t.Props, Q extends t.Props>(required: P, optional: Q) =>
  t.readonly(t.intersection([t.type(required), t.partial(optional)]))

export const list = <C extends t.Mixed>(item: C) => t.readonlyArray(item)

/** One of a few lowerCamel words. */
export const oneOf = <W extends string>(...words: ReadonlyArray<W>) =>
  t.keyof(Object.fromEntries(words.map(word => [word, null])) as { readonly [K in W]: null })

/** What io-ts codecs say of themselves, each kind by its `_tag`. */
export interface Tagged extends t.Mixed {
  readonly _tag?: string
  readonly type?: t.Mixed
  readonly types?: ReadonlyArray<t.Mixed>
  readonly props?: Readonly<Record<string, t.Mixed>>
  readonly domain?: t.Mixed
  readonly codomain?: t.Mixed
  readonly value?: string | number | boolean
  readonly keys?: Readonly<Record<string, unknown>>
  /** Of the project's own codecs: what their strings look like. */
  readonly pattern?: RegExp
}
