/** The amendment desk: what is open, what collides with exact words of both sides, what became of the rest. */
import {
  amendmentsOf,
  collisionsConcerning,
  collisionsOf,
  isCollisionOpen,
  settledStanding
} from '../amendment/queries'
import { type AmendmentState, type CollisionEntry, type CollisionState, type Form } from '../amendment/state'
import { type SubmissionStream } from '../path/states'
import { stageAt } from '../process/coalition-at'
import { type Stage } from '../process/ids'
import { currentRevision, revisionsOf } from '../submission/queries'
import { detailsOf } from './amendment-ends'
import { present, timesOf } from './entry'
import { keptBackBy, readsNow, wantsOf } from './collision-now'
import { gaveWayOn, gaveWayWhenMoot, inTextSince, settledSince } from './gave-way'
import { type Numbered, submissionsAskedFor } from './in-order'
import { lostTo } from './lost-to'
import { titlesOf } from './titles'
import { type Board, defineView } from './view'

/** The first form is the submitted wording; it stands unchanged beside all that were made from it (rule 7). */
export const amendmentsView = defineView({
  name: 'amendments',
  purpose:
    'amendments with every form they had, collisions with the words of both sides, and what became of them',
  needs: 'refOrAll',
  about: { kind: 'optional', letters: 'DEP' },
  dated: false,
  show: board => {
    const all = board.asked.ref === undefined
    const submissions = submissionsAskedFor(board)
      ?.filter(one => !all || isAmended(one))
      .map(one => deskOf(one, board))
    return submissions === undefined ? undefined : { submissions }
  }
})

const isAmended = ({ state }: Numbered<SubmissionStream>): boolean =>
  Object.keys(state.amendments.amendments).length > 0

const deskOf = ({ ref, state }: Numbered<SubmissionStream>, board: Board) => ({
  submission: ref,
  title: titlesOf(state.submission, board.own),
  ...present('revision', currentRevision(state.submission)?.revision),
  ...present('textHash', currentRevision(state.submission)?.textHash),
  amendments: amendmentsOf(state.amendments).map(amendmentRow(state, stageAt(board.own, board.now))),
  collisions: collisionsOf(state.amendments).map(collisionRow(state))
})

const amendmentRow = (stream: SubmissionStream, stage: Stage) => {
  const { amendments } = stream
  const gaveWay = gaveWayOn(stream)
  return (amendment: AmendmentState) => ({
    amendment: amendment.ref,
    association: amendment.association,
    language: amendment.language,
    materiality: amendment.materiality,
    ...present('putInAs', putInAs(stream, amendment)),
    ...present('reason', amendment.reason),
    ...present('origin', amendment.origin),
    ...present('onTranslation', amendment.onTranslation),
    standing: settledStanding(amendments, amendment, stage),
    collidesIn: collisionsConcerning(amendments, amendment.ref).map(({ ref }) => ref),
    waitsFor: lostTo(amendments, amendment),
    forms: amendment.forms.map(formRow),
    fates: amendment.fates.map((entry, index, { length }) => ({
      ...timesOf(entry),
      status: entry.fate.status,
      ...detailsOf(entry.fate),
      ...present('gaveWay', index === length - 1 ? gaveWay(amendment) : gaveWayWhenMoot(entry, amendments)),
      ...present('operations', entry.fate.status === 'adopted' ? entry.fate.operations : undefined)
    }))
  })
}

/** How grave it was held for when it was put in, where that is otherwise than its association said. */
const putInAs = ({ submission }: SubmissionStream, { ref, materiality }: AmendmentState) => {
  const made = revisionsOf(submission)
    .filter(({ because }) => because.kind === 'amendments' && because.amendments.includes(ref))
    .at(-1)
  return made === undefined || made.materiality === materiality ? undefined : made.materiality
}

const formRow = (form: Form) => ({
  ...timesOf(form),
  actor: form.actor,
  recordedBy: form.recordedBy,
  revision: form.revision,
  textHash: form.textHash,
  operations: form.operations,
  ...present('madeFrom', form.madeFrom)
})

const collisionRow = (stream: SubmissionStream) => {
  const since = inTextSince(stream)
  return (collision: CollisionState) => ({
    collision: collision.ref,
    open: isCollisionOpen(collision),
    status: collision.history.at(-1)?.status ?? 'detected',
    revision: collision.revision,
    hash: collision.hash,
    concerns: collision.concerns,
    keepsBack: keptBackBy(stream.amendments, collision),
    words: collision.collision,
    wants: [collision.collision.first, collision.collision.second].map(({ ref }) =>
      wantsOf(stream.amendments, collision, ref)
    ),
    ...readsNow(stream, collision),
    history: collision.history.map(historyRow),
    ...present('inTextSince', settledSince(stream.amendments, since, collision))
  })
}

const historyRow = (entry: CollisionEntry) => ({
  ...timesOf(entry),
  actor: entry.actor,
  status: entry.status,
  ...('reason' in entry ? { reason: entry.reason } : {}),
  ...('decision' in entry ? present('decision', entry.decision) : {}),
  ...('resolution' in entry ? { resolution: entry.resolution } : {}),
  ...('like' in entry ? present('like', entry.like) : {})
})
