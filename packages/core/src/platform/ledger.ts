/**
 * The authority ledger as at a date: what was delivered to whom, what was answered, what is silent or overdue, and
 * what was promised. Everything follows from the dates in the record and the given date, never from a clock (rule 14).
 */
import { localDate, type LocalDate } from '../kernel/primitives'
import { type AuthorityRef, type Level } from '../process/ids'
import { type CommitmentState, type ResponseOutcome } from './events'
import { type ClauseRef, type CommitmentRef, type RaisingRef, type ResponseRef } from './ids'
import { clauseNumbers, commitmentsOf, raisingsOf } from './numbers'
import { answersTo, authorityOn, byDate, clausesAsked, dueOnAt, settlingAnswers, stands } from './raisings'
import { type Followed, followedIn } from './succession'
import {
  type Commitment,
  type Forwarding,
  type OverdueNote,
  type PlatformState,
  type Progress,
  type Raising,
  type Receipt,
  type Response
} from './state'

/** A raised clause is answered; or silent, while there is time; or overdue, once the due date has passed. */
export type ClauseStanding = 'answered' | 'silent' | 'overdue'

export interface RaisedClause extends Followed {
  readonly clause: ClauseRef
  readonly standing: ClauseStanding
  /** Whether it concerns the level of the raising; others may be answered, but are not awaited. */
  readonly asked: boolean
  /** What was said last until the date; not settled by it where it refers elsewhere and was passed on. */
  readonly outcome?: ResponseOutcome
  /** Every answer in force, the earliest first. */
  readonly responses: ReadonlyArray<ResponseRef>
  /** Whether a later answer says something else than an earlier one. */
  readonly changed: boolean
}

export interface RaisedPlatform {
  readonly raising: RaisingRef
  readonly level: Level
  readonly channel: Raising['channel']
  readonly date: LocalDate
  /** The receipt given at the deposit itself. */
  readonly receipt?: string
  /** The authority that it was raised to, and the one it lies with as at the date. */
  readonly raisedTo: AuthorityRef
  readonly authority: AuthorityRef
  readonly dueOn: LocalDate
  readonly clauses: ReadonlyArray<RaisedClause>
  /** All entries dated until then, retracted ones with their mark. */
  readonly receipts: ReadonlyArray<Receipt>
  readonly responses: ReadonlyArray<Response>
  readonly forwards: ReadonlyArray<Forwarding>
  readonly overdueNotes: ReadonlyArray<NotedOverdue>
}

/** A note of silence; contested where an answer dated until then was entered later (rule 2). */
export type NotedOverdue = OverdueNote & { readonly contestedBy: ReadonlyArray<ResponseRef> }

export interface FollowedCommitment extends Followed {
  readonly commitment: CommitmentRef
  readonly clause: ClauseRef
  readonly institution: AuthorityRef
  readonly wording: string
  readonly madeOn: LocalDate
  readonly due: LocalDate
  readonly response?: ResponseRef
  /** As at the date; `notStarted` while nothing is known. */
  readonly state: CommitmentState
  /** Whether that state is shown by evidence or claimed by the institution; absent while nothing is known. */
  readonly shownBy?: Progress['shownBy']
  /** Due before the date, and neither completed nor abandoned. */
  readonly overdue: boolean
  /** All entries dated until then, retracted ones with their mark. */
  readonly progress: ReadonlyArray<Progress>
}

export interface AuthorityLedger {
  readonly asAt: LocalDate
  readonly raisings: ReadonlyArray<RaisedPlatform>
  readonly commitments: ReadonlyArray<FollowedCommitment>
}

/** The ledger of one platform as at a date, from all that is recorded now. */
export const authorityLedger = (state: PlatformState, asAt: LocalDate): AuthorityLedger => ({
  asAt,
  raisings: raisingsOf(state)
    .filter(raising => raising.date <= asAt)
    .map(raising => raisedPlatform(state, raising, asAt)),
  commitments: commitmentsAt(state, asAt)
})

const raisedPlatform = (state: PlatformState, raising: Raising, asAt: LocalDate): RaisedPlatform => ({
  raising: raising.ref,
  level: raising.level,
  channel: raising.channel,
  date: raising.date,
  ...(raising.receipt === undefined ? {} : { receipt: raising.receipt }),
  raisedTo: raising.authority,
  authority: authorityOn(raising, asAt),
  dueOn: dueOnAt(raising, asAt),
  clauses: raisedClauses(state, raising, asAt),
  receipts: until(raising.receipts, asAt),
  responses: until(raising.responses, asAt),
  forwards: until(raising.forwards, asAt),
  overdueNotes: raising.overdue.filter(({ on }) => on <= asAt).map(note => noted(raising, note))
})

const until = <A extends { readonly date: LocalDate }>(items: ReadonlyArray<A>, asAt: LocalDate) =>
  byDate(items.filter(({ date }) => date <= asAt))

const noted = (raising: Raising, note: OverdueNote): NotedOverdue => ({
  ...note,
  contestedBy: [
    ...new Set(
      note.clauses.flatMap(clause => settlingAnswers(raising, clause, note.on).map(({ ref }) => ref))
    )
  ]
})

/** The clauses that are asked of this level, and any other that was answered. */
const raisedClauses = (
  state: PlatformState,
  raising: Raising,
  asAt: LocalDate
): ReadonlyArray<RaisedClause> => {
  const asked = clausesAsked(state, raising)
  const followed = followedIn(state, asAt)
  return clauseNumbers(state)
    .map(({ clause }) => ({
      ...raisedClause(raising, clause, asked.includes(clause), asAt),
      ...followed(clause)
    }))
    .filter(row => row.asked || row.responses.length > 0)
}

const raisedClause = (raising: Raising, clause: ClauseRef, asked: boolean, asAt: LocalDate): RaisedClause => {
  const answers = answersTo(raising, clause, asAt)
  const last = answers.at(-1)
  return {
    clause,
    standing: standingOf(raising, clause, asAt),
    asked,
    ...(last === undefined ? {} : { outcome: last.outcome }),
    responses: answers.map(({ ref }) => ref),
    changed: new Set(answers.map(({ outcome }) => outcome)).size > 1
  }
}

const standingOf = (raising: Raising, clause: ClauseRef, asAt: LocalDate): ClauseStanding =>
  settlingAnswers(raising, clause, asAt).length > 0
    ? 'answered'
    : asAt > dueOnAt(raising, asAt)
      ? 'overdue'
      : 'silent'

/** What institutions have promised until a date, and how far it is. */
const commitmentsAt = (state: PlatformState, asAt: LocalDate): ReadonlyArray<FollowedCommitment> => {
  const followed = followedIn(state, asAt)
  return commitmentsOf(state)
    .filter(({ at }) => localDate(at) <= asAt)
    .map(commitment => ({ ...standingOfCommitment(commitment, asAt), ...followed(commitment.clause) }))
}

const standingOfCommitment = (commitment: Commitment, asAt: LocalDate): FollowedCommitment => {
  const progress = until(commitment.progress, asAt)
  const last = progress.filter(stands).at(-1)
  const reached = last?.state ?? 'notStarted'
  return {
    commitment: commitment.ref,
    clause: commitment.clause,
    institution: commitment.institution,
    wording: commitment.wording,
    madeOn: localDate(commitment.at),
    due: commitment.due,
    ...(commitment.response === undefined ? {} : { response: commitment.response }),
    state: reached,
    ...(last === undefined ? {} : { shownBy: last.shownBy }),
    overdue: commitment.due < asAt && reached !== 'completed' && reached !== 'abandoned',
    progress
  }
}
