/**
 * A joint platform as its stream tells it: drafts, freezes, adoption, and what authorities answered. Plain JSON; every
 * dated fact is an entry, kept also when it is retracted or taken back, so that views show it (rules 1 and 2).
 */
import { type AssociationRef, type MandateRef } from '../kernel/envelope'
import { type EventId, type Instant, type UtcInstant } from '../kernel/primitives'
import { type SubmissionRef } from '../submission/ids'
import { type PlatformEvent } from './events'
import { type CommitmentRef, type PlatformRef, type RaisingRef } from './ids'

type DataOf<Type extends PlatformEvent['type']> = Extract<PlatformEvent, { readonly type: Type }>['data']

/** A fact with its two times: when it happened and when it was recorded (rule 2). */
export interface Entry {
  readonly event: EventId
  readonly at: Instant
  readonly recordedAt: UtcInstant
  /** Who typed it. */
  readonly recordedBy: MandateRef
  /** Taken back as a typing mistake: shown struck through, counted no more. */
  readonly retracted?: true
}

/** A draft of the platform, as compiled from the log up to `from`. */
export type Compilation = Entry & DataOf<'PlatformCompiled'>

/** The words before the clauses; the last ones count. */
export type Preamble = Entry & DataOf<'PreambleWritten'>

/** A clause put behind another by hand. */
export type Move = Entry & DataOf<'ClauseMoved'>

/** How a freeze ended without adoption. */
export type Unfreezing = Entry & DataOf<'PlatformUnfrozen'>

/** The exact document that the coalition votes on (rule 13). */
export type Freeze = Entry & DataOf<'PlatformFrozen'> & { readonly unfrozen?: Unfreezing }

/** The adoption vote: every eligible association in exactly one place; `takenBack` by an annulment (rule 1). */
export type Adoption = Entry & DataOf<'PlatformAdopted'> & { readonly takenBack?: Unfreezing }

/** The platform was given up before adoption. */
export type SettingAside = Entry & DataOf<'PlatformSetAside'>

/** A later version has taken this one's place. */
export type Supersession = Entry & DataOf<'PlatformSuperseded'>

/** An authority confirmed that it holds the platform. */
export type Receipt = Entry & DataOf<'ReceiptAcknowledged'>

/** What an authority answered; every answer is kept, so a changed position shows. */
export type Response = Entry & DataOf<'ResponseReceived'>

/** Somebody took note that clauses were unanswered after the due date. */
export type OverdueNote = Entry & DataOf<'ResponseOverdue'>

/** The raising was passed to another authority, with a new due date. */
export type Forwarding = Entry & DataOf<'RaisingForwarded'>

/** A delivery of the platform to an authority, and all that came of it. */
export type Raising = Entry &
  DataOf<'PlatformRaised'> & {
    readonly receipts: ReadonlyArray<Receipt>
    readonly responses: ReadonlyArray<Response>
    readonly overdue: ReadonlyArray<OverdueNote>
    readonly forwards: ReadonlyArray<Forwarding>
  }

/** How far a commitment is, by evidence or by the institution's word. */
export type Progress = Entry & DataOf<'CommitmentProgressed'>

/** What an institution promised on a clause, by when. */
export type Commitment = Entry & DataOf<'CommitmentMade'> & { readonly progress: ReadonlyArray<Progress> }

/** An association that no longer stands by the adopted platform; the hash stays. */
export type Dissociation = Entry & DataOf<'PlatformDissociated'>

export interface PlatformState {
  /** Absent before the first compilation: the platform does not exist. */
  readonly ref?: PlatformRef
  /** In the order of recording; the last one is the draft. */
  readonly compilations: ReadonlyArray<Compilation>
  readonly preambles: ReadonlyArray<Preamble>
  readonly moves: ReadonlyArray<Move>
  /** The clauses of the draft in their present order. */
  readonly order: ReadonlyArray<SubmissionRef>
  readonly freezes: ReadonlyArray<Freeze>
  readonly adoptions: ReadonlyArray<Adoption>
  readonly setAside?: SettingAside
  readonly superseded?: Supersession
  /** By reference, in the order of their numbers. */
  readonly raisings: { readonly [ref in RaisingRef]?: Raising }
  readonly commitments: { readonly [ref in CommitmentRef]?: Commitment }
  readonly dissociations: { readonly [association in AssociationRef]?: Dissociation }
}

export const initialPlatformState: PlatformState = {
  compilations: [],
  preambles: [],
  moves: [],
  order: [],
  freezes: [],
  adoptions: [],
  raisings: {},
  commitments: {},
  dissociations: {}
}
