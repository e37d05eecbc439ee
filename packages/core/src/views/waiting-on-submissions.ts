/** What waits on submissions: admission, consents, collisions, wordings, amendments, stands, translations. */
import { amendmentsOf, openCollisions, standingOf, submittedForm } from '../amendment/queries'
import { currentStands } from '../endorsement/stands'
import { type States, type SubmissionStream } from '../path/states'
import { adoptionOf, documentOf, submissionsOf as submissionsIn } from '../platform/standing'
import { charterAt } from '../process/charter-in-force'
import { stageAt } from '../process/coalition-at'
import { fateOf, isAdmitted, isClosed } from '../submission/fate'
import { consentsAt, silenceCountsFrom } from '../submission/merge-consents'
import { mergeOutlook } from '../submission/merge-outlook'
import { type Sources } from '../submission/merge-proposal'
import { staleTranslations } from '../submission/queries'
import { type MergeProposal } from '../submission/state'
import { present } from './entry'
import { type Numbered, platformsOf, submissionsOf } from './in-order'
import { lostTo } from './lost-to'
import { type Board } from './view'
import { type Waiting } from './waiting'

/** Nothing waits on a submission that an adopted platform holds: its text and the vote on it are done. */
export const waitingOnSubmissions = (board: Board): ReadonlyArray<Waiting> => {
  const adopted = adoptedIn(board.states)
  return submissionsOf(board.states).flatMap(stream => {
    if (adopted.has(stream.ref)) return []
    const { mergeProposal } = stream.state.submission
    if (mergeProposal !== undefined && fateOf(stream.state.submission).fate === 'proposed')
      return ofProposal(stream.ref, mergeProposal, board)
    return isClosed(stream.state.submission) ? [] : ofSubmission(stream, board)
  })
}

/** The submissions that an adopted platform holds. */
export const adoptedIn = (states: States): ReadonlySet<string> =>
  new Set(
    platformsOf(states).flatMap(({ state }) => {
      const document = documentOf(state)
      return document === undefined || adoptionOf(state) === undefined ? [] : submissionsIn(document)
    })
  )

/** The asked who have not answered; from the charter's date on their silence is consent. Nothing where texts are closed. */
const ofProposal = (ref: string, proposal: MergeProposal, board: Board): ReadonlyArray<Waiting> => {
  const sources: Sources = Object.fromEntries(
    proposal.sources.map(source => [source.ref, board.states.submissions[source.ref]?.submission])
  )
  const consents = consentsAt(proposal, sources, board.at)
  const { silent } = consents
  const { terms } = charterAt(board.own, board.now)
  const due = silenceCountsFrom(proposal, sources, terms, silent)
  const waits = { ref, since: proposal.at, about: proposal.sources.map(source => source.ref) }
  const stage = stageAt(board.own, board.now)
  const { carriedOutBy, obstacles } = mergeOutlook(proposal, sources, consents, stage, terms)
  if (obstacles.some(({ what }) => what === 'textsClosed')) return []
  if (carriedOutBy === 'nobody') return [{ what: 'mergeToDrop', for: proposerOf(proposal), ...waits }]
  if (carriedOutBy === 'meeting') return [{ what: 'mergeToCarryOut', for: ['meeting'], ...waits }]
  if (silent.length === 0) return [{ what: 'mergeToCarryOut', for: ['authors'], ...waits }]
  return [
    {
      what: 'consentToGive',
      for: silent,
      ...waits,
      ...present('due', due),
      ...(due === undefined ? {} : { overdue: board.date >= due })
    }
  ]
}

const proposerOf = ({ actor }: MergeProposal): ReadonlyArray<string> =>
  actor.as === 'association' ? [actor.association] : []

const ofSubmission = (stream: Numbered<SubmissionStream>, board: Board): ReadonlyArray<Waiting> => [
  ...admissionWaits(stream, board),
  ...takingUpWaits(stream),
  ...collisionsWait(stream),
  ...amendmentsWait(stream),
  ...standsWait(stream),
  ...staleTranslations(stream.state.submission).map((language): Waiting => ({
    what: 'translationToRenew',
    ref: stream.ref,
    for: ['authors'],
    about: [language]
  }))
]

const admissionWaits = (
  { ref, state: { submission } }: Numbered<SubmissionStream>,
  { own, now }: Board
): ReadonlyArray<Waiting> => {
  const stage = stageAt(own, now)
  const isWaiting =
    submission.received !== undefined &&
    fateOf(submission).fate === 'open' &&
    !isAdmitted(submission) &&
    (stage === 'gathering' || stage === 'refining')
  return isWaiting
    ? [{ what: 'submissionToAdmit', ref, for: ['secretary'], ...present('since', submission.received?.at) }]
    : []
}

const takingUpWaits = ({ ref, state }: Numbered<SubmissionStream>): ReadonlyArray<Waiting> => {
  const { fate, since, until } = fateOf(state.submission)
  return fate === 'deferred'
    ? [
        {
          what: 'submissionToTakeUp',
          ref,
          for: ['meeting'],
          ...present('since', since),
          ...(until === undefined ? {} : { about: [until] })
        }
      ]
    : []
}

const collisionsWait = ({ state: { amendments } }: Numbered<SubmissionStream>): ReadonlyArray<Waiting> =>
  openCollisions(amendments).map(({ ref, concerns, history }) => ({
    what: 'collisionToSettle',
    ref,
    for: ['authors', 'meeting'],
    ...present('since', history.at(-1)?.at),
    about: concerns
  }))

/** One that lost a collision to another that is open waits for that one, and nobody has to decide it now. */
const amendmentsWait = ({ state: { amendments } }: Numbered<SubmissionStream>): ReadonlyArray<Waiting> =>
  amendmentsOf(amendments).flatMap((amendment): ReadonlyArray<Waiting> => {
    const since = present('since', submittedForm(amendment)?.at)
    if (lostTo(amendments, amendment).length > 0) return []
    const standing = standingOf(amendments, amendment)
    if (standing === 'open')
      return [{ what: 'amendmentToDecide', ref: amendment.ref, for: ['authors', 'meeting'], ...since }]
    return standing === 'awaitingWording'
      ? [{ what: 'wordingToGive', ref: amendment.ref, for: ['authors', 'chair'], ...since }]
      : []
  })

/** Stale and inherited stands count toward nothing until they are reaffirmed; an objection is raised again or lifted (rule 10). */
const standsWait = ({ ref, state }: Numbered<SubmissionStream>): ReadonlyArray<Waiting> => {
  const waiting = currentStands(state).filter(({ status }) => status === 'stale' || status === 'inherited')
  const [objecting, endorsing] = [true, false].map(objects =>
    waiting
      .filter(({ kind }) => (kind === 'objection') === objects)
      .map(({ association }): string => association)
  )
  return [
    ...standsRow('standToReaffirm', ref, endorsing),
    ...standsRow('objectionToRaiseAgainOrLift', ref, objecting)
  ]
}

const standsRow = (
  what: Waiting['what'],
  ref: string,
  whose: ReadonlyArray<string> = []
): ReadonlyArray<Waiting> => (whose.length === 0 ? [] : [{ what, ref, for: whose }])
