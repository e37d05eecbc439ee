/** What a meeting was called for, as every view of it shows it. */
import { type MeetingState } from '../meeting/state'
import { present } from './entry'

export const meetingHead = ({ schedule }: MeetingState) =>
  schedule === undefined
    ? {}
    : {
        meeting: schedule.ref,
        title: schedule.title,
        kind: schedule.kind,
        venue: schedule.venue,
        startsAt: schedule.startsAt,
        endsAt: schedule.endsAt,
        ...present('secondCallOf', schedule.secondCallOf)
      }
