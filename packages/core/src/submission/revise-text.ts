/** New texts of a submission, whatever their cause: each whole, numbered, hashed, and naming its cause (domain.md §4). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Decided } from '../kernel/event'
import { type Hash, type Positive, type Words } from '../kernel/primitives'
import { ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type Text } from '../text/text'
import { textHash } from '../text/text-hash'
import { type Because, type SubmissionEvent } from './events'
import { type Materiality, submissionStream } from './ids'
import { first, type Objection, unless } from '../kernel/objection'
import {
  type Asked,
  closed,
  laterFate,
  moved,
  notAnAuthor,
  type SubmissionDecision,
  unknown
} from './preconditions'
import { currentRevision, revisionsOf } from './queries'
import { sizeProblem, withOperations } from './recordable'
import { ReasonMissing } from './rejections'
import { type SubmissionState } from './state'

export type TextRevised = Extract<SubmissionEvent, { readonly type: 'TextRevised' }>

/** A text to be recorded, with its cause. Its blocks have ids already. */
export interface NewRevision {
  readonly text: Text
  readonly materiality: Materiality
  readonly because: Because
  readonly why?: Words
  /** Of a translation: the authoritative text that it renders. */
  readonly of?: Hash
}

/** The one way in which a TextRevised is made: the next revision in the text's language, whole, with its hash. */
export const reviseText = (state: SubmissionState, revision: NewRevision): TextRevised['data'] => {
  const { text, materiality, because, why, of } = revision
  return {
    revision: (revisionsOf(state, text.language).length + 1) as Positive,
    language: text.language,
    title: text.title as Words,
    blocks: text.blocks,
    textHash: textHash(text),
    materiality,
    because,
    ...(why === undefined ? {} : { why }),
    ...(of === undefined ? {} : { of })
  }
}

/**
 * Authors put their own text in other words; `[]` where it reads as before. Outside of gathering they say why. What
 * becomes stale and what amendments follow is added by the path, in the same append.
 */
export const reviseOwnText =
  (command: Asked<'ReviseText'>, coalition: Coalition) =>
  (state: SubmissionState): SubmissionDecision => {
    const { submission, operations, why } = command.payload
    const at = command.occurredAt
    const refused = first([
      () => unknown('payload.submission', submission, state, at),
      () => closed('payload.submission', submission, state, 'mending'),
      () => notAnAuthor(command, state),
      () => moved(at, 'payload.revision', command.payload, state),
      () => laterFate(at, state),
      () => reasonMissing(why, coalition)
    ])
    const base = currentRevision(state)
    if (refused !== undefined || base === undefined)
      return E.left(refused ?? ReferenceUnknown('payload.submission', submission, { kind: 'submission' }))
    return pipe(
      withOperations('payload.operations', base.text, operations, state.nextBlock),
      E.flatMap(({ text }) =>
        unless([() => sizeProblem('payload.operations', text, state)], () =>
          textHash(text) === base.textHash ? [] : [ownText(command, state, text)]
        )
      )
    )
  }

const ownText = (
  { process, payload }: Asked<'ReviseText'>,
  state: SubmissionState,
  text: Text
): Decided<TextRevised> => ({
  type: 'TextRevised',
  stream: submissionStream(process, payload.submission),
  data: reviseText(state, {
    text,
    materiality: payload.materiality,
    because: { kind: 'author' },
    ...(payload.why === undefined ? {} : { why: payload.why })
  })
})

/** While proposals are still gathered, their authors may word them freely. */
const reasonMissing = (why: Words | undefined, { stage }: Coalition): Objection =>
  why === undefined && stage !== 'gathering' ? ReasonMissing('payload.why', null, {}) : undefined
