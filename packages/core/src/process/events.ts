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
  /** The path of a coalition begins; the same append registers its convenor as A1 and grants A1-m1. */
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
  /** A version of the rules comes into force, whole: its words and the terms that decisions are judged by. */
  CharterAdopted: shapeWith(
    { version: Positive, text: NewText, textHash: Hash, terms: CharterTerms },
    /** `restores` is the version that holds again after an annulment (rule 1); 0 are the founding rules. */
    { decision: DecisionRef, restores: Count }
  ),
  /** A meeting stands behind the founding charter, which was entered without a decision. */
  CharterConfirmed: shape({ version: Positive, decision: DecisionRef }),
  /** The path goes on to another stage, or back to one by a meeting's decision. */
  StageEntered: shapeWith({ stage: Stage, from: Stage, reason: Words }, { decision: DecisionRef }),
  /** A theme under which submissions are brought; each process defines its own. */
  ThemeDefined: shapeWith({ ref: ThemeRef, names: Localized }, { dimension: Dimension }),
  /** A dated outside source that submissions may cite: a speech, a law, a programme, a report. */
  ReferenceRegistered: shapeWith(
    { ref: ReferenceRef, title: Localized, issuer: Localized, kind: ReferenceKind, date: LocalDate },
    { uri: Words }
  ),
  /** An association becomes a member: one association, one voice (rule 4). */
  AssociationRegistered: shapeWith(
    { ref: AssociationRef, ...associationFields.required },
    associationFields.optional
  ),
  /** A meeting takes an association's right to act; what it did before stands (rule 3). */
  AssociationSuspended: shape({ association: AssociationRef, decision: DecisionRef, reason: Words }),
  /** A meeting gives a suspended association its right to act again. */
  AssociationReinstated: shapeWith({ association: AssociationRef, decision: DecisionRef }, { reason: Words }),
  /** An association leaves the coalition; its past acts stand, its stands count no more (rule 3). */
  AssociationLeft: shapeWith({ association: AssociationRef }, { reason: Words }),
  /** A person may act for an association, or hold an office, from and until these dates included. */
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
  /** A mandate ends before its time; acts under it stand. */
  MandateRevoked: shape({ mandate: MandateRef, reason: Words }),
  /** New details of a person are in the directory, under a new commitment; earlier ones stay until an erasure. */
  PersonDetailsChanged: shape({ person: PersonRef, commitment: Hash }),
  /** A person asked that their details be erased; `completion` is the command that will say it is done (rule 20). */
  PersonErasureAsked: shape({ person: PersonRef, completion: CommandId }),
  /** Details and salts of the person are gone from the directory for good (rule 20). */
  PersonErased: shape({ person: PersonRef }),
  /** An authority that platforms can be raised to, at its level. */
  AuthorityRegistered: shape({ ref: AuthorityRef, names: Localized, level: Level, office: Localized })
}
export type ProcessEvent = EventOf<typeof processEvents>

/** What may stand in any stream. */
export const retractionEvents = {
  /** A typing mistake is taken back, in the stream of the entry; it stays visible, struck through (rule 1). */
  EntryRetracted: shape({ entry: EventId, reason: Words })
}
export type RetractionEvent = EventOf<typeof retractionEvents>
