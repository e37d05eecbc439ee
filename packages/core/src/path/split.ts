/** A submission becomes several: the mirror of a merge, by its authors or by a meeting. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { carriedBySplit } from '../endorsement/carry'
import { type Words } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { type DecisionRef } from '../meeting/ids'
import { type SubmissionEvent } from '../submission/events'
import { splitByMeeting, type Splitting, splitSubmission } from '../submission/split'
import { undoSplit } from '../submission/undo'
import { type SubmissionRef } from '../submission/ids'
import { carryAmendments, closeAmendments, bringBackMoot, type Heir } from './carry-amendments'
import { type Circumstances } from './circumstances'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { type DecidedEvent } from './event-table'
import { streamsOf } from './merge'
import { numberIsNext } from './number-is-next'
import { sourcesIn } from './sources'
import { type States, type SubmissionStream } from './states'

type Parts = Pick<Splitting, 'submission' | 'revision' | 'textHash' | 'parts' | 'reason'>

export const splitByAuthor = (
  command: CommandNamed<'SplitSubmission'>,
  stream: SubmissionStream,
  states: States,
  circumstances: Circumstances
): PathDecision => {
  const { platform: _, ...parts } = command.payload
  return split(parts, stream, states, circumstances, splitting =>
    splitSubmission(command, circumstances.coalition, splitting)(stream.submission)
  )
}

export const splitDecided = (
  parts: Parts,
  decision: DecisionRef,
  stream: SubmissionStream,
  states: States,
  circumstances: Circumstances
): PathDecision =>
  split(parts, stream, states, circumstances, splitting =>
    splitByMeeting(circumstances.command, circumstances.coalition, splitting, decision)(stream.submission)
  )

const split = (
  parts: Parts,
  stream: SubmissionStream,
  states: States,
  { command, coalition }: Circumstances,
  apart: (splitting: Splitting) => E.Either<Rejection, ReadonlyArray<SubmissionDecided>>
): PathDecision =>
  pipe(
    numbersAreNext(parts, states),
    E.flatMap(() =>
      apart({ ...parts, stands: carriedBySplit(stream, coalition.at), taken: sourcesIn(states) })
    ),
    E.map((events): ReadonlyArray<DecidedEvent> => [
      ...events,
      ...carryAmendments([stream], heirsIn(parts, events), command)
    ])
  )

type SubmissionDecided = Extract<DecidedEvent, SubmissionEvent>

/** The parts' numbers follow one another from the next free one. */
const numbersAreNext = ({ parts }: Parts, { submissions }: States): E.Either<Rejection, unknown> => {
  const taken = new Set(Object.keys(submissions))
  return pipe(
    parts,
    E.traverseArray(({ ref }) =>
      pipe(
        numberIsNext(ref, reference => taken.has(reference)),
        E.tap(() => E.right(taken.add(ref)))
      )
    )
  )
}

const heirsIn = ({ parts }: Parts, events: ReadonlyArray<SubmissionDecided>): ReadonlyArray<Heir> =>
  parts.flatMap(({ ref }) => {
    const blocks = events.flatMap(event =>
      event.type === 'SplitFrom' && event.data.ref === ref ? [event.data.blocks] : []
    )[0]
    const revised = events.flatMap(event =>
      event.type === 'TextRevised' && event.stream.endsWith(`.${ref}`) ? [event.data] : []
    )[0]
    return blocks === undefined || revised === undefined ? [] : [{ ref, revised, blocks }]
  })

export interface SplitUndoing {
  readonly submission: SubmissionRef
  readonly decision: DecisionRef
  readonly reason: Words
}

/** A split taken back: the source is what it was, and its open amendments with it; what is still open on a part is moot. */
export const splitUndone = (
  { submission, decision, reason }: SplitUndoing,
  stream: SubmissionStream,
  states: States,
  { command }: Circumstances
): PathDecision =>
  pipe(
    undoSplit(command, { submission, parts: sourcesIn(states), decision, reason })(stream.submission),
    E.map((events): ReadonlyArray<DecidedEvent> => [
      ...events,
      ...bringBackMoot(stream, wentToParts, { reason, decision }, command),
      ...partsOf(stream, states).flatMap(part =>
        closeAmendments(part, { kind: 'mergedInto', into: submission }, command)
      )
    ])
  )

const partsOf = ({ submission }: SubmissionStream, states: States): ReadonlyArray<SubmissionStream> =>
  streamsOf(
    (submission.splitInto?.into ?? []).map(({ ref }) => ref),
    states
  )

const wentToParts = ({ kind }: { readonly kind: string }): boolean =>
  kind === 'splitInto' || kind === 'carriedTo'
