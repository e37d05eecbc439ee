/** What waits at meetings: minutes from the draft to the seal (rule 15). */
import { daysLater } from '../kernel/calendar'
import { localDate, type LocalDate } from '../kernel/primitives'
import { minutesRef } from '../meeting/numbers'
import { phaseAt } from '../meeting/sittings'
import { type MeetingRef } from '../meeting/ids'
import { type MeetingState, type MinutesState } from '../meeting/state'
import { charterAt } from '../process/charter-in-force'
import { present } from './entry'
import { meetingsOf, type Numbered } from './in-order'
import { type Board } from './view'
import { type Waiting } from './waiting'

export const waitingAtMeetings = (board: Board): ReadonlyArray<Waiting> =>
  meetingsOf(board.states).flatMap(meeting => ofMeeting(meeting, board))

const table = ['chair', 'rapporteur', 'secretary']

const ofMeeting = ({ ref, state }: Numbered<MeetingState>, board: Board): ReadonlyArray<Waiting> => {
  if (state.minutes !== undefined) return ofMinutes(state.minutes, board)
  return phaseAt(state, { at: board.at }) === 'closed'
    ? [{ what: 'minutesToDraft', ref: minutesRef(ref as MeetingRef), for: table }]
    : []
}

const ofMinutes = (minutes: MinutesState, board: Board): ReadonlyArray<Waiting> => {
  const { ref, approved, sealed, circulated } = minutes
  if (sealed !== undefined) return []
  if (approved !== undefined) return [{ what: 'minutesToSeal', ref, for: table, since: approved.at }]
  const corrections = minutes.corrections
    .filter(({ settled }) => settled === undefined)
    .map((correction): Waiting => ({
      what: 'correctionToSettle',
      ref,
      for: table,
      since: correction.at,
      about: [String(correction.number), correction.association]
    }))
  if (corrections.length > 0) return corrections
  return isSent(minutes)
    ? [approvalWaits(minutes, board)]
    : [{ what: 'minutesToCirculate', ref, for: table, ...present('since', circulated.at(-1)?.at) }]
}

/** The wording that counts was sent round. */
const isSent = ({ circulated, current }: MinutesState): boolean =>
  circulated.at(-1)?.textHash === current.textHash

/** `due`: from when silence approves, where the charter says so; until then a later meeting may. */
const approvalWaits = ({ ref, circulated }: MinutesState, board: Board): Waiting => {
  const since = circulated.at(-1)?.at
  const days = charterAt(board.own, board.now).terms.minutes?.tacitAfterDays
  const due = since === undefined || days === undefined ? undefined : daysLater(localDate(since), days)
  return {
    what: 'minutesToApprove',
    ref,
    for: isDue(due, board.date) ? ['meeting', ...table] : ['meeting'],
    ...present('since', since),
    ...present('due', due),
    ...(due === undefined ? {} : { overdue: isDue(due, board.date) })
  }
}

const isDue = (due: LocalDate | undefined, today: LocalDate): boolean => due !== undefined && today > due
