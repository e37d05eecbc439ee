/** A line of an export is the exact bytes of an event (docs/spec/envelope.md): what a store keeps of it. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type LoggedRecord } from '../kernel/event-store'
import { envelopeIn } from '../kernel/recognise'
import { type StoreFault } from '../kernel/store-fault'
import { type LogVersion, streamVersion } from '../kernel/version'

/** The record of a line, at its place in the log of its process; `at` says where the line stands. */
export const exportedRecord = (
  bytes: Uint8Array,
  log: (process: LoggedRecord['process']) => LogVersion,
  at: string
): E.Either<StoreFault, LoggedRecord> =>
  pipe(
    envelopeIn(bytes, at),
    E.map(({ process, stream, version, id, type }) => ({
      process,
      stream,
      version: streamVersion(version),
      id,
      type,
      bytes,
      log: log(process)
    }))
  )
