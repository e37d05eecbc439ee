/** Which process a line is about, and whether its times may come from the input. */
import { logStart } from '@ardiya/core/kernel/version'
import { envelopeOf } from '@ardiya/core/kernel/recognise'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { type Json, ProcessSlug } from '@ardiya/core/kernel/primitives'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CliFailure } from '../failure/failure'
import { type Invocation } from '../invocation'
import { oneProcess } from '../store/process'

/** What is looked at in a line before intake reads it. */
export interface Peeked {
  readonly name: unknown
  readonly process: unknown
  readonly recordedAt: unknown
  readonly demonstration: boolean
}

export const peek = (line: unknown): Peeked => {
  const { name, process, recordedAt, payload } = recordOf(line)
  return { name, process, recordedAt, demonstration: recordOf(payload)['demonstration'] === true }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}

/** The process that the line names, else `--process`, else the only one there is. It must be there, or be opened now. */
export const processOfLine = (
  store: EventStore,
  invocation: Pick<Invocation, 'process' | 'store'>,
  line: Peeked
): TE.TaskEither<CliFailure, ProcessSlug> =>
  pipe(
    TE.fromEither(namedProcess(invocation, line)),
    TE.flatMap((named): TE.TaskEither<CliFailure, ProcessSlug> => {
      if (line.name === 'OpenProcess')
        return named === undefined ? TE.left(bad('process', null, 'Missing')) : TE.right(named)
      return oneProcess(store, { ...invocation, process: named })
    })
  )

const namedProcess = (
  { process: asked }: Pick<Invocation, 'process'>,
  { process: inLine }: Peeked
): E.Either<CliFailure, ProcessSlug | undefined> => {
  const named = inLine ?? asked
  if (named === undefined) return E.right(undefined)
  if (!ProcessSlug.is(named))
    return E.left(bad(inLine === undefined ? '--process' : 'process', named as Json, 'ProcessSlug'))
  return asked !== undefined && asked !== named
    ? E.left<CliFailure>({ tag: 'ProcessDiffers', asked, field: 'process', value: named })
    : E.right(named)
}

const bad = (field: string, value: Json, expected: string): CliFailure => ({
  tag: 'BadInput',
  problems: [{ field, value, expected }]
})

/** Times come from the input only for a demonstration: as the process was opened, or is opened by this line. */
export const clockAllowed = (
  store: EventStore,
  process: ProcessSlug,
  clock: 'own' | 'fromInput',
  line: Peeked
): TE.TaskEither<CliFailure, void> => {
  if (clock === 'own')
    return line.recordedAt === undefined
      ? TE.right(undefined)
      : TE.left(bad('recordedAt', line.recordedAt as Json, 'OnlyWithClockFromInput'))
  return pipe(
    isDemonstration(store, process),
    TE.flatMap(opened =>
      (opened ?? (line.name === 'OpenProcess' && line.demonstration))
        ? TE.right(undefined)
        : TE.left<CliFailure>({ tag: 'NotADemonstration', process })
    )
  )
}

/** Whether the process was opened as a demonstration; `undefined` where it is not opened yet. */
export const isDemonstration = (
  store: EventStore,
  process: ProcessSlug
): TE.TaskEither<CliFailure, boolean | undefined> =>
  pipe(
    store.readLog(process, { after: logStart, limit: 1 }),
    TE.flatMapEither(({ records: [first] }) =>
      first === undefined ? E.right(undefined) : envelopeOf(first)
    ),
    TE.map(opening => (opening === undefined ? undefined : opening.data['demonstration'] === true)),
    TE.orElse((fault): TE.TaskEither<CliFailure, boolean | undefined> =>
      fault.tag === 'NotInStore' ? TE.right(undefined) : TE.left(fault)
    )
  )
