/** The stands matrix: what each association says of each submission, and what a stale stand must look at again (rule 10). */
import { standsAt, type Stand } from '../endorsement/stands'
import { supportOf } from '../endorsement/support'
import { millis } from '../kernel/primitives'
import { type SubmissionStream } from '../path/states'
import { type Coalition } from '../process/coalition'
import { coalitionAt } from '../process/coalition-at'
import { standingAt } from '../process/standing'
import { fateOf, isClosed } from '../submission/fate'
import { beganAt, textAt } from '../submission/queries'
import { present, timesOf } from './entry'
import { type Numbered, submissionsOf } from './in-order'
import { keptThrough } from './kept-through'
import { titlesOf } from './titles'
import { type Taken, takenInSources } from './taken-on'
import { changesOfSources, changesSince } from './text-changes'
import { type Board, defineView } from './view'

/**
 * As at an instant: the stands that associations had then, on the text that was current then. An association of the
 * list that has no stand on a submission said nothing of it.
 */
export const standsView = defineView({
  name: 'stands',
  purpose: 'which association endorses, reserves or objects to what, live, stale or inherited',
  needs: 'all',
  about: { kind: 'optional', letters: 'DEP' },
  dated: true,
  show: board => {
    const { ref } = board.asked
    const shown = submissionsOf(board.states).filter(one => ref === undefined || one.ref === ref)
    if (ref !== undefined && shown.length === 0) return undefined
    const coalition = coalitionAt(board.own, board.at)
    return {
      associations: board.own.associations.flatMap(association => {
        const standing = standingAt(association, board.now)
        return standing === undefined
          ? []
          : [{ association: association.ref, names: association.names, standing }]
      }),
      submissions: shown
        .filter(one => isSubmission(one) && hadBegun(one, board))
        .map(one => standsRow(one, coalition, board))
    }
  }
})

/** Not a merge that was only proposed. */
const isSubmission = ({ state }: Numbered<SubmissionStream>): boolean => {
  const { fate } = fateOf(state.submission)
  return fate !== 'proposed' && fate !== 'dropped'
}

const hadBegun = ({ state }: Numbered<SubmissionStream>, { now }: Board): boolean => {
  const began = beganAt(state.submission)
  return began !== undefined && millis(began) <= now
}

const isClosedBy = ({ submission }: SubmissionStream, { now }: Board): boolean => {
  const { since } = fateOf(submission)
  return isClosed(submission) && since !== undefined && millis(since) <= now
}

const standsRow = ({ ref, state }: Numbered<SubmissionStream>, coalition: Coalition, board: Board) => {
  const current = textAt(state.submission, board.at)
  const stands = standsAt(state, board.at)
  const { supporters, needed, reached } = supportOf(state, coalition)
  const keptOf = (stand: Stand) => keptThrough(state.submission, stand, current)
  const takenOf = (stand: Stand) => takenInSources(stand, board.states)
  return {
    submission: ref,
    title: titlesOf(state.submission, board.own),
    ...present('revision', current?.revision),
    ...present('textHash', current?.textHash),
    stands: stands.map(stand => standCell(stand, keptOf(stand), takenOf(stand))),
    support: { supporters, needed, reached },
    thresholds: state.stands.thresholds
      .filter(({ at }) => millis(at) <= board.now)
      .map(note => ({
        ...timesOf(note),
        charter: note.charter,
        supporters: note.supporters,
        eligible: note.eligible,
        needed: note.needed,
        textHash: note.textHash
      })),
    /** Nothing is said again of a submission that is closed. */
    changes: isClosedBy(state, board)
      ? []
      : [
          ...changesSince(
            state.submission,
            givenOn(stands.filter(stand => stand.status === 'stale' || keptOf(stand).length > 0)),
            current
          ),
          ...changesOfSources(state.submission, stands.flatMap(takenOf), current, board.states)
        ]
  }
}

/**
 * The cell of the matrix: one word for what it is, the rest of the stand, the changes that it was kept through, and of
 * an inherited one where it was taken.
 */
const standCell = (one: Stand, kept: ReturnType<typeof keptThrough>, taken: ReadonlyArray<Taken>) => {
  const { association, status, kind, ...stand } = one
  return {
    association,
    cell: status === 'live' ? kind : status,
    kind,
    status,
    ...stand,
    ...present('keptThrough', kept.length === 0 ? undefined : kept),
    ...present('takenOn', taken.length === 0 ? undefined : taken.map(takenRow))
  }
}

/** The exact text that it was given on in a source, and whether it was stale there already. */
const takenRow = ({ submission, kind, revision, textHash, status }: Taken) => ({
  submission,
  kind,
  revision,
  textHash,
  ...(status === 'stale' ? { stale: true as const } : {})
})

const givenOn = (stands: ReadonlyArray<Stand>): ReadonlyArray<number> =>
  stands.flatMap(({ revision }) => revision ?? [])
