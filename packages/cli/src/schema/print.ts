import { type Schema } from '@ardiya/core/path/schema'
import * as TE from 'fp-ts/lib/TaskEither'
import { exitCodes } from '../failure/exit-code'
import { type Verb } from '../invocation'

/** Prints one schema by name, or all of them in one object by name. */
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
    const value =
      asked === undefined ? Object.fromEntries(names.map(name => [name, schemaOf(name)])) : schemaOf(asked)
    return TE.fromTask(async () => {
      await screen.data(`${JSON.stringify(value, null, 2)}\n`)
      return exitCodes.done
    })
  }
