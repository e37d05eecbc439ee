/** What each event makes of the amendments and collisions of a submission. Total; nothing is ever dropped. */
import { type Occurred } from '../kernel/event'
import { type RetractionEvent } from '../process/events'
import { collisionHash } from '../text/collision'
import { type AmendmentEvent } from './events'
import { type AmendmentRef, type CollisionRef } from './ids'
import { behindSide, collisionsOf, isAgainstText, isCollisionOpen } from './queries'
import { isTextSide } from './revision-line'
import {
  type AmendmentsState,
  type AmendmentState,
  type CollisionEntry,
  type CollisionState,
  type Entry,
  type Fate
} from './state'

type DataOf<T extends AmendmentEvent['type']> = Extract<AmendmentEvent, { readonly type: T }>['data']

/** The state after an event of a submission's stream; entries of amendments are never retracted, but decided again. */
export const evolveAmendments = (
  state: AmendmentsState,
  event: Occurred<AmendmentEvent | RetractionEvent>
): AmendmentsState => (event.type === 'EntryRetracted' ? state : afterEvent(state, event, entryOf(event)))

const entryOf = (event: Occurred<AmendmentEvent>): Entry => ({
  event: event.id,
  at: event.occurredAt,
  recordedAt: event.recordedAt,
  actor: event.actor,
  recordedBy: event.recordedBy
})

/** The same without the envelope: what a decision assumes of events that it is about to give. */
export const afterEvent = (state: AmendmentsState, event: AmendmentEvent, entry: Entry): AmendmentsState => {
  switch (event.type) {
    case 'AmendmentProposed':
      return proposed(state, event.data, entry)
    case 'AmendmentRebased':
      return rebased(state, event.data, entry)
    case 'AmendmentWithdrawn':
      return closed(state, event.data.ref, { status: 'withdrawn', ...reasonOf(event.data) }, entry)
    case 'AmendmentRejected':
      return closed(state, event.data.ref, { status: 'rejected', ...decided(event.data) }, entry)
    case 'AmendmentBecameMoot':
      return closed(state, event.data.ref, { status: 'moot', because: event.data.because }, entry)
    case 'AmendmentAcceptedByAuthor':
      return fated(
        state,
        event.data.ref,
        { status: 'acceptedByAuthor', association: event.data.association },
        entry
      )
    case 'AmendmentAdopted':
      return fated(state, event.data.ref, adoptedFate(event.data), entry)
    case 'AmendmentReopened':
      return fated(state, event.data.ref, { status: 'reopened', ...backBecause(event.data) }, entry)
    case 'CollisionDetected':
      return detected(state, event.data, entry)
    case 'CollisionResolved':
      return noted(state, event.data.ref, {
        ...entry,
        status: 'resolved',
        resolution: event.data.resolution,
        ...saidOf(event.data)
      })
    case 'CollisionReopened':
      return noted(state, event.data.ref, { ...entry, status: 'reopened', ...saidOf(event.data) })
  }
}

const reasonOf = ({ reason }: DataOf<'AmendmentWithdrawn'>) => (reason === undefined ? {} : { reason })

const decided = ({ decision, reason }: DataOf<'AmendmentRejected'>) => ({
  decision,
  ...(reason === undefined ? {} : { reason })
})

const saidOf = ({ decision, reason, like }: Omit<DataOf<'CollisionReopened'>, 'ref'>) => ({
  reason,
  ...(decision === undefined ? {} : { decision }),
  ...(like === undefined ? {} : { like })
})

const backBecause = ({ decision, reason, by }: DataOf<'AmendmentReopened'>) => ({
  ...(reason === undefined ? {} : { reason }),
  ...(decision === undefined ? {} : { decision }),
  ...(by === undefined ? {} : { by })
})

const adoptedFate = ({ decision, as, operations }: DataOf<'AmendmentAdopted'>): Fate => ({
  status: 'adopted',
  decision,
  as,
  operations
})

const proposed = (state: AmendmentsState, data: DataOf<'AmendmentProposed'>, entry: Entry): AmendmentsState =>
  withAmendment(state, {
    ref: data.ref,
    association: data.association,
    language: data.language,
    materiality: data.materiality,
    ...(data.reason === undefined ? {} : { reason: data.reason }),
    ...(data.origin === undefined ? {} : { origin: data.origin }),
    ...(data.awaitsWording === undefined ? {} : { onTranslation: data.awaitsWording }),
    forms: [{ ...entry, revision: data.revision, textHash: data.textHash, operations: data.operations }],
    fates: []
  })

/** Rule 7: a derived form is put behind those before it. */
function rebased(state: AmendmentsState, data: DataOf<'AmendmentRebased'>, entry: Entry): AmendmentsState {
  const amendment = state.amendments[data.ref]
  if (amendment === undefined) return state
  const { revision, textHash, operations, madeFrom } = data
  const form = { ...entry, revision, textHash, operations, madeFrom }
  const fits = withAmendment(state, { ...amendment, forms: [...amendment.forms, form] })
  return lapsed(fits, entry, collision => concernsText(collision, data.ref))
}

const fated = (state: AmendmentsState, ref: AmendmentRef, fate: Fate, entry: Entry): AmendmentsState => {
  const amendment = state.amendments[ref]
  return amendment === undefined
    ? state
    : withAmendment(state, { ...amendment, fates: [...amendment.fates, { ...entry, fate }] })
}

/** An amendment that leaves the table takes its open collisions with it. */
const closed = (state: AmendmentsState, ref: AmendmentRef, fate: Fate, entry: Entry): AmendmentsState =>
  lapsed(fated(state, ref, fate, entry), entry, collision => collision.concerns.includes(ref))

/** Against a newer text the amendment meets other words: what was found against an older one is no longer asked. */
function detected(state: AmendmentsState, data: DataOf<'CollisionDetected'>, entry: Entry): AmendmentsState {
  const { ref, revision, collision } = data
  const concerns = [
    ...new Set([collision.first.ref, collision.second.ref].flatMap(side => behindSide(state, side)))
  ]
  const against = [collision.first.ref, collision.second.ref].find(isTextSide)
  const [amendment] = concerns
  const before =
    against === undefined || amendment === undefined
      ? state
      : lapsed(state, entry, earlier => concernsText(earlier, amendment) && !isBetween(earlier, against))
  return withCollision(before, {
    ref,
    revision,
    collision,
    hash: collisionHash(collision),
    concerns,
    history: [{ ...entry, status: 'detected' }]
  })
}

const isBetween = ({ collision }: CollisionState, side: string): boolean =>
  collision.first.ref === side || collision.second.ref === side

const concernsText = (state: CollisionState, amendment: AmendmentRef): boolean =>
  state.concerns.includes(amendment) && isAgainstText(state)

const lapsed = (
  state: AmendmentsState,
  entry: Entry,
  which: (collision: CollisionState) => boolean
): AmendmentsState =>
  collisionsOf(state)
    .filter(collision => isCollisionOpen(collision) && which(collision))
    .reduce((so, collision) => noted(so, collision.ref, { ...entry, status: 'lapsed' }), state)

function noted(state: AmendmentsState, ref: CollisionRef, entry: CollisionEntry): AmendmentsState {
  const collision = state.collisions[ref]
  return collision === undefined
    ? state
    : withCollision(state, { ...collision, history: [...collision.history, entry] })
}

const withAmendment = (state: AmendmentsState, amendment: AmendmentState): AmendmentsState => ({
  ...state,
  amendments: { ...state.amendments, [amendment.ref]: amendment }
})

const withCollision = (state: AmendmentsState, collision: CollisionState): AmendmentsState => ({
  ...state,
  collisions: { ...state.collisions, [collision.ref]: collision }
})
