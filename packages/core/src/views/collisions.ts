/**
 * The collision register: what two amendments want otherwise, with the exact words of both beside those of the text,
 * what it blocks, and how it was settled, by whom, why and where (rule 9).
 */
import { AmendmentRef } from '../amendment/ids'
import { collisionsOf, findAmendment, isCollisionOpen } from '../amendment/queries'
import { type AmendmentsState, type CollisionEntry, type CollisionState } from '../amendment/state'
import { ownerOf } from '../path/reads'
import { type SubmissionStream } from '../path/states'
import { type CollisionSide } from '../text/collision'
import { keptBackBy, readsNow, wantsOf } from './collision-now'
import { present, timesOf } from './entry'
import { inTextSince, settledSince } from './gave-way'
import { type Numbered, submissionsOf } from './in-order'
import { titlesOf } from './titles'
import { type Board, defineView } from './view'

/** Of all submissions, of one (`P1`), or a single one (`P1-X2`); the open ones first. */
export const collisionsView = defineView({
  name: 'collisions',
  purpose: 'what amendments want otherwise, side by side, and how it was settled: P3, or P3-X1 alone',
  needs: 'refOrAll',
  about: { kind: 'optional', letters: 'DEP' },
  dated: false,
  show: board => {
    const { ref } = board.asked
    const owner = ref === undefined ? undefined : ownerOf(ref)
    const streams = submissionsOf(board.states).filter(one => owner === undefined || one.ref === owner)
    const rows = streams
      .flatMap(stream => collisionRows(stream, board))
      .filter(row => ref === owner || row.collision === ref)
    return (ref !== undefined && streams.length === 0) || (ref !== owner && rows.length === 0)
      ? undefined
      : { collisions: [...rows.filter(({ open }) => open), ...rows.filter(({ open }) => !open)] }
  }
})

const collisionRows = (stream: Numbered<SubmissionStream>, board: Board) => {
  const since = inTextSince(stream.state)
  return collisionsOf(stream.state.amendments).map(collision => ({
    ...collisionRow(collision, stream, board),
    /** The revision since which the text has what people settled. */
    ...present('inTextSince', settledSince(stream.state.amendments, since, collision))
  }))
}

const collisionRow = (
  state: CollisionState,
  { ref: submission, state: stream }: Numbered<SubmissionStream>,
  board: Board
) => {
  const { ref, revision, hash, concerns, collision, history } = state
  return {
    collision: ref,
    submission,
    title: titlesOf(stream.submission, board.own),
    open: isCollisionOpen(state),
    kind: collision.kind,
    revision,
    hash,
    blocks: collision.blocks,
    ...present('at', collision.at),
    base: collision.base,
    ...readsNow(stream, state),
    first: sideOf(collision.first, state, stream.amendments),
    second: sideOf(collision.second, state, stream.amendments),
    /** The amendments that it is about; while it is open it keeps those of them back that are not in yet. */
    concerns,
    keepsBack: keptBackBy(stream.amendments, state),
    history: history.map(historyRow)
  }
}

/** An amendment with who proposed it, the text as it became (`P3@2`), or the third text of an earlier settlement. */
const sideOf = ({ ref, words }: CollisionSide, state: CollisionState, amendments: AmendmentsState) => {
  const amendment = AmendmentRef.is(ref) ? findAmendment(amendments, ref) : undefined
  return {
    ref,
    ...present('association', amendment?.association),
    words,
    wants: wantsOf(amendments, state, ref)
  }
}

const historyRow = (entry: CollisionEntry) => ({
  ...timesOf(entry),
  actor: entry.actor,
  status: entry.status,
  ...present('reason', 'reason' in entry ? entry.reason : undefined),
  ...present('decision', 'decision' in entry ? entry.decision : undefined),
  ...present('resolution', 'resolution' in entry ? entry.resolution : undefined),
  ...present('like', 'like' in entry ? entry.like : undefined)
})
