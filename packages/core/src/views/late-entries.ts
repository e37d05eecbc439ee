/**
 * Late entries: dated facts that were recorded after an act of a later time that rests on such facts (rule 2). They
 * change no accepted act; whether one would fail with them is said beside it, as contested.
 */
import { type TimelineRow } from '../kernel/kept'
import { type Instant, millis } from '../kernel/primitives'

export interface LateEntry {
  readonly entry: TimelineRow
  /** Of the acts that were on record already and happened after it: the latest. */
  readonly before: TimelineRow
}

/** What each kind of dated fact bears on: acts or decisions of its meeting, of any, or acceptance of its submission. */
type Bearing = 'decisionsHere' | 'actsHere' | 'decisions' | 'acts' | 'acceptanceHere'

const bearings: { readonly [type: string]: Bearing } = {
  ArrivalRecorded: 'decisionsHere',
  DepartureRecorded: 'decisionsHere',
  ProxyGiven: 'decisionsHere',
  MeetingOpened: 'decisionsHere',
  ChairHandedOver: 'actsHere',
  MeetingAdjourned: 'decisionsHere',
  MeetingResumed: 'decisionsHere',
  MeetingClosed: 'decisionsHere',
  AssociationRegistered: 'decisions',
  MandateGranted: 'decisions',
  AssociationSuspended: 'acts',
  AssociationReinstated: 'acts',
  AssociationLeft: 'acts',
  MandateRevoked: 'acts',
  StageEntered: 'acts',
  CharterAdopted: 'acts',
  EndorsementGiven: 'acceptanceHere',
  EndorsementReaffirmed: 'acceptanceHere',
  EndorsementWithdrawn: 'acceptanceHere',
  ObjectionRaised: 'acceptanceHere',
  ObjectionLifted: 'acceptanceHere'
}

/** Whether an event of this type is a dated fact, which can take the ground from acts of a later time. */
export const isDatedFact = (type: string): boolean => Object.hasOwn(bearings, type)

/** One look at every event, in the order of recording. */
export const lateEntries = (timeline: ReadonlyArray<TimelineRow>): ReadonlyArray<LateEntry> => {
  const latest = new Map<string, TimelineRow>()
  const found: Array<LateEntry> = []
  for (const row of timeline) {
    const bearing = bearings[row.type]
    const before = bearing === undefined ? undefined : latest.get(placeOf(bearing, row))
    if (before !== undefined && isLater(before, row) && !isSameAct(before, row))
      found.push({ entry: row, before })
    for (const place of placesOf(row)) {
      const known = latest.get(place)
      if (known === undefined || isLater(row, known)) latest.set(place, row)
    }
  }
  return found
}

const placeOf = (bearing: Bearing, { stream }: TimelineRow): string =>
  bearing === 'decisions' || bearing === 'acts' ? bearing : `${bearing} ${stream}`

/** What an event is for facts that bear on it. */
const placesOf = (row: TimelineRow): ReadonlyArray<string> => [
  ...(row.command === undefined ? [] : ['acts', placeOf('actsHere', row)]),
  ...(row.type === 'DecisionTaken' ? ['decisions', placeOf('decisionsHere', row)] : []),
  ...(row.type === 'SubmissionAccepted' ? [placeOf('acceptanceHere', row)] : [])
]

const isLater = (a: TimelineRow, b: TimelineRow): boolean =>
  millis(a.occurredAt as Instant) > millis(b.occurredAt as Instant)

const isSameAct = (a: TimelineRow, b: TimelineRow): boolean => actOf(a.id) === actOf(b.id)

/** The command of an event: its id without the place in the append. */
export const actOf = (event: string): string => event.slice(0, event.indexOf('.'))
