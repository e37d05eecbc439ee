/** Merges and splits taken back by a meeting: what they were made of is again what it was (rule 12: nothing disappears). */
import { type Frame } from '../kernel/command'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { fateOf } from './fate'
import { type SubmissionRef, submissionStream } from './ids'
import { type Sources } from './merge-proposal'
import {
  closed,
  firstOf,
  laterFate,
  type Objection,
  precedes,
  type SubmissionDecision,
  unknown,
  unless
} from './preconditions'
import { NotMerged } from './rejections'
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

/** A split taken back: the source is what it was before, and its parts are listed as merged into it; `[]` where it is not split. */
export const undoSplit =
  (
    command: Frame,
    undoing: {
      readonly submission: SubmissionRef
      readonly parts: { readonly [ref: string]: SubmissionState | undefined }
      readonly decision: DecisionRef
      readonly reason: Words
    }
  ) =>
  (state: SubmissionState): SubmissionDecision => {
    const { submission, parts, decision, reason } = undoing
    const into = state.splitInto?.into.map(({ ref }) => ref) ?? []
    return unless(
      [
        () => unknown('payload.subject.ref', submission, state, command.occurredAt),
        () => laterFate(command.occurredAt, state),
        () => firstOf(into, ref => partGone(ref, parts[ref], command))
      ],
      () =>
        into.length === 0
          ? []
          : [
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

const partGone = (ref: SubmissionRef, part: SubmissionState | undefined, { occurredAt }: Frame): Objection =>
  unknown('payload.parts', ref, part, occurredAt) ??
  (part === undefined ? undefined : (closed('payload.parts', ref, part) ?? laterFate(occurredAt, part)))
