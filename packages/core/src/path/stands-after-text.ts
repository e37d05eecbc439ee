/** What a new text does to the stands on a submission: those that no longer hold, in one list (rule 10). */
import { currentStands, type Stand } from '../endorsement/stands'
import { type Stood } from '../endorsement/state'
import { submissionStream } from '../submission/ids'
import { currentRevision } from '../submission/queries'
import { type Circumstances } from './change-text'
import { type DecidedEvent } from './event-table'

/** What follows for the stands when the text goes from one to the other. */
export const standsAfter = (
  before: Stood,
  after: Stood,
  { command }: Circumstances
): ReadonlyArray<DecidedEvent> => {
  const { ref } = before.submission
  const was = currentRevision(before.submission)
  const now = currentRevision(after.submission)
  const stands = currentStands(before).flatMap(stand => becameStale(stand, after))
  if (ref === undefined || was === undefined || now === undefined || stands.length === 0) return []
  return [
    {
      type: 'EndorsementBecameStale',
      stream: submissionStream(command.process, ref),
      data: {
        stands,
        was: { revision: was.revision, textHash: was.textHash },
        now: { revision: now.revision, textHash: now.textHash }
      }
    }
  ]
}

const becameStale = ({ association, event, status }: Stand, after: Stood) => {
  const stale = currentStands(after).some(one => one.event === event && one.status === 'stale')
  return status === 'live' && event !== undefined && stale ? [{ association, stand: event }] : []
}
