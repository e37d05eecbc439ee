/** A typing mistake in a rating or a reading, taken back: it counts no more, and stays visible, struck through. */
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { type EventId, type Instant, type Words } from '../kernel/primitives'
import { type StreamName } from '../kernel/stream-name'
import { type RetractionEvent } from '../process/events'
import { precedes, unless } from '../kernel/objection'
import { EntryNotRetractable } from './rejections'
import { type Retractable, type SubmissionState } from './state'

/** What RetractEntry asks of a submission's stream. */
export interface RetractionAsked {
  readonly occurredAt: Instant
  readonly payload: { readonly entry: EventId; readonly stream: StreamName; readonly reason: Words }
}

/** The ratings and readings of an assessment, which no later entry names. */
export const retractableIn = ({ ratings, indicators }: SubmissionState): ReadonlyArray<Retractable> => [
  ...ratings,
  ...indicators.flatMap(({ readings }) => readings)
]

/** EntryRetracted for a rating or a reading; `[]` where it is struck through already. */
export const retractFromSubmission =
  ({ occurredAt, payload }: RetractionAsked) =>
  (state: SubmissionState): Decision<Decided<RetractionEvent>> => {
    const { entry, reason, stream } = payload
    const found = retractableIn(state).find(({ event }) => event === entry)
    return unless(
      [
        () => (found === undefined ? EntryNotRetractable('payload.entry', entry, {}) : undefined),
        () => precedes(occurredAt, entry, found?.at)
      ],
      () =>
        found?.retracted === undefined
          ? [{ type: 'EntryRetracted', stream, cause: entry, data: { entry, reason } }]
          : []
    )
  }
