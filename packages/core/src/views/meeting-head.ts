/** What a meeting was called for, as every view of it shows it. */
import { type MeetingState } from '../meeting/state'
import { present } from './entry'

type Schedule = NonNullable<MeetingState['schedule']>

/** Without a field before it was called. */
export interface MeetingHead extends Partial<
  Pick<Schedule, 'title' | 'kind' | 'venue' | 'startsAt' | 'endsAt' | 'secondCallOf'>
> {
  readonly meeting?: Schedule['ref']
}

export const meetingHead = ({ schedule }: MeetingState): MeetingHead =>
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
