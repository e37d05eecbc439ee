/** Amendments as the text engine hears them: all on one base, in normal form. */
import * as E from 'fp-ts/lib/Either'
import { type BaseText, baseText } from '../text/base-text'
import { type Voice } from '../text/clash'
import { type Amendment, byRef, voiceOf } from '../text/collision'
import { type TextProblem } from '../text/rejections'
import { formOn } from './queries'
import { type Revision } from './revision-line'
import { type AmendmentState } from './state'

/** What some amendments ask for, all on one base. */
export interface Voices {
  readonly base: Revision
  readonly voices: ReadonlyArray<Amendment>
  /** In normal form: made once however many amendments are held against them, and not before one is. */
  readonly heard: () => E.Either<TextProblem, Heard>
}

/** Voices in the order of their references, each in normal form on the base. */
export interface Heard {
  readonly base: BaseText
  readonly voices: ReadonlyArray<Voice>
}

export const voicesOn = (base: Revision, voices: ReadonlyArray<Amendment>): Voices => {
  let heard: E.Either<TextProblem, Heard> | undefined
  return { base, voices, heard: () => (heard ??= hear(base, voices)) }
}

function hear({ text }: Revision, voices: ReadonlyArray<Amendment>): E.Either<TextProblem, Heard> {
  const base = baseText(text)
  const inForm: Voice[] = []
  for (const amendment of [...voices].sort(byRef)) {
    const voice = voiceOf(text, amendment, base)
    if (E.isLeft(voice)) return voice
    inForm.push(voice.right)
  }
  return E.right({ base, voices: inForm })
}

/** The same with one more. */
export const heardWith = ({ base, heard }: Voices, amendment: Amendment): E.Either<TextProblem, Heard> => {
  const others = heard()
  if (E.isLeft(others)) return others
  const voice = voiceOf(base.text, amendment, others.right.base)
  return E.isLeft(voice)
    ? voice
    : E.right({ base: others.right.base, voices: [...others.right.voices, voice.right].sort(byRef) })
}

/** An amendment as the text engine sees it on a revision. */
export const voiceIn = (amendment: AmendmentState, revision: number): ReadonlyArray<Amendment> => {
  const form = formOn(amendment, revision)
  return form === undefined ? [] : [{ ref: amendment.ref, operations: form.operations }]
}
