import { type Schema } from '@ardiya/core/path/schema'
import * as TE from 'fp-ts/lib/TaskEither'
import { exitCodes } from '../failure/exit-code'
import { type Verb } from '../invocation'

/** Prints one schema by name, or all of them as one. */
export const printSchemas =
  (
    kind: 'command' | 'event type',
    names: ReadonlyArray<string>,
    asked: string | undefined,
    schemaOf: (name: string) => Schema
  ): Verb =>
  ({ screen }) => {
    if (asked !== undefined && !names.includes(asked))
      return TE.left({ tag: 'NameUnknown', kind, asked, known: names })
    const value = asked === undefined ? anyOfThem(kind, names, schemaOf) : schemaOf(asked)
    return TE.fromTask(async () => {
      await screen.data(`${JSON.stringify(value, null, 2)}\n`)
      return exitCodes.done
    })
  }

/**
 * One schema for what any of them lets pass. Each stands in `$defs` under its name, with an id of its own, so that the
 * definitions inside of it stay its own.
 */
export const anyOfThem = (
  kind: 'command' | 'event type',
  names: ReadonlyArray<string>,
  schemaOf: (name: string) => Schema
): Schema => {
  const idOf = (name: string): string => `urn:ardiya:${kind.replace(' ', '-')}:${name}`
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Any ${kind}`,
    anyOf: names.map(name => ({ $ref: idOf(name) })),
    $defs: Object.fromEntries(names.map(name => [name, { $id: idOf(name), ...schemaOf(name) }]))
  }
}
