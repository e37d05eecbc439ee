/** How the stands on a submission change with what happened. */
import { type Occurred } from '../kernel/event'
import { type RetractionEvent } from '../process/events'
import { entryOf, struckThrough } from '../submission/entry'
import { type EndorsementEvent } from './events'
import { type StandEntry, type StandsState } from './state'

export const evolveStands = (
  state: StandsState,
  event: Occurred<EndorsementEvent | RetractionEvent>
): StandsState => {
  const entry = entryOf(event)
  switch (event.type) {
    case 'EndorsementGiven':
      return said(state, { ...entry, word: 'given', ...event.data })
    case 'EndorsementReaffirmed':
      return said(state, { ...entry, word: 'reaffirmed', ...event.data })
    case 'ObjectionRaised':
      return said(state, { ...entry, word: 'objected', ...event.data })
    case 'EndorsementWithdrawn':
      return said(state, { ...entry, word: 'withdrawn', ...event.data })
    case 'ObjectionLifted':
      return said(state, { ...entry, word: 'lifted', ...event.data })
    case 'EndorsementBecameStale':
      return { ...state, stale: [...state.stale, { ...entry, ...event.data }] }
    case 'ThresholdReached':
      return { ...state, thresholds: [...state.thresholds, { ...entry, ...event.data }] }
    case 'EntryRetracted':
      return retracted(state, event)
  }
}

const said = (state: StandsState, entry: StandEntry): StandsState => ({
  ...state,
  stands: {
    ...state.stands,
    [entry.association]: [...(state.stands[entry.association] ?? []), entry]
  }
})

const retracted = (state: StandsState, event: Occurred<RetractionEvent>): StandsState => ({
  ...state,
  stands: Object.fromEntries(
    Object.entries(state.stands).map(([association, entries]) => [
      association,
      struckThrough(entries ?? [], event)
    ])
  )
})
