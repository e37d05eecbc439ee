/** The register: every submission with its authors, what it is about, where it stands, and its fate (rule 12). */
import { amendmentsOf, openCollisions, settledStanding } from '../amendment/queries'
import { type AmendmentsState } from '../amendment/state'
import { currentStands } from '../endorsement/stands'
import { type SubmissionStream } from '../path/states'
import { stageAt } from '../process/coalition-at'
import { type Stage } from '../process/ids'
import { isAdmitted, settledFate } from '../submission/fate'
import { authorsOf, beganAt, currentRevision, languagesOf, staleTranslations } from '../submission/queries'
import { type SubmissionState } from '../submission/state'
import { type ClausesOf, clausesBySubmission } from './clauses'
import { present } from './entry'
import { type Numbered, submissionsOf } from './in-order'
import { keptThrough } from './kept-through'
import { titlesOf } from './titles'
import { undoneOf } from './undone'
import { type Board, defineView } from './view'

/** Texts and fates are read as last recorded (rule 2). */
export const registerView = defineView({
  name: 'register',
  purpose: 'all submissions with their fate',
  needs: 'all',
  about: { kind: 'none' },
  dated: false,
  show: board => {
    const stage = stageAt(board.own, board.now)
    const clauses = clausesBySubmission(board.states)
    return {
      stage,
      submissions: submissionsOf(board.states).map(stream => registerRow(stream, stage, clauses, board))
    }
  }
})

const registerRow = (
  { ref, state }: Numbered<SubmissionStream>,
  stage: Stage,
  clauses: ClausesOf,
  board: Board
) => {
  const { submission, amendments } = state
  return {
    ref,
    ...present('kind', submission.kind),
    title: titlesOf(submission, board.own),
    ...present('beganAt', beganAt(submission)),
    beganAs: beganAs(submission),
    ...present('meeting', submission.received?.meeting),
    authors: authorsOf(submission),
    ...submission.classification,
    answers: answersOf(submission),
    ...currentTextOf(submission),
    admitted: isAdmitted(submission),
    ...settledFate(submission, stage),
    ...present('undone', undoneOf({ ref, state }, board.states)),
    clauses: clauses(ref),
    amendments: amendmentCounts(amendments, stage),
    openCollisions: openCollisions(amendments).map(collision => collision.ref),
    stands: standCounts(state),
    ...present('standsOnEarlierText', onEarlierText(state))
  }
}

const beganAs = (submission: SubmissionState): 'received' | 'merge' | 'split' => {
  if (submission.received !== undefined) return 'received'
  return submission.splitFrom === undefined ? 'merge' : 'split'
}

const answersOf = ({ received, merged, splitFrom }: SubmissionState) =>
  (merged ?? splitFrom ?? received)?.answers ?? []

const currentTextOf = (submission: SubmissionState) => {
  const current = currentRevision(submission)
  return {
    ...present('revision', current?.revision),
    ...present('textHash', current?.textHash),
    languages: languagesOf(submission),
    staleTranslations: staleTranslations(submission)
  }
}

const amendmentCounts = (amendments: AmendmentsState, stage: Stage) =>
  tally(amendmentsOf(amendments).map(amendment => settledStanding(amendments, amendment, stage)))

/** Of the stands that were not taken back: what they say, or that they wait to be reaffirmed. */
const standCounts = (stream: SubmissionStream) =>
  tally(
    currentStands(stream)
      .filter(({ status }) => status !== 'withdrawn' && status !== 'lifted')
      .map(({ status, kind }) => (status === 'live' ? kind : status))
  )

/** How many of the live stands were given on other words, and kept through what was called no change of substance. */
const onEarlierText = (stream: SubmissionStream): number | undefined => {
  const current = currentRevision(stream.submission)
  const kept = currentStands(stream).filter(
    stand => keptThrough(stream.submission, stand, current).length > 0
  )
  return kept.length === 0 ? undefined : kept.length
}

const tally = (words: ReadonlyArray<string>): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
