/** Taking back a typing mistake among receipts, responses and progress (domain.md §3, EntryRetracted). */
import { type CommandOf } from '../kernel/command'
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { type EventId } from '../kernel/primitives'
import { type processCommands } from '../process/commands'
import { type Coalition } from '../process/coalition'
import { type RetractionEvent } from '../process/events'
import { commitmentsOf, raisingsOf } from './numbers'
import { type Objection, precedes, unless } from '../kernel/objection'
import { EntryIsNamed, EntryNotRetractable } from './rejections'
import { type Entry, type PlatformState } from './state'

type RetractEntry = CommandOf<typeof processCommands, 'RetractEntry'>

/**
 * EntryRetracted in the platform's stream; `[]` where it is already struck through. Refused with EntryNotRetractable
 * for any other event, with EntryIsNamed where a commitment rests on the response.
 */
export const retractFromPlatform =
  ({ payload }: RetractEntry, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<RetractionEvent>> => {
    const { entry, reason, stream } = payload
    const known = retractable(state).find(({ event }) => event === entry)
    return unless(
      [
        () => (known === undefined ? EntryNotRetractable('payload.entry', entry, {}) : undefined),
        () => precedes(coalition.at, entry, known?.at ?? coalition.at),
        () => named(state, entry)
      ],
      () =>
        known?.retracted === true
          ? []
          : [{ type: 'EntryRetracted', stream, cause: entry, data: { entry, reason } }]
    )
  }

/** The entries of a platform's stream that may be taken back as typing mistakes. */
export const retractable = (state: PlatformState): ReadonlyArray<Entry> => [
  ...raisingsOf(state).flatMap(({ receipts, responses }) => [...receipts, ...responses]),
  ...commitmentsOf(state).flatMap(({ progress }) => progress)
]

const named = (state: PlatformState, entry: EventId): Objection => {
  const responses = raisingsOf(state).flatMap(raising => raising.responses)
  const response = responses.find(({ event }) => event === entry)?.ref
  const by = commitmentsOf(state)
    .filter(commitment => response !== undefined && commitment.response === response)
    .map(({ ref }) => ref)
  return by.length === 0 ? undefined : EntryIsNamed('payload.entry', entry, { by })
}
