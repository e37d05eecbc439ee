/** What can be asked of the process. Payloads are recorded: a change needs a new `v` and a golden fixture. */
import * as t from 'io-ts'
import { type CommandOf } from '../kernel/command'
import { AssociationRef, MandateRef } from '../kernel/envelope'
import { CommandId, EventId, Hash, LocalDate, PersonRef, Words } from '../kernel/primitives'
import { list, shape, shapeWith } from '../kernel/shapes'
import { StreamName } from '../kernel/stream-name'
import { CharterTerms } from './charter'
import { associationFields, processEvents, PublicKey } from './events'
import { Stage } from './ids'
import { NewText } from '../text/text'

/** A mandate's holder and time; names and phones are in the directory, never here. */
const mandateHolder = { person: PersonRef, commitment: Hash, from: LocalDate }

export const processCommands = {
  OpenProcess: t.readonly(
    t.intersection([
      processEvents.ProcessOpened,
      shape({
        convenor: shapeWith(associationFields.required, associationFields.optional),
        mandate: shapeWith(mandateHolder, { until: LocalDate, keys: list(PublicKey) })
      })
    ])
  ),
  EnterFoundingCharter: shape({ text: NewText, terms: CharterTerms }),
  EnterStage: shape({ stage: Stage, reason: Words }),
  DefineTheme: processEvents.ThemeDefined,
  RegisterReference: processEvents.ReferenceRegistered,
  RegisterAssociation: processEvents.AssociationRegistered,
  RecordAssociationLeft: shapeWith({ association: AssociationRef }, { reason: Words }),
  GrantMandate: processEvents.MandateGranted,
  RevokeMandate: shape({ mandate: MandateRef, reason: Words }),
  ChangePersonDetails: shape({ person: PersonRef, commitment: Hash }),
  /** `completion` is the id of the command that says it is done. */
  AskPersonErasure: shape({ person: PersonRef, completion: CommandId }),
  CompletePersonErasure: shape({ person: PersonRef }),
  RegisterAuthority: processEvents.AuthorityRegistered,
  /** Takes back a typing mistake in any stream; intake names the stream of the entry. */
  RetractEntry: shape({ entry: EventId, stream: StreamName, reason: Words })
}
export type ProcessCommand = CommandOf<typeof processCommands>
