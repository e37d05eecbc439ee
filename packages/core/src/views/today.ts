/** What waits for whom: one row for each thing that somebody has to do next, with the date by which, where there is one. */
import { contestedDecisionsOf } from './contested-decisions'
import { changedUnderStands } from './changed-under-stands'
import { contestedActRows } from './contested-rows'
import { type Board, defineView } from './view'
import { type Waiting } from './waiting'
import { waitingAtMeetings } from './waiting-at-meetings'
import { waitingInProcess } from './waiting-in-process'
import { waitingOnPlatforms } from './waiting-on-platforms'
import { waitingOnSubmissions } from './waiting-on-submissions'

/** Due dates are measured by the date given for today, never by a clock (rule 14). */
export const todayView = defineView({
  name: 'today',
  purpose: 'what waits for whom',
  needs: 'timeline',
  about: { kind: 'none' },
  dated: false,
  show: board => ({
    today: board.date,
    waiting: [
      ...waitingInProcess(board),
      ...waitingAtMeetings(board),
      ...contestedWait(board),
      ...waitingOnSubmissions(board),
      ...waitingOnPlatforms(board)
    ],
    toLookAt: changedUnderStands(board)
  })
})

/** What a meeting has to confirm or annul (rule 2): decisions by their reference, other acts by the id of their event. */
const contestedWait = (board: Board): ReadonlyArray<Waiting> => {
  const open = { for: ['meeting'] }
  const decisions = contestedDecisionsOf(board.states).filter(({ settlement }) => settlement === 'open')
  const named = new Set<string>(decisions.map(({ decision }) => decision))
  const acts = contestedActRows(board).filter(({ settlement }) => settlement === 'open')
  return [
    ...decisions.map(({ decision, at }): Waiting => ({
      ...open,
      what: 'contestedDecision',
      ref: decision,
      since: at
    })),
    ...acts
      .filter(act => act.command !== 'Decide' || !named.has(act.named ?? ''))
      .map((act): Waiting => ({
        ...open,
        what: 'contestedAct',
        ref: act.event,
        since: act.at,
        about: [act.command, ...(act.named === undefined ? [] : [act.named])]
      }))
  ]
}
