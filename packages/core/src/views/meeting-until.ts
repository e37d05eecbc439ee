/** A meeting with only what had happened by an instant: what is now known of it then (rule 2). */
import { millis } from '../kernel/primitives'
import { type Dated, type MeetingState } from '../meeting/state'

export const happenedUntil = (meeting: MeetingState, now: number): MeetingState => {
  const by = <D extends Dated>(facts: ReadonlyArray<D>): ReadonlyArray<D> =>
    facts.filter(fact => millis(fact.at) <= now)
  return {
    ...meeting,
    invitations: by(meeting.invitations),
    sittings: by(meeting.sittings),
    attendance: by(meeting.attendance),
    discussions: by(meeting.discussions),
    decisions: by(meeting.decisions)
  }
}
