/** A decision taken back: at a meeting, or for a clerical error (rule 1). The path adds what takes its effects back. */
import * as E from 'fp-ts/lib/Either'
import { type Decided } from '../kernel/event'
import { type Instant, type ProcessSlug, type Words } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type MeetingEvent } from './events'
import { type DecisionRef, type MeetingRef, meetingStream } from './ids'
import { precedes } from '../kernel/objection'
import { sealedRefused } from './preconditions'
import { DecisionIsAnnulled } from './rejections'
import { type DecisionEntry, type MeetingState } from './state'

type DecisionAnnulled = Decided<Extract<MeetingEvent, { readonly type: 'DecisionAnnulled' }>>

export interface AnnulmentAsked {
  readonly process: ProcessSlug
  readonly occurredAt: Instant
  readonly decision: DecisionRef
  readonly reason: Words
  /** The decision that annuls; absent for a clerical error. */
  readonly by?: DecisionRef
  /** The meeting in whose stream the annulment stands: the one that annuls, or the decision's own. */
  readonly at: MeetingRef
}

/**
 * DecisionAnnulled in the stream of the meeting that annuls, so sealed minutes do not stand in its way. `home` is the
 * meeting of the decision, `others` further meetings read, in which it may have been annulled. Left: ReferenceUnknown,
 * PrecedesWhatItRefersTo, DecisionIsAnnulled, and MeetingSealed where the annulment would stand in a sealed stream.
 */
export const annulDecision = (
  asked: AnnulmentAsked,
  home: MeetingState,
  others: ReadonlyArray<MeetingState>
): E.Either<Rejection, DecisionAnnulled> => {
  const entry = home.decisions.find(({ ref }) => ref === asked.decision)
  if (entry === undefined)
    return E.left(ReferenceUnknown('payload.decision', asked.decision, { kind: 'decision' }))
  const refused =
    (asked.at === home.schedule?.ref ? sealedRefused(home, asked.at) : undefined) ??
    precedes(asked.occurredAt, asked.decision, entry.at) ??
    namedTwice(asked.decision, [home, ...others])
  return refused === undefined ? E.right(annulmentOf(asked, entry)) : E.left(refused)
}

const namedTwice = (decision: DecisionRef, meetings: ReadonlyArray<MeetingState>): Rejection | undefined => {
  const annulment = annulmentIn(decision, meetings)
  return annulment === undefined
    ? undefined
    : DecisionIsAnnulled('payload.decision', decision, { since: annulment.at })
}

/** Where a decision was annulled, if it was, among the meetings given. */
export const annulmentIn = (decision: DecisionRef, meetings: ReadonlyArray<MeetingState>) =>
  meetings.flatMap(({ annulments }) => annulments).find(annulment => annulment.decision === decision)

const annulmentOf = (asked: AnnulmentAsked, entry: DecisionEntry): DecisionAnnulled => ({
  type: 'DecisionAnnulled',
  stream: meetingStream(asked.process, asked.at),
  cause: entry.event,
  data: {
    decision: asked.decision,
    reason: asked.reason,
    ...(asked.by === undefined ? {} : { by: asked.by })
  }
})
