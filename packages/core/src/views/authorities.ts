/** The authority ledger: what was raised to whom, what was answered and promised, what is silent or overdue (rule 14). */
import { authorityLedger, type AuthorityLedger } from '../platform/ledger'
import { type PlatformState } from '../platform/state'
import { happenedBy } from '../process/dated'
import { type Numbered, platformsOf } from './in-order'
import { type Board, defineView } from './view'

/** Due dates are measured by the local date of the instant that is asked for, else by the date given for today. */
export const authoritiesView = defineView({
  name: 'authorities',
  purpose: 'what each authority received, answered and promised, and what it is silent on',
  needs: 'refOrAll',
  about: { kind: 'optional', letters: 'V' },
  dated: true,
  show: board => {
    const { ref } = board.asked
    const shown = platformsOf(board.states).filter(one => ref === undefined || one.ref === ref)
    return ref !== undefined && shown.length === 0
      ? undefined
      : {
          today: board.date,
          authorities: board.own.authorities.filter(happenedBy(board.now)).map(authority => ({
            ref: authority.ref,
            names: authority.names,
            level: authority.level,
            office: authority.office
          })),
          platforms: shown
            .filter(({ state }) => ref !== undefined || isRaised(state))
            .map(one => ledgerRow(one, board))
        }
  }
})

const isRaised = ({ raisings, commitments }: PlatformState): boolean =>
  Object.keys(raisings).length > 0 || Object.keys(commitments).length > 0

const ledgerRow = ({ ref, state }: Numbered<PlatformState>, { date }: Board) => {
  const ledger = authorityLedger(state, date)
  return {
    platform: ref,
    raisings: ledger.raisings,
    unanswered: unanswered(ledger),
    commitments: ledger.commitments
  }
}

/** The raisings that wait for an answer, with the clauses that it would be about. */
export const unanswered = ({ raisings }: AuthorityLedger) =>
  raisings.flatMap(({ raising, authority, dueOn, clauses }) => {
    const open = clauses.filter(({ standing, asked }) => asked && standing !== 'answered')
    return open.length === 0
      ? []
      : [
          {
            raising,
            authority,
            dueOn,
            overdue: open.some(({ standing }) => standing === 'overdue'),
            clauses: open.map(({ clause }) => clause)
          }
        ]
  })
