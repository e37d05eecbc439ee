/** Every command on a platform, save compiling, which reads the whole log (`compilePlatform`). */
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { type Coalition } from '../process/coalition'
import { type PlatformCommand } from './commands'
import { dissociate } from './dissociate'
import { moveClause, writePreamble } from './draft'
import { type PlatformEvent } from './events'
import { recordCommitment, recordProgress } from './follow-up'
import { acknowledgeReceipt, forwardRaising, raisePlatform } from './raise'
import { noteOverdue, recordResponse } from './respond'
import { type PlatformState } from './state'

export type PlatformActCommand = Exclude<PlatformCommand, { readonly name: 'CompilePlatform' }>

/** Who may act and in which stage is judged before by the path. */
export const decidePlatform =
  (command: PlatformActCommand, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    switch (command.name) {
      case 'WritePreamble':
        return writePreamble(command, coalition)(state)
      case 'MoveClause':
        return moveClause(command, coalition)(state)
      case 'RaisePlatform':
        return raisePlatform(command, coalition)(state)
      case 'AcknowledgeReceipt':
        return acknowledgeReceipt(command, coalition)(state)
      case 'RecordResponse':
        return recordResponse(command, coalition)(state)
      case 'NoteOverdue':
        return noteOverdue(command, coalition)(state)
      case 'ForwardRaising':
        return forwardRaising(command, coalition)(state)
      case 'RecordCommitment':
        return recordCommitment(command, coalition)(state)
      case 'RecordProgress':
        return recordProgress(command, coalition)(state)
      case 'DissociateFromPlatform':
        return dissociate(command, coalition)(state)
    }
  }
