/** The root fold: an event goes to the slices whose stream it is in. */
import { evolveAmendments } from '../amendment/evolve'
import { evolveStands } from '../endorsement/evolve'
import { evolveMeeting } from '../meeting/evolve'
import { evolvePlatform } from '../platform/evolve'
import { evolveProcess } from '../process/evolve'
import { evolveSubmission } from '../submission/evolve'
import {
  isAmendmentEvent,
  isMeetingEvent,
  isPlatformEvent,
  isProcessEvent,
  isStandEvent,
  isSubmissionEvent
} from './event-kinds'
import { type OccurredEvent } from './event-table'
import { type PathState, type SubmissionStream } from './states'

export const evolve = (state: PathState, event: OccurredEvent): PathState => {
  switch (state.kind) {
    case 'process':
      return isProcessEvent(event) ? { ...state, process: evolveProcess(state.process, event) } : state
    case 'meeting':
      return isMeetingEvent(event) ? { ...state, meeting: evolveMeeting(state.meeting, event) } : state
    case 'platform':
      return isPlatformEvent(event) ? { ...state, platform: evolvePlatform(state.platform, event) } : state
    case 'submission':
      return evolveSubmissionStream(state, event)
  }
}

/** Three slices share a submission's stream: its text, the amendments to it, the stands on it. */
export const evolveSubmissionStream = (state: SubmissionStream, event: OccurredEvent): SubmissionStream => ({
  kind: 'submission',
  submission: isSubmissionEvent(event) ? evolveSubmission(state.submission, event) : state.submission,
  amendments: isAmendmentEvent(event) ? evolveAmendments(state.amendments, event) : state.amendments,
  stands: isStandEvent(event) ? evolveStands(state.stands, event) : state.stands
})
