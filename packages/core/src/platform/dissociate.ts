/** An association stops standing by the adopted platform; document and hash stay as they were voted (rule 13). */
import { type CommandOf } from '../kernel/command'
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type platformCommands } from './commands'
import { type PlatformEvent } from './events'
import { platformStream } from './ids'
import { unless } from '../kernel/objection'
import { notAdopted, platformUnknown } from './preconditions'
import { type PlatformState } from './state'

type Dissociate = CommandOf<typeof platformCommands, 'DissociateFromPlatform'>

/** PlatformDissociated in the name of an association, after adoption; once is enough. */
export const dissociate =
  ({ payload, process, actor }: Dissociate, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    const association = actor.as === 'association' ? actor.association : undefined
    return unless(
      [
        () => platformUnknown('payload.platform', payload.platform, state),
        () => notAdopted('payload.platform', payload.platform, state, coalition),
        () =>
          association === undefined
            ? ReferenceUnknown('actor.as', actor.as, { kind: 'association' })
            : undefined
      ],
      () =>
        association === undefined || state.dissociations[association] !== undefined
          ? []
          : [
              {
                type: 'PlatformDissociated',
                stream: platformStream(process, payload.platform),
                data: { association, reason: payload.reason }
              }
            ]
    )
  }
