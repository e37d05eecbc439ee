/** What stands in another stream than the one it is about, so that a view of that one finds it. */
import { type StreamName, streamOf } from '../kernel/stream-name'
import { type OccurredEvent } from './event-table'
import { ownerOf, type StreamRef } from './reads'

/** A decision may be annulled by a later meeting, in whose stream that stands (rule 1). */
export const tellsOf = (event: OccurredEvent): ReadonlyArray<StreamName> => {
  if (event.type !== 'DecisionAnnulled') return []
  const home = streamOf(event.process, ownerOf(event.data.decision) as StreamRef)
  return home === event.stream ? [] : [home]
}
