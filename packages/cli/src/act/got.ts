/**
 * What earlier lines of a file got: `"@<id>"` in a later line stands for the reference that the line with that
 * command id got, `"@<id>.2"`, `"@<id>#b1"`, `"@<id>-m1"` for what belongs to it.
 */
import { type CommandId } from '@ardiya/core/kernel/primitives'
import * as E from 'fp-ts/lib/Either'
import { type LineFault } from '../failure/failure'

export type Got = ReadonlyMap<CommandId, string>

const said =
  /^@([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})((?:[.#@-][A-Za-z0-9]+)*)$/

/** The value with every `"@<id>"` in it replaced; a line that got no reference is named with the field. */
export const fillIn =
  (got: Got) =>
  (value: unknown, field = ''): E.Either<LineFault, unknown> => {
    if (typeof value === 'string') return word(got, value, field)
    if (Array.isArray(value))
      return E.traverseArray((item: readonly [number, unknown]) =>
        fillIn(got)(item[1], `${field}[${item[0]}]`)
      )([...value.entries()])
    if (typeof value !== 'object' || value === null) return E.right(value)
    return E.map((entries: ReadonlyArray<readonly [string, unknown]>) => Object.fromEntries(entries))(
      E.traverseArray(([key, item]: readonly [string, unknown]) =>
        E.map((filled: unknown) => [key, filled] as const)(
          fillIn(got)(item, field === '' ? key : `${field}.${key}`)
        )
      )(Object.entries(value))
    )
  }

const word = (got: Got, text: string, field: string): E.Either<LineFault, string> => {
  const [, id, rest = ''] = said.exec(text) ?? []
  if (id === undefined) return E.right(text)
  const ref = got.get(id as CommandId)
  return ref === undefined
    ? E.left({ tag: 'LineHasNoReference', field, value: text })
    : E.right(`${ref}${rest}`)
}
