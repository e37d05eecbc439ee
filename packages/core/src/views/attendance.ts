/** The attendance book of a meeting and its quorum over time: needed and present at every change and every decision. */
import { byNumber } from '../meeting/attendance'
import { staysOf } from '../meeting/attendance-book'
import { type AttendanceEntry, type MeetingState } from '../meeting/state'
import { phaseAt } from '../meeting/sittings'
import { struckThrough, timesOf } from './entry'
import { meetingHead } from './meeting-head'
import { quorumAtChanges, quorumAtDecisions } from './quorum-over-time'
import { happenedUntil } from './meeting-until'
import { type Board, defineView } from './view'

/** As at an instant: what is now known to have happened in the room by then. */
export const attendanceView = defineView({
  name: 'attendance',
  purpose: 'who was at a meeting from when to when, and whether there was a quorum',
  needs: 'ref',
  about: { kind: 'required', letters: 'M' },
  dated: true,
  show: board => {
    const recorded = board.states.meetings[board.asked.ref ?? '']
    return recorded === undefined ? undefined : bookOf(happenedUntil(recorded, board.now), board)
  }
})

const bookOf = (meeting: MeetingState, { at, own }: Board) => ({
  ...meetingHead(meeting),
  phase: phaseAt(meeting, { at }),
  officers: meeting.sittings.map(({ event, at: when, recordedAt, version: _, ...entry }) => ({
    event,
    at: when,
    recordedAt,
    ...entry
  })),
  associations: own.associations.map(({ ref, names }) => ({ association: ref, names })),
  invited: meeting.invitations.map(({ association }) => association).sort(byNumber),
  stays: staysOf(meeting),
  entries: meeting.attendance.map(entryRow),
  changes: quorumAtChanges(meeting, own),
  decisions: quorumAtDecisions(meeting, own)
})

const entryRow = (entry: AttendanceEntry) => ({
  ...timesOf(entry),
  ...saidBy(entry),
  ...struckThrough(entry)
})

const saidBy = (entry: AttendanceEntry) => {
  switch (entry.kind) {
    case 'arrival':
      return {
        kind: entry.kind,
        association: entry.association,
        delegates: entry.delegates,
        voter: entry.voter,
        attending: entry.attending
      }
    case 'departure':
      return { kind: entry.kind, association: entry.association }
    case 'proxy':
      return { kind: entry.kind, from: entry.from, to: entry.to }
  }
}
