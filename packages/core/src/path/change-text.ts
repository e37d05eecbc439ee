/**
 * The one place where a text of a submission changes: the new revision and all that follows from it are emitted in
 * one append. Open amendments are brought forward or collide (rules 7 to 9), stands become stale or live (rule 10).
 */
import { afterTextChange, type Step } from '../amendment/after-change'
import { type Draft } from '../amendment/draft'
import { decidedEvents, entryOf } from '../amendment/decide'
import { lineOf } from '../amendment/revision-line'
import { type Frame } from '../kernel/command'
import { type Decided, type Occurred } from '../kernel/event'
import { type Count, eventId, type Positive } from '../kernel/primitives'
import { evolveSubmission } from '../submission/evolve'
import { submissionStream } from '../submission/ids'
import { type TextRevised } from '../submission/revise-text'
import { type SubmissionState } from '../submission/state'
import { type Circumstances } from './circumstances'
import { type DecidedEvent } from './event-table'
import { standsAfter } from './stands-after-text'
import { type SubmissionStream } from './states'

/** A new text of the original, what was decided of amendments with it, and how it came of the text before. */
export interface TextChange {
  readonly draft: Draft
  readonly revised: TextRevised['data']
  readonly step: Step
}

/** The acts on amendments, the new text, and what follows from it: in this order, in the submission's stream. */
export const changeText = (
  { submission, stands }: SubmissionStream,
  { draft, revised, step }: TextChange,
  circumstances: Circumstances
): ReadonlyArray<DecidedEvent> => {
  const { command } = circumstances
  const event: Decided<TextRevised> = {
    type: 'TextRevised',
    stream: submissionStream(command.process, draft.submission),
    data: revised
  }
  const after = withText(submission, event, command)
  const brought = afterTextChange({ ...draft, events: [] }, lineOf(after), step)
  return [
    ...decidedEvents(command, draft),
    event,
    ...decidedEvents(command, brought),
    ...standsAfter({ submission, stands }, revised, { submission: after, stands }, circumstances)
  ]
}

/** The submission as it will be with a new text: the event's id and place are given when it is appended. */
export const withText = (
  submission: SubmissionState,
  event: Decided<TextRevised>,
  command: Frame
): SubmissionState => evolveSubmission(submission, assumed(event, command))

const assumed = (event: Decided<TextRevised>, command: Frame): Occurred<TextRevised> => {
  const { at, ...entry } = entryOf(command)
  return {
    ...event,
    format: 1,
    id: eventId(command.id, 0),
    process: command.process,
    version: 1 as Positive,
    v: 1 as Positive,
    charter: 0 as Count,
    rules: 1 as Positive,
    occurredAt: at,
    recordedAt: entry.recordedAt,
    actor: entry.actor,
    recordedBy: entry.recordedBy
  }
}
