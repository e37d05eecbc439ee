/** Merges and splits taken back by a meeting: what they were made of is again what it was (rule 12: nothing disappears). */
import { type Frame } from '../kernel/command'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { fateOf } from './fate'
import { type SubmissionRef, submissionStream } from './ids'
import { type Sources } from './merge-proposal'
import { firstOf, type Objection, precedes, unless } from '../kernel/objection'
import { closed, laterFate, type SubmissionDecision, unknown } from './preconditions'
import { NotMerged, NotSplit } from './rejections'
import { initialSubmissionState, type SubmissionState } from './state'

/** A merge taken back, by a meeting. */
export interface Undoing {
  readonly merge: SubmissionRef
  readonly sources: Sources
  readonly decision: DecisionRef
  readonly reason: Words
}

/**
 * MergeUndone in the merged submission and in each source: those are what they were before, with their fates, texts
 * and stands. What was done on the merged one stays, and it is listed as split into its sources.
 */
export const undoMerge =
  (command: Frame, { merge, sources, decision, reason }: Undoing) =>
  (state: SubmissionState): SubmissionDecision => {
    const { merged } = state
    const data = { merged: merge, sources: merged?.sources.map(({ ref }) => ref) ?? [], decision, reason }
    return unless(
      [
        () => unknown('payload.subject.ref', merge, state, command.occurredAt),
        () =>
          merged === undefined
            ? NotMerged('payload.subject.ref', merge, { fate: fateOf(state).fate })
            : undefined,
        () => precedes(command.occurredAt, merge, merged?.at),
        () => closed('payload.subject.ref', merge, state),
        () => laterFate(command.occurredAt, state),
        () => firstOf(data.sources, ref => notInIt(ref, merge, sources[ref]))
      ],
      () =>
        [merge, ...data.sources].map(ref => ({
          type: 'MergeUndone' as const,
          stream: submissionStream(command.process, ref),
          data
        }))
    )
  }

const notInIt = (
  ref: SubmissionRef,
  merge: SubmissionRef,
  source: SubmissionState | undefined
): Objection => {
  const { fate, into } = fateOf(source ?? initialSubmissionState)
  return fate === 'mergedInto' && into?.includes(merge) === true
    ? undefined
    : NotMerged('payload.sources', ref, { fate })
}

/** A split taken back, by a meeting. */
export interface SplitUndoing {
  readonly submission: SubmissionRef
  /** The parts' streams, by reference. */
  readonly parts: Sources
  readonly decision: DecisionRef
  readonly reason: Words
}

/**
 * SubmissionReopened in the source, SubmissionMergedInto in each part: the source is what it was before, with its fate,
 * text and stands. What was done on the parts stays, and they are listed as merged into it.
 */
export const undoSplit =
  (command: Frame, { submission, parts, decision, reason }: SplitUndoing) =>
  (state: SubmissionState): SubmissionDecision => {
    const { splitInto } = state
    const into = splitInto?.into.map(({ ref }) => ref) ?? []
    return unless(
      [
        () => unknown('payload.subject.ref', submission, state, command.occurredAt),
        () =>
          splitInto === undefined
            ? NotSplit('payload.subject.ref', submission, { fate: fateOf(state).fate })
            : undefined,
        () => laterFate(command.occurredAt, state),
        () => firstOf(into, ref => notOnTheTable(ref, parts[ref], command))
      ],
      () => [
        {
          type: 'SubmissionReopened',
          stream: submissionStream(command.process, submission),
          data: { reason, decision }
        },
        ...into.map(ref => ({
          type: 'SubmissionMergedInto' as const,
          stream: submissionStream(command.process, ref),
          data: { into: submission, decision }
        }))
      ]
    )
  }

/** A part that went elsewhere, or was withdrawn or declined, cannot go back into the source. */
const notOnTheTable = (
  ref: SubmissionRef,
  part: SubmissionState = initialSubmissionState,
  { occurredAt }: Frame
): Objection =>
  unknown('payload.sources', ref, part, occurredAt) ??
  closed('payload.sources', ref, part) ??
  laterFate(occurredAt, part)
