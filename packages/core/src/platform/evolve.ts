/** What each event makes of a platform's state; nothing that a view must show is dropped. */
import { type Occurred } from '../kernel/event'
import { type EventId } from '../kernel/primitives'
import { type RetractionEvent } from '../process/events'
import { orderAfterMove } from './draft'
import { type PlatformEvent } from './events'
import { type CommitmentRef, type RaisingRef, raisingOf } from './ids'
import {
  type Adoption,
  type Commitment,
  type Entry,
  type Freeze,
  type PlatformState,
  type Raising,
  type Unfreezing
} from './state'

type PlatformOccurred = Occurred<PlatformEvent | RetractionEvent>

export const evolvePlatform = (state: PlatformState, event: PlatformOccurred): PlatformState => {
  const entry = entryOf(event)
  switch (event.type) {
    case 'PlatformCompiled':
      return {
        ...state,
        ref: event.data.ref,
        compilations: [...state.compilations, { ...entry, ...event.data }],
        order: event.data.clauses.map(({ ref }) => ref)
      }
    case 'PreambleWritten':
      return { ...state, preambles: [...state.preambles, { ...entry, ...event.data }] }
    case 'ClauseMoved':
      return {
        ...state,
        moves: [...state.moves, { ...entry, ...event.data }],
        order: orderAfterMove(state.order, event.data.submission, event.data.after)
      }
    case 'PlatformFrozen':
      return { ...state, freezes: [...state.freezes, { ...entry, ...event.data }] }
    case 'PlatformUnfrozen':
      return unfrozen(state, { ...entry, ...event.data })
    case 'PlatformAdopted':
      return { ...state, adoptions: [...state.adoptions, { ...entry, ...event.data }] }
    case 'PlatformSetAside':
      return { ...state, setAside: { ...entry, ...event.data } }
    case 'PlatformSuperseded':
      return { ...state, superseded: { ...entry, ...event.data } }
    case 'PlatformDissociated':
      return {
        ...state,
        dissociations: { ...state.dissociations, [event.data.association]: { ...entry, ...event.data } }
      }
    case 'PlatformRaised':
      return withRaising(state, {
        ...entry,
        ...event.data,
        receipts: [],
        responses: [],
        overdue: [],
        forwards: []
      })
    case 'ReceiptAcknowledged':
      return inRaising(state, event.data.raising, raising => ({
        ...raising,
        receipts: [...raising.receipts, { ...entry, ...event.data }]
      }))
    case 'ResponseReceived':
      return inRaising(state, raisingOf(event.data.ref), raising => ({
        ...raising,
        responses: [...raising.responses, { ...entry, ...event.data }]
      }))
    case 'ResponseOverdue':
      return inRaising(state, event.data.raising, raising => ({
        ...raising,
        overdue: [...raising.overdue, { ...entry, ...event.data }]
      }))
    case 'RaisingForwarded':
      return inRaising(state, event.data.raising, raising => ({
        ...raising,
        forwards: [...raising.forwards, { ...entry, ...event.data }]
      }))
    case 'CommitmentMade':
      return withCommitment(state, { ...entry, ...event.data, progress: [] })
    case 'CommitmentProgressed':
      return inCommitment(state, event.data.commitment, commitment => ({
        ...commitment,
        progress: [...commitment.progress, { ...entry, ...event.data }]
      }))
    case 'EntryRetracted':
      return retracted(state, event.data.entry)
  }
}

const entryOf = ({ id, occurredAt, recordedAt, recordedBy }: PlatformOccurred): Entry => ({
  event: id,
  at: occurredAt,
  recordedAt,
  recordedBy
})

/** A document opened again is no longer adopted either: an annulment takes both back. */
const unfrozen = (state: PlatformState, unfreezing: Unfreezing): PlatformState => ({
  ...state,
  freezes: endLast(state.freezes, (freeze: Freeze) => ({
    ...freeze,
    unfrozen: freeze.unfrozen ?? unfreezing
  })),
  adoptions: endLast(state.adoptions, (adoption: Adoption) => ({
    ...adoption,
    takenBack: adoption.takenBack ?? unfreezing
  }))
})

const endLast = <A>(items: ReadonlyArray<A>, end: (last: A) => A): ReadonlyArray<A> =>
  items.map((item, index) => (index === items.length - 1 ? end(item) : item))

const withRaising = (state: PlatformState, raising: Raising): PlatformState => ({
  ...state,
  raisings: { ...state.raisings, [raising.ref]: raising }
})

const inRaising = (
  state: PlatformState,
  ref: RaisingRef,
  change: (raising: Raising) => Raising
): PlatformState => {
  const raising = state.raisings[ref]
  return raising === undefined ? state : withRaising(state, change(raising))
}

const withCommitment = (state: PlatformState, commitment: Commitment): PlatformState => ({
  ...state,
  commitments: { ...state.commitments, [commitment.ref]: commitment }
})

const inCommitment = (
  state: PlatformState,
  ref: CommitmentRef,
  change: (commitment: Commitment) => Commitment
): PlatformState => {
  const commitment = state.commitments[ref]
  return commitment === undefined ? state : withCommitment(state, change(commitment))
}

/** Strikes an entry through, wherever among raisings and commitments it stands. */
const retracted = (state: PlatformState, entry: EventId): PlatformState => ({
  ...state,
  raisings: mapValues(state.raisings, raising => ({
    ...raising,
    receipts: strike(raising.receipts, entry),
    responses: strike(raising.responses, entry)
  })),
  commitments: mapValues(state.commitments, commitment => ({
    ...commitment,
    progress: strike(commitment.progress, entry)
  }))
})

const strike = <A extends Entry>(items: ReadonlyArray<A>, entry: EventId): ReadonlyArray<A> =>
  items.map(item => (item.event === entry ? { ...item, retracted: true } : item))

const mapValues = <A>(
  record: { readonly [key: string]: A | undefined },
  change: (value: A) => A
): { readonly [key: string]: A } =>
  Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, change(value)]]))
  )
