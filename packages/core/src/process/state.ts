/**
 * A coalition's process as it is on record. Charter, stage, standing and mandates are dated facts: kept as entries by
 * event id in the order of recording, and read as at an instant (rule 2). Numbered things stand in number order.
 * Plain JSON: it is kept in the view store as it stands.
 */
import { type Actor, type MandateRef } from '../kernel/envelope'
import {
  type EventId,
  type Hash,
  type Instant,
  type PersonRef,
  type ProcessSlug,
  type UtcInstant
} from '../kernel/primitives'
import { type ProcessEvent } from './events'

type DataOf<Type extends ProcessEvent['type']> = Extract<ProcessEvent, { readonly type: Type }>['data']

/** A fact with its two times; `place` is its version in the process's stream, the order of recording. */
export interface Dated {
  readonly event: EventId
  readonly at: Instant
  readonly recordedAt: UtcInstant
  readonly place: number
}

/** What the process was opened with. */
export type Opening = Dated & DataOf<'ProcessOpened'> & { readonly process: ProcessSlug }

/** When a stage was entered, from which, and why; `decision` where a meeting decided it. */
export type StageEntry = Dated &
  Pick<DataOf<'StageEntered'>, 'stage'> &
  Partial<Omit<DataOf<'StageEntered'>, 'stage'>>

/** A version of the charter. The founding one has no decision, and is unconfirmed until a meeting confirms it. */
export type CharterEntry = Dated &
  DataOf<'CharterAdopted'> & {
    readonly confirmed?: Dated & Pick<DataOf<'CharterConfirmed'>, 'decision'>
  }

export type ThemeEntry = Dated & DataOf<'ThemeDefined'>
export type ReferenceEntry = Dated & DataOf<'ReferenceRegistered'>
export type AuthorityEntry = Dated & DataOf<'AuthorityRegistered'>

/** What changed the standing of an association after it registered. */
export type StandingEntry = Dated &
  (
    | ({ readonly kind: 'suspended' } & Omit<DataOf<'AssociationSuspended'>, 'association'>)
    | ({ readonly kind: 'reinstated' } & Omit<DataOf<'AssociationReinstated'>, 'association'>)
    | ({ readonly kind: 'left' } & Omit<DataOf<'AssociationLeft'>, 'association'>)
  )

/** A mandate as granted, and when it was revoked; the earliest revocation ends it. */
export type MandateEntry = Dated &
  DataOf<'MandateGranted'> & {
    readonly revoked: ReadonlyArray<Dated & Pick<DataOf<'MandateRevoked'>, 'reason'>>
  }

/** A member of the coalition, with all that was ever recorded of its standing and its mandates. */
export type AssociationEntry = Dated &
  DataOf<'AssociationRegistered'> & {
    readonly standings: ReadonlyArray<StandingEntry>
    readonly mandates: ReadonlyArray<MandateEntry>
  }

/** Who asked for an erasure, and the id of the command that completes it (guarantees.md §6). */
export type ErasureRequest = Dated & {
  readonly completion: DataOf<'PersonErasureAsked'>['completion']
  readonly actor: Actor
  readonly recordedBy: MandateRef
}

/** A person as the log knows one: commitments to details that stand in the directory, never the details. */
export interface PersonEntry {
  readonly ref: PersonRef
  /** To the details that were recorded last. */
  readonly commitment: Hash
  /** Every commitment in the order of recording. */
  readonly details: ReadonlyArray<Dated & { readonly commitment: Hash }>
  readonly erasure?: { readonly asked: ErasureRequest; readonly done?: Dated }
}

export interface ProcessState {
  /** Absent before ProcessOpened. */
  readonly opened?: Opening
  readonly stages: ReadonlyArray<StageEntry>
  readonly charters: ReadonlyArray<CharterEntry>
  readonly themes: ReadonlyArray<ThemeEntry>
  readonly references: ReadonlyArray<ReferenceEntry>
  readonly authorities: ReadonlyArray<AuthorityEntry>
  readonly associations: ReadonlyArray<AssociationEntry>
  /** By reference, in no order. */
  readonly persons: Readonly<Record<string, PersonEntry>>
}

export const initialProcessState: ProcessState = {
  stages: [],
  charters: [],
  themes: [],
  references: [],
  authorities: [],
  associations: [],
  persons: {}
}
