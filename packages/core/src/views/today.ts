/** What waits for whom: one row for each thing that somebody has to do next, with the date by which, where there is one. */
import { contestedDecisionsOf } from './contested-decisions'
import { changedUnderStands } from './changed-under-stands'
import { defineView } from './view'
import { waitingAtMeetings } from './waiting-at-meetings'
import { waitingInProcess } from './waiting-in-process'
import { waitingOnPlatforms } from './waiting-on-platforms'
import { waitingOnSubmissions } from './waiting-on-submissions'

/** Due dates are measured by the date given for today, never by a clock (rule 14). */
export const todayView = defineView({
  name: 'today',
  purpose: 'what waits for whom',
  needs: 'all',
  about: { kind: 'none' },
  dated: false,
  show: board => ({
    today: board.date,
    waiting: [
      ...waitingInProcess(board),
      ...waitingAtMeetings(board),
      ...contestedDecisionsOf(board.states)
        .filter(({ settlement }) => settlement === 'open')
        .map(({ decision, at }) => ({
          what: 'contestedDecision',
          ref: decision,
          for: ['meeting'],
          since: at
        })),
      ...waitingOnSubmissions(board),
      ...waitingOnPlatforms(board)
    ],
    toLookAt: changedUnderStands(board)
  })
})
