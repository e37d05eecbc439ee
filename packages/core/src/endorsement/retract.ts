/** A typing mistake in a stand, taken back: the stand before it stands again (domain.md §3, EntryRetracted). */
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { type EventId } from '../kernel/primitives'
import { type RetractionEvent } from '../process/events'
import { type Objection, precedes, unless } from '../kernel/objection'
import { EntryNotRetractable } from '../submission/rejections'
import { retractableIn, type RetractionAsked, retractFromSubmission } from '../submission/retract'
import { EntryIsNamed } from './rejections'
import { standAt } from './stands'
import { type StandEntry, type StandsState, type Stood } from './state'

/** RetractEntry in a submission's stream: a stand, a rating or a reading. */
export const retractFromSubmissionStream =
  (asked: RetractionAsked) =>
  (stood: Stood): Decision<Decided<RetractionEvent>> =>
    retractableIn(stood.submission).some(({ event }) => event === asked.payload.entry)
      ? retractFromSubmission(asked)(stood.submission)
      : retractStand(asked)(stood)

/** EntryRetracted for a stand; refused, naming them, where a reaffirmation, a withdrawal or a lifting rests on it. */
const retractStand =
  ({ occurredAt, payload }: RetractionAsked) =>
  (stood: Stood): Decision<Decided<RetractionEvent>> => {
    const { entry, reason, stream } = payload
    const found = standsIn(stood.stands).find(({ event }) => event === entry)
    return unless(
      [
        () => (found === undefined ? EntryNotRetractable('payload.entry', entry, {}) : undefined),
        () => precedes(occurredAt, entry, found?.at),
        () => named(stood, found)
      ],
      () =>
        found?.retracted === undefined
          ? [{ type: 'EntryRetracted', stream, cause: entry, data: { entry, reason } }]
          : []
    )
  }

/** Every word of every association on the submission. */
export const standsIn = ({ stands }: StandsState): ReadonlyArray<StandEntry> =>
  Object.values(stands).flatMap(entries => entries ?? [])

const named = (stood: Stood, entry: StandEntry | undefined): Objection => {
  if (entry === undefined || entry.retracted !== undefined) return undefined
  const by = standsIn(stood.stands)
    .filter(({ association, retracted }) => association === entry.association && retracted === undefined)
    .filter(other => reaffirms(other, entry.event) || takesBackOnly(stood, other, entry))
    .map(({ event }) => event)
  return by.length === 0 ? undefined : EntryIsNamed('payload.entry', entry.event, { by })
}

const reaffirms = (other: StandEntry, entry: EventId): boolean =>
  other.word === 'reaffirmed' && other.of === entry

/** Whether a withdrawal or a lifting has something to take back with the entry, and nothing without it. */
const takesBackOnly = (stood: Stood, other: StandEntry, entry: StandEntry): boolean =>
  (other.word === 'withdrawn' || other.word === 'lifted') &&
  hasToTakeBack(without(stood, [other]), other) &&
  !hasToTakeBack(without(stood, [other, entry]), other)

const hasToTakeBack = (stood: Stood, { association, at, word }: StandEntry): boolean => {
  const stand = standAt(stood, association, at)
  return (
    stand !== undefined &&
    stand.status !== 'withdrawn' &&
    stand.status !== 'lifted' &&
    (stand.kind === 'objection') === (word === 'lifted')
  )
}

const without = ({ submission, stands }: Stood, entries: ReadonlyArray<StandEntry>): Stood => ({
  submission,
  stands: {
    ...stands,
    stands: Object.fromEntries(
      Object.entries(stands.stands).map(([association, all]) => [
        association,
        (all ?? []).filter(({ event }) => !entries.some(entry => entry.event === event))
      ])
    )
  }
})
