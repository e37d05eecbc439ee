/** What an annulled decision did, taken back in the append of its annulment, in each subject's own stream (rule 1). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { draftFor } from '../amendment/draft'
import { CollisionRef } from '../amendment/ids'
import { decidedEvents, entryOf } from '../amendment/decide'
import { reopenCollision } from '../amendment/reopen-collision'
import { ReferenceUnknown } from '../kernel/rejections'
import { hasEffects } from '../meeting/decision'
import { type DecisionEntry } from '../meeting/state'
import { PlatformRef } from '../platform/ids'
import { draftOf } from '../platform/standing'
import { type PlatformState } from '../platform/state'
import { takeBackPlatform } from '../platform/unfreeze'
import { type Coalition } from '../process/coalition'
import { initialProcessState } from '../process/state'
import { takeBack } from '../process/take-back'
import { isUndoneMerge } from '../submission/fate'
import { SubmissionRef } from '../submission/ids'
import { reopenSubmission } from '../submission/settle'
import { type Annulling } from './annulling'
import { bringBackMoot, reopenMoot } from './carry-amendments'
import { type Circumstances } from './circumstances'
import { type PathDecision } from './decision'
import { type DecidedEvent } from './event-table'
import { mergeUndone } from './merge'
import { ownerOf } from './reads'
import { NotTakenBackByAnnulment } from './rejections'
import { splitUndone } from './split'
import { type States, type SubmissionStream } from './states'
import { takeBackText } from './take-back-text'

/** The events that take a decision's effects back; none where its motion was not adopted. */
export const takeBackEffects = (
  annulling: Annulling,
  entry: DecisionEntry,
  states: States,
  coalition: Coalition
): PathDecision =>
  hasEffects(entry.outcome) ? effectsBack(annulling, entry, states, coalition) : E.right([])

const effectsBack = (
  annulling: Annulling,
  entry: DecisionEntry,
  states: States,
  coalition: Coalition
): PathDecision => {
  switch (entry.subject.kind) {
    case 'submission':
      return onSubmission(entry, states, stream => submissionBack(annulling, entry, stream))
    case 'amendment':
      return onSubmission(entry, states, stream => amendmentBack(annulling, stream, coalition))
    case 'merge':
      return entry.motion === 'merge'
        ? onSubmission(entry, states, stream => mergeBack(annulling, stream, states, coalition))
        : cannot(entry)
    case 'split':
      return entry.motion === 'split'
        ? onSubmission(entry, states, stream => splitBack(annulling, stream, states, coalition))
        : cannot(entry)
    case 'collision':
      return onSubmission(entry, states, stream => collisionBack(annulling, entry, stream))
    case 'platform':
      return platformBack(annulling, entry, states, coalition)
    case 'charter':
    case 'stage':
    case 'association':
      return takeBack(annulling, coalition)(states.process ?? initialProcessState)
    case 'minutes':
    case 'annulment':
      return entry.motion === 'confirm' ? E.right([]) : cannot(entry)
    case 'other':
      return E.right([])
  }
}

const cannot = ({ ref, subject, motion }: DecisionEntry): PathDecision =>
  E.left(NotTakenBackByAnnulment('payload.decision', ref, { subject: subject.kind, motion }))

const onSubmission = (
  { subject }: DecisionEntry,
  { submissions }: States,
  back: (stream: SubmissionStream) => PathDecision
): PathDecision => {
  const stream = submissions[ownerOf(subject.ref)]
  return stream === undefined
    ? E.left(ReferenceUnknown('payload.decision', subject.ref, { kind: subject.kind }))
    : back(stream)
}

/** The reason and the decision that the taking back rests on: none of its own for a clerical error. */
const because = ({ reason, by }: Annulling) => ({ reason, ...(by === undefined ? {} : { decision: by }) })

const submissionBack = (
  annulling: Annulling,
  entry: DecisionEntry,
  stream: SubmissionStream
): PathDecision => {
  const { ref } = stream.submission
  if (ref === undefined) return E.right([])
  return pipe(
    reopenSubmission(annulling.command, ref, { ...because(annulling), annulled: annulling.decision })(
      stream.submission
    ),
    E.map((events): ReadonlyArray<DecidedEvent> => [
      ...events,
      ...(events.length === 0 ? reopenMoot : bringBackMoot)(
        stream,
        moot => moot.kind === 'declined' && moot.decision === entry.ref,
        because(annulling),
        annulling.command
      )
    ])
  )
}

const circumstancesOf = ({ command }: Annulling, coalition: Coalition): Circumstances => ({
  command,
  coalition
})

const amendmentBack = (
  annulling: Annulling,
  stream: SubmissionStream,
  coalition: Coalition
): PathDecision => {
  const { decision: annulled, reason, by } = annulling
  return takeBackText(
    stream,
    { annulled, reason, ...(by === undefined ? {} : { by }) },
    circumstancesOf(annulling, coalition)
  )
}

/** Nothing is left to take back where a meeting has undone the merge already. */
const mergeBack = (
  annulling: Annulling,
  stream: SubmissionStream,
  states: States,
  coalition: Coalition
): PathDecision => {
  const { ref: merge } = stream.submission
  const { by: decision = annulling.decision, reason } = annulling
  return merge === undefined || isUndoneMerge(stream.submission)
    ? E.right([])
    : mergeUndone({ merge, decision, reason }, stream, states, circumstancesOf(annulling, coalition))
}

/** Nor where a meeting has undone the split, though it may have been split anew since. */
const splitBack = (
  annulling: Annulling,
  stream: SubmissionStream,
  states: States,
  coalition: Coalition
): PathDecision => {
  const { ref: submission, splitInto } = stream.submission
  const { by: decision = annulling.decision, reason } = annulling
  return submission === undefined || splitInto?.decision !== annulling.decision
    ? E.right([])
    : splitUndone({ submission, decision, reason }, stream, states, circumstancesOf(annulling, coalition))
}

const collisionBack = (
  annulling: Annulling,
  entry: DecisionEntry,
  stream: SubmissionStream
): PathDecision => {
  const { ref } = entry.subject
  const { submission, amendments } = stream
  return !CollisionRef.is(ref) || !SubmissionRef.is(submission.ref)
    ? E.right([])
    : pipe(
        reopenCollision(
          annulling.command,
          { collision: ref, ...because(annulling) },
          submission,
          draftFor(submission.ref, entryOf(annulling.command), amendments)
        ),
        E.map(draft => decidedEvents(annulling.command, draft))
      )
}

/** Its adoption has ended the platform before it, which no event brings back. */
const hasSuperseded = ({ motion }: DecisionEntry, platform: PlatformState): boolean =>
  motion === 'adopt' && draftOf(platform)?.supersedes !== undefined

const platformBack = (
  annulling: Annulling,
  entry: DecisionEntry,
  states: States,
  coalition: Coalition
): PathDecision => {
  const { ref } = entry.subject
  const platform = states.platforms[ref]
  if (entry.motion !== 'freeze' && entry.motion !== 'adopt') return cannot(entry)
  if (platform !== undefined && hasSuperseded(entry, platform)) return cannot(entry)
  return platform === undefined || !PlatformRef.is(ref)
    ? E.left(ReferenceUnknown('payload.decision', ref, { kind: 'platform' }))
    : takeBackPlatform(coalition, {
        platform: ref,
        decision: annulling.by ?? annulling.decision,
        annulled: annulling.decision,
        reason: annulling.reason
      })(platform)
}
