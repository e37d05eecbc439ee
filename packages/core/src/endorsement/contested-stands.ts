/** Words on a submission that a later entry speaks against: they stand, and show as contested (rule 2). */
import { type EventId, millis } from '../kernel/primitives'
import { isSupport } from './endorse'
import { standAt } from './stands'
import { type StandEntry, type Stood } from './state'

/** Those that say again or take back what, as is now known, was not there to be said again or taken back. */
export const contestedStands = (stood: Stood): ReadonlyArray<EventId> =>
  Object.values(stood.stands.stands)
    .flatMap(entries => entries ?? [])
    .filter(entry => entry.retracted === undefined && !hasGround(entry, stood))
    .map(({ event }) => event)

const hasGround = (entry: StandEntry, stood: Stood): boolean => {
  const before = standBefore(entry, stood)
  switch (entry.word) {
    case 'given':
    case 'objected':
      return true
    case 'reaffirmed':
      return isSupport(before)
    case 'withdrawn':
      return isSupport(before) || before?.status === 'withdrawn'
    case 'lifted':
      return before?.kind === 'objection'
  }
}

const standBefore = (entry: StandEntry, { submission, stands }: Stood) => {
  const { association, at } = entry
  const before = wordsBefore(entry, stands.stands[association] ?? [])
  return standAt(
    { submission, stands: { ...stands, stands: { ...stands.stands, [association]: before } } },
    association,
    at
  )
}

/** What happened earlier; at the very millisecond, what was recorded earlier. */
const wordsBefore = (entry: StandEntry, all: ReadonlyArray<StandEntry>): ReadonlyArray<StandEntry> =>
  all.filter(
    (one, index) =>
      millis(one.at) < millis(entry.at) || (millis(one.at) === millis(entry.at) && index < all.indexOf(entry))
  )
