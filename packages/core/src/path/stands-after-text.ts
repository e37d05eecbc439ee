/** What a new text does to the stands on a submission: some become stale, some are live again (rules 1 and 10). */
import { standsMadeStale } from '../endorsement/made-stale'
import { type Stood } from '../endorsement/state'
import { thresholdReached } from '../endorsement/support'
import { submissionStream } from '../submission/ids'
import { type TextRevised } from '../submission/revise-text'
import { type Circumstances } from './circumstances'
import { type DecidedEvent } from './event-table'

/** The list of stands that no longer hold, and the threshold where those live again reach it. */
export const standsAfter = (
  before: Stood,
  revised: TextRevised['data'],
  after: Stood,
  { command, coalition }: Circumstances
): ReadonlyArray<DecidedEvent> => {
  const { ref } = before.submission
  if (ref === undefined) return []
  const stream = submissionStream(command.process, ref)
  const stale = standsMadeStale(before, revised)
  const reached = thresholdReached(after, coalition)
  return [
    ...(stale === undefined ? [] : [{ type: 'EndorsementBecameStale' as const, stream, data: stale }]),
    ...(reached === undefined ? [] : [{ type: 'ThresholdReached' as const, stream, data: reached }])
  ]
}
