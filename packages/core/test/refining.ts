/**
 * A submission under refinement without its stream: a line of texts, amendments and their collisions. For properties
 * of the amendments' own rules; the acts themselves are tested through the path.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { afterTextChange } from '../src/amendment/after-change'
import { type Draft, draftFor, noting } from '../src/amendment/draft'
import { type AmendmentSliceCommand, draftedAct, entryOf } from '../src/amendment/decide'
import { type AmendmentEvent } from '../src/amendment/events'
import { type AmendmentRef, type CollisionRef } from '../src/amendment/ids'
import { currentForm, isOpen } from '../src/amendment/queries'
import { withKeptIds } from '../src/amendment/kept-ids'
import { lineOf, type Revision } from '../src/amendment/revision-line'
import { type AmendmentsState, initialAmendmentsState } from '../src/amendment/state'
import { type AssociationRef, type MandateRef } from '../src/kernel/envelope'
import {
  type Instant,
  type Language,
  type Positive,
  type ProcessSlug,
  type UtcInstant,
  type Words
} from '../src/kernel/primitives'
import { type Rejection } from '../src/kernel/rejection'
import { type Because } from '../src/submission/events'
import { type SubmissionRef } from '../src/submission/ids'
import { initialSubmissionState, type SubmissionState } from '../src/submission/state'
import { applyOperations } from '../src/text/apply'
import { type Operation } from '../src/text/operation'
import { type Resolution } from '../src/text/resolution'
import { type Text } from '../src/text/text'
import { textHash } from '../src/text/text-hash'
import { testCommandId } from '../src/testing/given'

export interface World {
  readonly submission: SubmissionState
  readonly state: AmendmentsState
  readonly events: ReadonlyArray<AmendmentEvent>
}

const P1 = 'P1' as SubmissionRef
const ARABIC = 'ar' as Language
const author = 'A1' as AssociationRef

/** What any act of these tests says of who and when. */
export const frame = {
  id: testCommandId(1),
  process: 'khemisset' as ProcessSlug,
  occurredAt: '2025-12-28T10:00:00.000+01:00' as Instant,
  recordedAt: '2025-12-28T09:00:00.000Z' as UtcInstant,
  actor: { as: 'association', association: author, mandate: 'A1-m2' as MandateRef },
  recordedBy: 'A1-m2' as MandateRef
} as const

const revision = (text: Text, number: number, because: Because): Revision => ({
  ...entryOf(frame),
  at: '2025-12-28T09:00:00.000+01:00' as Instant,
  revision: number as Positive,
  text,
  textHash: textHash(text),
  because,
  materiality: 'substantive'
})

const submissionWith = (line: ReadonlyArray<Revision>, nextBlock: number): SubmissionState => ({
  ...initialSubmissionState,
  ref: P1,
  kind: 'proposal',
  authors: [{ ...entryOf(frame), association: author, as: 'submitter' }],
  authoritative: ARABIC,
  texts: { ar: line },
  nextBlock
})

export const opened = (text: Text): World => ({
  submission: submissionWith([revision(text, 1, { kind: 'received' })], 100),
  state: initialAmendmentsState,
  events: []
})

export const currentOf = ({ submission }: World): Revision => lineOf(submission).at(-1) as Revision

export const textOf = (world: World): Text => currentOf(world).text

const after = (world: World, draft: Draft, submission = world.submission): World => ({
  submission,
  state: draft.state,
  events: [...world.events, ...draft.events]
})

const draftOf = ({ state }: World): Draft => draftFor(P1, entryOf(frame), state)

/** The world after an act, or why it is refused. */
export const acted = (world: World, command: AmendmentSliceCommand): E.Either<Rejection, World> =>
  pipe(
    draftedAct(command, world.submission, draftOf(world)),
    E.map(draft => after(world, draft))
  )

export const proposed = (
  world: World,
  ref: AmendmentRef,
  operations: ReadonlyArray<Operation>
): E.Either<Rejection, World> => {
  const current = currentOf(world)
  return acted(world, {
    ...frame,
    name: 'ProposeAmendment',
    v: 1,
    payload: {
      ref,
      submission: P1,
      revision: current.revision as Positive,
      textHash: current.textHash,
      language: ARABIC,
      operations,
      materiality: 'substantive'
    }
  })
}

export const resolved = (
  world: World,
  collision: CollisionRef,
  resolution: Resolution
): E.Either<Rejection, World> =>
  acted(world, {
    ...frame,
    name: 'ResolveCollision',
    v: 1,
    payload: { collision, resolution, reason: 'اتفق أصحاب المقترح' as Words }
  })

/** The text after its author changed it by operations. */
export const revised = (world: World, operations: ReadonlyArray<Operation>): World =>
  moved(world, draftOf(world), operations, { kind: 'author' }, { kind: 'other', operations })

/** The text after an amendment was put in as it stands; the same world where it is open no more, or cannot be put in. */
export const adopted = (world: World, ref: AmendmentRef): World => {
  const amendment = world.state.amendments[ref]
  const form = amendment === undefined ? undefined : currentForm(amendment)
  const current = currentOf(world)
  if (amendment === undefined || !isOpen(amendment) || form?.revision !== current.revision) return world
  const draft = noting(draftOf(world), {
    type: 'AmendmentAcceptedByAuthor',
    data: { ref, association: author }
  })
  const because: Because = { kind: 'amendments', amendments: [ref], resolutions: [] }
  return moved(world, draft, form.operations, because, { kind: 'amendment', ref, before: world.state })
}

function moved(
  world: World,
  draft: Draft,
  operations: ReadonlyArray<Operation>,
  because: Because,
  step: Parameters<typeof afterTextChange>[2]
): World {
  const { nextBlock } = world.submission
  const line = lineOf(world.submission)
  const made = applyOperations(textOf(world), operations, nextBlock)
  if (E.isLeft(made)) return world
  const text =
    step.kind === 'amendment' ? withKeptIds(made.right.text, step, world.submission) : made.right.text
  const longer = [...line, revision(text, line.length + 1, because)]
  return after(
    world,
    afterTextChange(draft, longer, step),
    submissionWith(longer, nextAfter(text, nextBlock))
  )
}

const nextAfter = ({ blocks }: Text, next: number): number =>
  Math.max(next, ...blocks.map(({ id }) => Number(id.slice(1)) + 1))
