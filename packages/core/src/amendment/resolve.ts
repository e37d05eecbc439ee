/** Collisions are settled in the open, by people, with a reason (rules 8 and 9). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Frame } from '../kernel/command'
import { type Words } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { type DecisionRef } from '../meeting/ids'
import { type SubmissionState } from '../submission/state'
import { type Amendment, voiceOf } from '../text/collision'
import { type TextProblem } from '../text/rejections'
import { type Resolution } from '../text/resolution'
import { afterSettlement } from './after-change'
import { asOneChange } from './beside'
import { type Draft, noting } from './draft'
import { type CollisionRef } from './ids'
import { aboutProblem } from './own-operations'
import { findAmendment, formOn, isAgainstText, isCollisionOpen, openCollisions } from './queries'
import { CollisionNotOpen, ResolutionDoesNotFit } from './rejections'
import { isTextSide, lineOf, revisionOf, type RevisionLine } from './revision-line'
import { knownCollisions, voicesOfRound } from './round'
import { alsoSaid, resolvedLike, type Said } from './settled-alike'
import { isKnownAs, type Settlement, settlementOf } from './settlement'
import { type CollisionState } from './state'
import { type Voices, voicesOn } from './voices'
import { knownCollision, notBeforeTheText } from './who-and-what'

/** What people decided of a collision, and where. */
export interface Settling {
  readonly collision: CollisionRef
  readonly resolution: Resolution
  readonly reason: Words
  /** Where a meeting settled it instead of the authors. */
  readonly decision?: DecisionRef
}

/** One stands, both in an order, or a third text: recorded, and what waited for it is brought to the text as it is now. */
export const resolveCollision = (
  command: Frame,
  settling: Settling,
  submission: SubmissionState,
  draft: Draft
): E.Either<Rejection, Draft> =>
  pipe(
    knownCollision(command, draft.state, settling.collision),
    E.filterOrElse(isCollisionOpen, (known): Rejection =>
      CollisionNotOpen('payload.collision', settling.collision, {
        status: known.history.at(-1)?.status ?? 'detected'
      })
    ),
    E.tap(() => notBeforeTheText(command, submission)),
    E.flatMap(known => judged(settling, submission, draft, known)),
    E.map(said => resolved(settling, submission, draft, said))
  )

function resolved(
  { collision: ref, resolution, reason, decision }: Settling,
  submission: SubmissionState,
  draft: Draft,
  said: ReadonlyArray<Said>
): Draft {
  const noted = noting(draft, {
    type: 'CollisionResolved',
    data: { ref, resolution, reason, ...(decision === undefined ? {} : { decision }) }
  })
  const alike = noting(noted, ...said.flatMap(resolvedLike(noted.state)))
  return afterSettlement(
    alike,
    lineOf(submission),
    said.map(({ recorded }) => recorded)
  )
}

/**
 * A resolution must be about this collision, and something that can be carried out together with all others. It is said
 * of each other collision between the very same wishes too, as far as that can be carried out.
 */
function judged(
  { resolution }: Settling,
  submission: SubmissionState,
  draft: Draft,
  recorded: CollisionState
): E.Either<Rejection, ReadonlyArray<Said>> {
  const line = lineOf(submission)
  const wrong = incoherence(recorded, resolution) ?? thirdTextProblem(line, recorded, resolution)
  if (wrong !== undefined) return E.left(doesNotFit(resolution, wrong))
  const said = { recorded, resolution }
  const on = judgedOn(line, draft, recorded)
  if (on === undefined) return E.right([said])
  const carried = carriedOut(line, draft, on, [said])
  if (E.isLeft(carried)) return E.left(doesNotFit(resolution, carried.left))
  const fits = (some: ReadonlyArray<Said>): boolean => E.isRight(carriedOut(line, draft, on, [said, ...some]))
  const also = alsoSaid(line, draft, carried.right, said)
  return E.right([said, ...(also.length === 0 || fits(also) ? also : asFarAsFits(also, fits))])
}

const asFarAsFits = (
  also: ReadonlyArray<Said>,
  fits: (some: ReadonlyArray<Said>) => boolean
): ReadonlyArray<Said> =>
  also.reduce<ReadonlyArray<Said>>((so, one) => (fits([...so, one]) ? [...so, one] : so), [])

/** What is said now, carried out with all that was said before; left: why it cannot be. */
function carriedOut(
  line: RevisionLine,
  { state }: Draft,
  { base, voices }: Pick<Voices, 'base' | 'voices'>,
  now: ReadonlyArray<Said>
): E.Either<Problem, Settlement> {
  const known = knownCollisions(state, ...now)
  const concerned = now.map(({ recorded }) => recorded)
  const settle = (heard: ReadonlyArray<Amendment>): E.Either<Problem, Settlement> =>
    pipe(
      settlementOf(line, base, voicesOn(base, heard).heard(), known),
      E.mapLeft(aboutProblem),
      E.filterOrElse(
        ({ open }) =>
          !open.some(({ collision }) => concerned.some(recorded => isKnownAs(recorded, collision))),
        (): Problem => ({ problem: 'ThirdTextDoesNotFit', about: {} })
      )
    )
  return pipe(
    settle(amongThemselves(voices, concerned)),
    E.flatMap(() => settle(voices))
  )
}

/** Whether it can be carried out must not hang on a third amendment that happens to be on the table. */
const amongThemselves = (
  voices: ReadonlyArray<Amendment>,
  concerned: ReadonlyArray<CollisionState>
): ReadonlyArray<Amendment> => {
  const sides = concerned.flatMap(({ collision: { first, second }, concerns }): ReadonlyArray<string> => [
    first.ref,
    second.ref,
    ...concerns
  ])
  return voices.filter(voice => sides.includes(voice.ref) || isTextSide(voice.ref))
}

type Problem = ReturnType<typeof aboutProblem>

const doesNotFit = (resolution: Resolution, { problem, about }: Problem): Rejection =>
  ResolutionDoesNotFit('payload.resolution', resolution, { problem, about })

/** It must name the collision's hash and its two sides, and take or order exactly those. */
function incoherence({ hash, collision }: CollisionState, resolution: Resolution): Problem | undefined {
  const sides = [collision.first.ref, collision.second.ref]
  const about = { hash, sides }
  if (resolution.of !== hash || resolution.between.some((ref, index) => ref !== sides[index]))
    return { problem: 'AnotherCollision', about }
  const named =
    resolution.take === 'third' ? sides : resolution.take === 'one' ? [resolution.ref] : resolution.order
  const fits = named.every(ref => sides.includes(ref)) && new Set(named).size === named.length
  return fits ? undefined : { problem: 'NotOneOfTheSides', about }
}

/** A third text is written on the revision whose words the collision quotes (rule 7). */
function thirdTextProblem(
  line: RevisionLine,
  { hash, revision }: CollisionState,
  resolution: Resolution
): Problem | undefined {
  const written = revisionOf(line, revision)
  if (resolution.take !== 'third' || written === undefined) return undefined
  const voice = voiceOf(written.text, { ref: hash, operations: resolution.operations })
  return E.isLeft(voice) ? aboutProblem(innermost(voice.left)) : undefined
}

const innermost = (problem: TextProblem): TextProblem =>
  problem.tag === 'AmendmentDoesNotFit' ? problem.because : problem

/** Where a collision is judged: with the text, since the amendments' wording there; between amendments, in the round. */
function judgedOn(
  line: RevisionLine,
  { state, submission }: Draft,
  recorded: CollisionState
): Pick<Voices, 'base' | 'voices'> | undefined {
  const current = line.at(-1)
  const met = openCollisions(state)
    .filter(other => isAgainstText(other) && other.revision === recorded.revision)
    .flatMap(other => other.concerns)
    .flatMap(ref => findAmendment(state, ref) ?? [])
  const forms = [...new Set(met)].flatMap(amendment => {
    const form = formOn(amendment, recorded.revision)
    return form === undefined ? [] : [{ ref: amendment.ref, form }]
  })
  const [first] = forms
  if (isAgainstText(recorded) && current !== undefined && first !== undefined) {
    const { base, voices } = asOneChange(submission, line, current, first.form)
    const own = forms.map(({ ref, form }) => ({ ref, operations: form.operations }))
    return { base, voices: [...voices, ...own] }
  }
  return current === undefined ? undefined : voicesOfRound(state, line, current)
}
