/** From what was decided to the records that are stored: envelopes, serialised once (guarantees.md §1). */
import { canonicalBytes } from './canonical'
import { type AnyCommand, type AnyEvent, type States } from './domain'
import { type Decided } from './event'
import { type StoredRecord } from './event-store'
import { eventId, type Json } from './primitives'
import { type StreamName } from './stream-name'
import { streamVersion } from './version'

/**
 * The records of one append, in log order; `count` and the command stand in the first. Versions continue those of
 * the states that the command was decided on. An event's own cause stands where it has one; the command's stands in the
 * first event, so that replay finds it there again.
 */
export const encodeAppend = <S, E extends AnyEvent>(
  command: AnyCommand,
  states: States<S>,
  inForce: { readonly charter: number; readonly rules: number },
  decided: ReadonlyArray<Decided<E>>
): ReadonlyArray<StoredRecord> => {
  const versions = new Map<StreamName, number>()
  return decided.map((event, index) => {
    const before = versions.get(event.stream) ?? states.streams.get(event.stream)?.version ?? 0
    const version = before + 1
    versions.set(event.stream, version)
    const id = eventId(command.id, index)
    const cause = event.cause ?? (index === 0 ? command.cause : undefined)
    const envelope = {
      format: 1,
      id,
      process: command.process,
      stream: event.stream,
      version,
      type: event.type,
      v: 1,
      data: event.data,
      occurredAt: command.occurredAt,
      recordedAt: command.recordedAt,
      actor: command.actor,
      recordedBy: command.recordedBy,
      evidence: command.evidence,
      command:
        index === 0
          ? { name: command.name, v: command.v, payload: command.payload, count: decided.length }
          : undefined,
      cause,
      correlation: command.correlation,
      charter: inForce.charter,
      rules: inForce.rules
    }
    return {
      process: command.process,
      stream: event.stream,
      version: streamVersion(version),
      id,
      type: event.type,
      bytes: canonicalBytes(envelope as Json)
    }
  })
}
