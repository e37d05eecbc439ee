/** What can be asked of the process. Payloads are recorded: a change needs a new `v` and a golden fixture. */
import * as t from 'io-ts'
import { type CommandOf } from '../kernel/command'
import { AssociationRef, MandateRef } from '../kernel/envelope'
import { CommandId, EventId, Hash, LocalDate, PersonRef, Words } from '../kernel/primitives'
import { list, shape, shapeWith } from '../kernel/shapes'
import { StreamName } from '../kernel/stream-name'
import { CharterTerms } from './charter'
import { PlatformRef } from '../platform/ids'
import { associationFields, processEvents, PublicKey } from './events'
import { Stage } from './ids'
import { NewText } from '../text/text'

/** A mandate's holder and time; names and phones are in the directory, never here. */
const mandateHolder = { person: PersonRef, commitment: Hash, from: LocalDate }

export const processCommands = {
  /** Begins the path of a coalition, with its convenor and the convenor's mandate. */
  OpenProcess: t.readonly(
    t.intersection([
      processEvents.ProcessOpened,
      shape({
        convenor: shapeWith(associationFields.required, associationFields.optional),
        mandate: shapeWith(mandateHolder, { until: LocalDate, keys: list(PublicKey) })
      })
    ])
  ),
  /** Enters the rules that the coalition begins with; a meeting confirms them later. */
  EnterFoundingCharter: shape({ text: NewText, terms: CharterTerms }),
  /** Goes one stage forward; back goes only a meeting's decision. */
  EnterStage: shape({ stage: Stage, reason: Words }),
  /** Defines a theme under which submissions are brought. */
  DefineTheme: processEvents.ThemeDefined,
  /** Registers a dated outside source. */
  RegisterReference: processEvents.ReferenceRegistered,
  /** Registers a member association. */
  RegisterAssociation: processEvents.AssociationRegistered,
  /** Records that an association left the coalition. */
  RecordAssociationLeft: shapeWith({ association: AssociationRef }, { reason: Words }),
  /** Says that a person may act for an association or hold an office, from when and until when. */
  GrantMandate: processEvents.MandateGranted,
  /** Ends a mandate before its time. */
  RevokeMandate: shape({ mandate: MandateRef, reason: Words }),
  /** Puts new details of a person into the directory. */
  ChangePersonDetails: shape({ person: PersonRef, commitment: Hash }),
  /** Asks that a person's details be erased. `completion` is the id of the command that says it is done. */
  AskPersonErasure: shape({ person: PersonRef, completion: CommandId }),
  /** Says that the erasure is done; given by whoever next opens the store for writing. */
  CompletePersonErasure: shape({ person: PersonRef }),
  /** Registers an authority that platforms can be raised to. */
  RegisterAuthority: processEvents.AuthorityRegistered,
  /** Takes back a typing mistake in any stream; intake names the stream of the entry. */
  RetractEntry: shapeWith(
    { entry: EventId, stream: StreamName, reason: Words },
    /** The latest platform, of an entry on a submission: named by intake. */
    { platform: PlatformRef }
  )
}
export type ProcessCommand = CommandOf<typeof processCommands>
