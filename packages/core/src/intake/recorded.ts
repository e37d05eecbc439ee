/** The act that stands in the log under a command id, found before intake allocates anything (rule 17). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Envelope } from '../kernel/envelope'
import { type LoggedRecord } from '../kernel/event-store'
import { type Stores } from '../kernel/handle-command'
import { commandKey, keptPlace } from '../kernel/kept'
import { type CommandId, type ProcessSlug } from '../kernel/primitives'
import { envelopeOf } from '../kernel/recognise'
import { type StoreFault } from '../kernel/store-fault'
import { type LogVersion, logVersion } from '../kernel/version'

export interface RecordedAct {
  readonly envelopes: ReadonlyArray<Envelope>
  readonly first: Envelope
  readonly payload: Readonly<Record<string, unknown>>
  readonly name: string
  /** The log version after the act. */
  readonly log: LogVersion
}

/** Reads one act from the log: its first event, and as many as it says that it has. */
export const recordedAct = (
  { store, views }: Stores,
  process: ProcessSlug,
  command: CommandId
): TE.TaskEither<StoreFault, RecordedAct | undefined> =>
  pipe(
    views.load(process, [commandKey(command)]),
    TE.flatMap(({ documents: [document] }) =>
      document === undefined
        ? TE.right(undefined)
        : readAct({ store, views }, process, BigInt(keptPlace(document.value).log))
    )
  )

const readAct = (
  stores: Stores,
  process: ProcessSlug,
  at: bigint
): TE.TaskEither<StoreFault, RecordedAct | undefined> =>
  pipe(
    envelopesFrom(stores, process, at, 1),
    TE.flatMap(([first]) =>
      first?.command === undefined ? TE.right([]) : envelopesFrom(stores, process, at, first.command.count)
    ),
    TE.map(envelopes => actOf(envelopes, at))
  )

const actOf = (envelopes: ReadonlyArray<Envelope>, at: bigint): RecordedAct | undefined => {
  const [first] = envelopes
  return first?.command === undefined
    ? undefined
    : {
        envelopes,
        first,
        payload: first.command.payload,
        name: first.command.name,
        log: logVersion(at + BigInt(envelopes.length) - 1n)
      }
}

const envelopesFrom = (
  { store }: Stores,
  process: ProcessSlug,
  at: bigint,
  count: number
): TE.TaskEither<StoreFault, ReadonlyArray<Envelope>> =>
  pipe(
    store.readLog(process, { after: logVersion(at - 1n), limit: count }),
    TE.orElse(fault => (fault.tag === 'NotInStore' ? TE.right(nothing) : TE.left(fault))),
    TE.flatMapEither(({ records }) => decodeAll(records))
  )

const nothing: { readonly records: ReadonlyArray<LoggedRecord> } = { records: [] }

const decodeAll = (records: ReadonlyArray<LoggedRecord>): E.Either<StoreFault, ReadonlyArray<Envelope>> =>
  E.traverseArray(envelopeOf)(records)
