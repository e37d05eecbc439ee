/** The command of a recorded act, as it was decided: what replay decides again. */
import * as O from 'fp-ts/lib/Option'
import { type CommandId } from '../kernel/primitives'
import { type Envelope } from '../kernel/envelope'
import { type Command, commandTable, isCommandName } from './command-table'

/** From the envelope of index 0; none where the name, the version or the payload is not known to this software. */
export const recordedCommand = (envelope: Envelope): O.Option<Command> => {
  const { command } = envelope
  if (command === undefined || command.v !== 1 || !isCommandName(command.name)) return O.none
  if (!commandTable[command.name].is(command.payload)) return O.none
  const made = {
    id: envelope.id.slice(0, -2) as CommandId,
    process: envelope.process,
    name: command.name,
    v: 1,
    payload: command.payload,
    occurredAt: envelope.occurredAt,
    recordedAt: envelope.recordedAt,
    actor: envelope.actor,
    recordedBy: envelope.recordedBy,
    ...(envelope.evidence === undefined ? {} : { evidence: envelope.evidence }),
    ...(envelope.cause === undefined ? {} : { cause: envelope.cause }),
    ...(envelope.correlation === undefined ? {} : { correlation: envelope.correlation })
  }
  return O.some(made as Command)
}
