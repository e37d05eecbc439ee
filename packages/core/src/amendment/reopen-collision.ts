/** What people settled is opened again, as long as no text rests on it (rule 9). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Frame } from '../kernel/command'
import { type Rejection } from '../kernel/rejection'
import { type SubmissionState } from '../submission/state'
import { amendmentsWith, reopenAmendments } from './close'
import { type Draft, noting } from './draft'
import { type AmendmentEvent } from './events'
import { type CollisionRef } from './ids'
import { fateOf, findAmendment, resolutionOf, settledLike } from './queries'
import { CollisionNotResolved, ResolutionInForce, SettledByMeeting } from './rejections'
import { type Settling } from './resolve'
import { lineOf } from './revision-line'
import { type CollisionState, type Fate } from './state'
import { knownCollision, notBeforeTheText } from './who-and-what'

/**
 * Rule 9: a settlement is not taken back once the text rests on it; until then it may be thought over again, and what
 * had given way in it is open again.
 */
export const reopenCollision = (
  command: Frame,
  { collision: ref, reason, decision }: Omit<Settling, 'resolution'>,
  submission: SubmissionState,
  draft: Draft
): E.Either<Rejection, Draft> =>
  pipe(
    knownCollision(command, draft.state, ref),
    E.tap(() => notBeforeTheText(command, submission)),
    E.filterOrElse(
      known => resolutionOf(known) !== undefined,
      (known): Rejection =>
        CollisionNotResolved('payload.collision', ref, {
          status: known.history.at(-1)?.status ?? 'detected'
        })
    ),
    E.bindTo('known'),
    E.bind('all', ({ known }) => E.right([known, ...settledLike(draft.state, ref)])),
    E.tap(({ all }) => {
      const adopted = inTheText(draft, all)
      return adopted.length === 0
        ? E.right(undefined)
        : E.left(ResolutionInForce('payload.collision', ref, { adopted }))
    }),
    E.tap(({ known }) => {
      const settledAt = resolutionOf(known)?.decision
      return settledAt === undefined || decision !== undefined
        ? E.right(undefined)
        : E.left(SettledByMeeting('payload.collision', ref, { decision: settledAt }))
    }),
    E.map(({ all }) => {
      const because = { reason, ...(decision === undefined ? {} : { decision }) }
      const again = noting(draft, ...all.map(reopenedWith(ref, because)))
      const gaveWay = amendmentsWith(again, fate => all.some(one => hasGivenWayIn(fate, one.ref)))
      return gaveWay.length === 0 ? again : reopenAmendments(again, lineOf(submission), gaveWay, because)
    })
  )

const reopenedWith =
  (like: CollisionRef, because: Pick<Settling, 'reason' | 'decision'>) =>
  ({ ref }: CollisionState): AmendmentEvent => ({
    type: 'CollisionReopened',
    data: { ref, ...because, ...(ref === like ? {} : { like }) }
  })

const hasGivenWayIn = (fate: Fate, collision: CollisionRef): boolean =>
  fate.status === 'moot' && fate.because.kind === 'gaveWay' && fate.because.collisions.includes(collision)

const inTheText = ({ state }: Draft, all: ReadonlyArray<CollisionState>): ReadonlyArray<string> =>
  [...new Set(all.flatMap(({ concerns }) => concerns))].filter(ref => {
    const amendment = findAmendment(state, ref)
    const status = amendment === undefined ? 'open' : fateOf(amendment).status
    return status === 'adopted' || status === 'acceptedByAuthor'
  })
