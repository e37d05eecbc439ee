/** Translations are tied to the text that they render, and become stale when that moves on (domain.md §4). */
import { type Block, type Text } from '../text/text'
import { textHash } from '../text/text-hash'
import { submissionStream } from './ids'
import { type Objection, precedes, unless } from '../kernel/objection'
import {
  type Asked,
  closed,
  laterRevision,
  notAnAuthor,
  type SubmissionDecision,
  unknown
} from './preconditions'
import { currentRevision } from './queries'
import { sizeProblem, textProblem } from './recordable'
import { NotATranslation, TextHasMoved, TranslationDiffers } from './rejections'
import { reviseText } from './revise-text'
import { type SubmissionState } from './state'

/** Renders the current text in another language, or renders it anew; `[]` where it is already rendered so. */
export const translateText =
  (command: Asked<'TranslateText'>) =>
  (state: SubmissionState): SubmissionDecision => {
    const { submission, language, title, blocks, of } = command.payload
    const at = command.occurredAt
    const text: Text = { language, title, blocks }
    return unless(
      [
        () => unknown('payload.submission', submission, state, at),
        () => closed('payload.submission', submission, state, 'mending'),
        () => notAnAuthor(command, state),
        () => isTheOriginal(command, state),
        () => ofAnother(command, state),
        () => laterRevision(at, state),
        () => precedes(at, `${submission} (${language})`, currentRevision(state, language)?.at),
        () => differs('payload.blocks', blocks, currentRevision(state)?.text.blocks ?? []),
        () => textProblem('payload', text),
        () => sizeProblem('payload', text, state)
      ],
      () =>
        isRendered(state, text, of)
          ? []
          : [
              {
                type: 'TextRevised',
                stream: submissionStream(command.process, submission),
                data: reviseText(state, {
                  text,
                  materiality: 'editorial',
                  because: { kind: 'translation' },
                  of
                })
              }
            ]
    )
  }

const isTheOriginal = ({ payload }: Asked<'TranslateText'>, state: SubmissionState): Objection =>
  payload.language === state.authoritative
    ? NotATranslation('payload.language', payload.language, { authoritative: payload.language })
    : undefined

const ofAnother = ({ payload }: Asked<'TranslateText'>, state: SubmissionState): Objection => {
  const current = currentRevision(state)
  return current?.textHash === payload.of
    ? undefined
    : TextHasMoved('payload.of', payload.of, {
        revision: current?.revision ?? 0,
        textHash: current?.textHash ?? ''
      })
}

/** Block ids are the same in every language, and so is what kind of block each is. */
export const differs = (
  field: string,
  blocks: ReadonlyArray<Block>,
  original: ReadonlyArray<Block>
): Objection =>
  outline(blocks).join() === outline(original).join()
    ? undefined
    : TranslationDiffers(field, outline(blocks), { original: outline(original) })

/** `b1 heading 1`, `b2 paragraph`: what a text looks like without its words. */
const outline = (blocks: ReadonlyArray<Block>): ReadonlyArray<string> =>
  blocks.map(block =>
    block.kind === 'paragraph' ? `${block.id} ${block.kind}` : `${block.id} ${block.kind} ${block.level}`
  )

const isRendered = (state: SubmissionState, text: Text, of: string): boolean => {
  const current = currentRevision(state, text.language)
  return current?.of === of && current.textHash === textHash(text)
}
