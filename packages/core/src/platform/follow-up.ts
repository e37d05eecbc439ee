/** What institutions promise on a clause, by when, and how far it is (F3). */
import { type CommandOf } from '../kernel/command'
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { localDate } from '../kernel/primitives'
import { NumberNotNext, ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type platformCommands } from './commands'
import { type PlatformEvent } from './events'
import { platformOf, platformStream, raisingOf, type ResponseRef } from './ids'
import { nextCommitment } from './numbers'
import { type Objection, precedes, unless } from '../kernel/objection'
import { authorityUnknown, clausesUnfit, dateOutside, notAdopted, platformUnknown } from './preconditions'
import { stands } from './raisings'
import { DueDateTooEarly, EvidenceNeeded, ResponseNotOnClause } from './rejections'
import { type PlatformState, type Response } from './state'

type RecordCommitment = CommandOf<typeof platformCommands, 'RecordCommitment'>
type RecordProgress = CommandOf<typeof platformCommands, 'RecordProgress'>

/** CommitmentMade; where it rests on a response, that response is about the clause and stands. */
export const recordCommitment =
  ({ payload, process }: RecordCommitment, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    const { ref, platform, clause, institution, wording, due, response } = payload
    return unless(
      [
        () => platformUnknown('payload.platform', platform, state),
        () => notAdopted('payload.platform', platform, state, coalition),
        () => commitmentNotNext(payload, state),
        () => clausesUnfit('payload.clause', [clause], state),
        () => authorityUnknown('payload.institution', institution, coalition),
        () => (response === undefined ? undefined : responseUnfit(response, payload, coalition, state)),
        () =>
          due < coalition.date ? DueDateTooEarly('payload.due', due, { from: coalition.date }) : undefined
      ],
      () => [
        {
          type: 'CommitmentMade',
          stream: platformStream(process, platform),
          data: { ref, clause, institution, wording, due, ...(response === undefined ? {} : { response }) }
        }
      ]
    )
  }

const commitmentNotNext = (
  { ref, platform }: RecordCommitment['payload'],
  state: PlatformState
): Objection => {
  const next = nextCommitment(platform, state)
  return ref === next ? undefined : NumberNotNext('payload.ref', ref, { next })
}

const responseUnfit = (
  response: ResponseRef,
  { clause }: RecordCommitment['payload'],
  coalition: Coalition,
  state: PlatformState
): Objection => {
  const known = responseOf(state, response)
  if (known === undefined || !stands(known))
    return ReferenceUnknown('payload.response', response, { kind: 'response' })
  return known.clauses.includes(clause)
    ? precedes(coalition.at, response, known.at)
    : ResponseNotOnClause('payload.response', response, { clause })
}

/** A response by its reference, also a retracted one. */
const responseOf = (state: PlatformState, ref: ResponseRef): Response | undefined =>
  state.raisings[raisingOf(ref)]?.responses.find(response => response.ref === ref)

/** CommitmentProgressed; shown by evidence it comes with its evidence, else it is the institution's claim. */
export const recordProgress =
  (command: RecordProgress, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> =>
    unless(
      [
        () => progressOutside(command, coalition, state),
        () =>
          command.payload.shownBy === 'evidence' && command.evidence === undefined
            ? EvidenceNeeded('evidence', null, {})
            : undefined
      ],
      () => progressed(command, state)
    )

const progressOutside = (
  { payload }: RecordProgress,
  coalition: Coalition,
  state: PlatformState
): Objection => {
  const { commitment, date } = payload
  const known = state.commitments[commitment]
  if (known === undefined) return ReferenceUnknown('payload.commitment', commitment, { kind: 'commitment' })
  const since = { refersTo: commitment, since: localDate(known.at) }
  return precedes(coalition.at, commitment, known.at) ?? dateOutside('payload.date', date, since, coalition)
}

const progressed = (
  { payload, process }: RecordProgress,
  state: PlatformState
): ReadonlyArray<Decided<PlatformEvent>> => {
  const { commitment, state: reached, date, shownBy, note } = payload
  const last = state.commitments[commitment]?.progress.filter(stands).at(-1)
  const alreadySo =
    last?.state === reached && last.date === date && last.shownBy === shownBy && last.note === note
  return alreadySo
    ? []
    : [
        {
          type: 'CommitmentProgressed',
          stream: platformStream(process, platformOf(commitment)),
          data: { commitment, state: reached, date, shownBy, ...(note === undefined ? {} : { note }) }
        }
      ]
}
