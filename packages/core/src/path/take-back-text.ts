/** The text that a decision made is taken back, with what it did to amendments (rule 1). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Draft } from '../amendment/draft'
import { amendmentsWith, reopenAmendments, reopened, type Reopening } from '../amendment/close'
import { decidedEvents } from '../amendment/decide'
import { type AmendmentRef } from '../amendment/ids'
import { onCurrentText } from '../amendment/own-operations'
import { findCollision } from '../amendment/queries'
import { lineOf, type Revision, revisionOf } from '../amendment/revision-line'
import { LaterTextRestsOnIt } from '../amendment/rejections'
import { readsTheSame, towards } from '../amendment/text-between'
import { type Rejection } from '../kernel/rejection'
import { type DecisionRef } from '../meeting/ids'
import { currentRevision } from '../submission/queries'
import { reviseText } from '../submission/revise-text'
import { applyOperations, type Numbered } from '../text/apply'
import { rebase } from '../text/rebase'
import { type Text } from '../text/text'
import { draftOn } from './adopt-amendment'
import { changeText } from './change-text'
import { type Circumstances } from './circumstances'
import { type PathDecision } from './decision'
import { type SubmissionStream } from './states'

/** The annulled decision, and why; `by` is the decision that annuls it. */
export interface TakingBack {
  readonly annulled: DecisionRef
  readonly reason: Reopening['reason']
  readonly by?: DecisionRef
}

/**
 * What a decision on an amendment did is undone: the old words under the next number, its amendment open again, and
 * those that it had made moot. Where the text has moved on since, only what the decision changed is taken back; refused
 * where later words rest on it. `[]` where the decision did nothing to this submission.
 */
export const takeBackText = (
  stream: SubmissionStream,
  takingBack: TakingBack,
  circumstances: Circumstances
): PathDecision =>
  pipe(
    draftOn(stream, circumstances.command, takingBack.annulled, 'payload.decision'),
    E.flatMap(draft => takenBack(stream, draft, takingBack, circumstances))
  )

function takenBack(
  stream: SubmissionStream,
  draft: Draft,
  { annulled, reason, by }: TakingBack,
  circumstances: Circumstances
): PathDecision {
  const line = lineOf(stream.submission)
  const decided = amendmentsWith(draft, fate => 'decision' in fate && fate.decision === annulled)
  const made = madeBy(line, decided)
  const reopening: Reopening = { reason, ...(by === undefined ? {} : { decision: by }) }
  const alsoMoot = amendmentsWith(
    draft,
    fate => isMootBy(fate, annulled, made?.revision) || gaveWayTo(fate, decided, draft)
  )
  const refs = [...decided, ...alsoMoot]
  if (refs.length === 0) return E.right([])
  const current = currentRevision(stream.submission)
  if (made === undefined || current === undefined)
    return E.right(decidedEvents(circumstances.command, reopenAmendments(draft, line, refs, reopening)))
  return pipe(
    onCurrentText(circumstances.command, current, stream.submission),
    E.flatMap(() => withoutIt(stream, made, current)),
    E.map(({ text }) => {
      if (readsTheSame(text, current.text))
        return decidedEvents(circumstances.command, reopenAmendments(draft, line, refs, reopening))
      const revised = reviseText(stream.submission, {
        text,
        materiality: made.materiality,
        because: { kind: 'annulment', decision: annulled },
        why: reason
      })
      const step = { kind: 'other' as const, operations: towards(current.text, text) }
      return changeText(stream, { draft: reopened(draft, refs, reopening), revised, step }, circumstances)
    })
  )
}

/** The revision that putting one of these amendments in made; none where the decision rejected it. */
const madeBy = (line: ReadonlyArray<Revision>, refs: ReadonlyArray<AmendmentRef>): Revision | undefined =>
  [...line]
    .reverse()
    .find(
      ({ because }) => because.kind === 'amendments' && because.amendments.some(ref => refs.includes(ref))
    )

type Fate = Parameters<Parameters<typeof amendmentsWith>[1]>[0]

const isMootBy = (fate: Fate, decision: DecisionRef, revision: number | undefined): boolean =>
  fate.status === 'moot' &&
  ((fate.because.kind === 'declined' && fate.because.decision === decision) ||
    (fate.because.kind === 'alreadyContained' && fate.because.revision === revision))

/** What gave way to one of these in a collision; where it gave way to others as well, it does so again at once. */
const gaveWayTo = (fate: Fate, refs: ReadonlyArray<AmendmentRef>, { state }: Draft): boolean =>
  fate.status === 'moot' &&
  fate.because.kind === 'gaveWay' &&
  fate.because.collisions.some(
    ref => findCollision(state, ref)?.concerns.some(concerned => refs.includes(concerned)) === true
  )

/** The current text without what a revision changed: the old text itself where nothing came after it. */
function withoutIt(
  { submission }: SubmissionStream,
  made: Revision,
  current: Revision
): E.Either<Rejection, Pick<Numbered, 'text'>> {
  const old = revisionOf(lineOf(submission), made.revision - 1)
  if (old === undefined || made.revision === current.revision)
    return E.right({ text: old?.text ?? current.text })
  const back = threeWay(made.text, old.text, current.text, submission.nextBlock)
  return back === undefined
    ? E.left(
        LaterTextRestsOnIt('payload.decision', made.revision, {
          revision: made.revision,
          current: current.revision
        })
      )
    : E.right(back)
}

function threeWay(base: Text, back: Text, now: Text, nextBlock: number): Numbered | undefined {
  const undoing = { ref: 'back', operations: towards(base, back) }
  const since = { ref: 'since', operations: towards(base, now) }
  const rebased = rebase(undoing, base, since, now)
  if (E.isLeft(rebased) || rebased.right.tag === 'collides') return undefined
  if (rebased.right.tag === 'alreadyContained') return { text: now, nextBlock }
  const made = applyOperations(now, rebased.right.operations, nextBlock)
  return E.isRight(made) ? made.right : undefined
}
