/** What happens to the process itself. Stored for ever: a change needs a new `v`, an upcaster and a golden fixture. */
import * as t from 'io-ts'
import { AssociationRef, MandateRef } from '../kernel/envelope'
import { type EventOf } from '../kernel/event'
import {
  CommandId,
  Count,
  EventId,
  Hash,
  Language,
  LocalDate,
  Localized,
  PersonRef,
  Positive,
  Words,
  Zone
} from '../kernel/primitives'
import { list, oneOf, shape, shapeWith } from '../kernel/shapes'
import { DecisionRef } from '../meeting/ids'
import { NewText } from '../text/text'
import { CharterTerms } from './charter'
import { AuthorityRef, Dimension, Level, ReferenceRef, Stage, ThemeRef } from './ids'

/** What an association is called and where it is registered. */
export const associationFields = {
  required: { names: Localized },
  optional: { registerNumber: Words, foundedOn: LocalDate, seat: Localized }
}

export const Role = oneOf('representative', 'alternate', 'secretary', 'convenor')
export type Role = t.TypeOf<typeof Role>

/** A public key with its type (`ssh-ed25519`, …); comments are cut at intake. */
export const PublicKey = shape({ type: Words, key: Words })

export const ReferenceKind = oneOf('speech', 'law', 'programme', 'report', 'communique', 'meeting', 'other')

export const processEvents = {
  ProcessOpened: shapeWith(
    {
      title: Localized,
      slogan: Localized,
      territory: Localized,
      zone: Zone,
      languages: list(Language),
      authoritative: Language,
      rules: Positive
    },
    { demonstration: t.literal(true) }
  ),
  CharterAdopted: shapeWith(
    { version: Positive, text: NewText, textHash: Hash, terms: CharterTerms },
    /** `restores` is the version that holds again after an annulment (rule 1); 0 are the founding rules. */
    { decision: DecisionRef, restores: Count }
  ),
  /** A meeting stands behind the founding charter, which was entered without a decision. */
  CharterConfirmed: shape({ version: Positive, decision: DecisionRef }),
  StageEntered: shapeWith({ stage: Stage, from: Stage, reason: Words }, { decision: DecisionRef }),
  ThemeDefined: shapeWith({ ref: ThemeRef, names: Localized }, { dimension: Dimension }),
  ReferenceRegistered: shapeWith(
    { ref: ReferenceRef, title: Localized, issuer: Localized, kind: ReferenceKind, date: LocalDate },
    { uri: Words }
  ),
  AssociationRegistered: shapeWith(
    { ref: AssociationRef, ...associationFields.required },
    associationFields.optional
  ),
  AssociationSuspended: shape({ association: AssociationRef, decision: DecisionRef, reason: Words }),
  AssociationReinstated: shapeWith({ association: AssociationRef, decision: DecisionRef }, { reason: Words }),
  AssociationLeft: shapeWith({ association: AssociationRef }, { reason: Words }),
  MandateGranted: shapeWith(
    {
      ref: MandateRef,
      association: AssociationRef,
      person: PersonRef,
      commitment: Hash,
      role: Role,
      from: LocalDate
    },
    { until: LocalDate, keys: list(PublicKey) }
  ),
  MandateRevoked: shape({ mandate: MandateRef, reason: Words }),
  PersonDetailsChanged: shape({ person: PersonRef, commitment: Hash }),
  PersonErasureAsked: shape({ person: PersonRef, completion: CommandId }),
  PersonErased: shape({ person: PersonRef }),
  AuthorityRegistered: shape({ ref: AuthorityRef, names: Localized, level: Level, office: Localized })
}
export type ProcessEvent = EventOf<typeof processEvents>

/** A typing mistake taken back, in the stream of the entry; it stays visible, struck through. In any stream. */
export const retractionEvents = { EntryRetracted: shape({ entry: EventId, reason: Words }) }
export type RetractionEvent = EventOf<typeof retractionEvents>
