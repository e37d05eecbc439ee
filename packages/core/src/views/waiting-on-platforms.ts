/** What waits on platforms: a frozen one for its vote, raised clauses for answers, commitments for their fulfilment. */
import { authorityLedger } from '../platform/ledger'
import { freezeOf, platformStanding } from '../platform/standing'
import { type PlatformState } from '../platform/state'
import { unanswered } from './authorities'
import { present } from './entry'
import { type Numbered, platformsOf } from './in-order'
import { type Board } from './view'
import { type Waiting } from './waiting'

/** Of a superseded platform nothing is awaited: what it still asked for, the later one asks. */
export const waitingOnPlatforms = (board: Board): ReadonlyArray<Waiting> =>
  platformsOf(board.states).flatMap(platform => [
    ...voteWaits(platform),
    ...(platformStanding(platform.state) === 'adopted' ? ledgerWaits(platform.state, board) : [])
  ])

const voteWaits = ({ ref, state }: Numbered<PlatformState>): ReadonlyArray<Waiting> =>
  platformStanding(state) === 'frozen'
    ? [{ what: 'platformToAdopt', ref, for: ['meeting'], ...present('since', freezeOf(state)?.at) }]
    : []

const ledgerWaits = (state: PlatformState, { date }: Board): ReadonlyArray<Waiting> => {
  const ledger = authorityLedger(state, date)
  return [
    ...unanswered(ledger).map(({ raising, authority, dueOn, overdue, clauses }): Waiting => ({
      what: 'answerDue',
      ref: raising,
      for: [authority],
      due: dueOn,
      overdue,
      about: clauses
    })),
    ...ledger.commitments
      .filter(({ state: reached }) => reached !== 'completed' && reached !== 'abandoned')
      .map(({ commitment, institution, due, overdue, clause }): Waiting => ({
        what: 'commitmentDue',
        ref: commitment,
        for: [institution],
        due,
        overdue,
        about: [clause]
      }))
  ]
}
