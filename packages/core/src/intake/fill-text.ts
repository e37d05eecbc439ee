/** The exact text that an act is about, and the operations that make a wanted wording of it (domain.md §4). */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Language } from '../kernel/primitives'
import { type CommandName, commandTable } from '../path/command-table'
import { ownerOf } from '../path/reads'
import { type SubmissionState } from '../submission/state'
import { currentRevision, textAt } from '../submission/queries'
import { type NewText } from '../text/text'
import { fieldsOf } from './conform'
import { type Context, type Filled, type Filler, notKnown, type Payload } from './filler'
import { fillResolution, fillSubject, subjectRef } from './fill-decision'
import { withOperations } from './fill-wording'
import { inWholeLetters, toJudge } from './in-whole-letters'
import { named, type Named } from './named-text'

export const fillText: Filler = (name, payload, context) => {
  switch (name) {
    case 'Submit':
      return TE.right(original(payload))
    // what the record has already is not looked up again: the texts may have moved since (rule 17)
    case 'ProposeMerge':
      return context.recorded === undefined ? fillSourceTexts(payload, context) : TE.right(payload)
    case 'TranslateText':
      return context.recorded === undefined ? fillTranslation(payload, context) : TE.right(payload)
    case 'Decide':
      return pipe(
        fillSubject(payload, context),
        TE.flatMap(filled => fillResolution(filled, subjectRef(payload), context))
      )
    case 'ResolveCollision':
      return fillResolution(payload, String(payload['collision']), context)
    default:
      return has(name, 'textHash') ? fillExactText(name, payload, context) : TE.right(payload)
  }
}

const has = (name: CommandName, key: string): boolean =>
  Object.hasOwn(fieldsOf(commandTable[name])?.codecs ?? {}, key)

/** A thing was said in the language that it is given in first, unless said otherwise. */
const original = (payload: Payload): Payload => {
  const [first] = payload['texts'] as ReadonlyArray<NewText>
  return payload['original'] === undefined && first !== undefined
    ? { ...payload, original: first.language }
    : payload
}

const submissionIn = (payload: Payload): string =>
  ownerOf(String(payload['submission'] ?? payload['amendment'] ?? payload['collision']))

/** A stand that is typed late was taken on the text that there was then (rule 2). */
const meant = (
  name: CommandName,
  submission: SubmissionState,
  { language, revision }: Payload,
  { at }: Context
): Named | undefined =>
  (revision === undefined && takesAStand.includes(name) ? textAt(submission, at) : undefined) ??
  named(submission, language as Language | undefined, revision)

const takesAStand: ReadonlyArray<CommandName> = ['Endorse', 'ReaffirmEndorsement', 'RaiseObjection']

const fillExactText = (name: CommandName, payload: Payload, context: Context): Filled =>
  pipe(
    context.look.submission(submissionIn(payload)),
    TE.flatMap((found): Filled => {
      if (found === undefined) return subjectNotKnown(payload)
      const text = meant(name, found.submission, payload, context)
      if (text === undefined) return textNotKnown(payload)
      const exact = {
        ...(has(name, 'language') ? { language: text.text.language } : {}),
        ...payload,
        revision: text.revision,
        textHash: payload['textHash'] ?? text.textHash
      }
      return pipe(
        TE.fromEither(withOperations(exact, text.text, context.recorded, 'payload')),
        TE.flatMap(filled =>
          inWholeLetters(filled, text.text, toJudge(filled['operations'], context), 'payload.operations')
        )
      )
    })
  )

/** The submission that the act names, or that its amendment is of, does not exist. */
const subjectNotKnown = ({ submission, amendment }: Payload): Filled =>
  submission === undefined
    ? notKnown('payload.amendment', String(amendment), 'submission')
    : notKnown('payload.submission', String(submission), 'submission')

/** It has no text in that language, or no such revision of it. */
const textNotKnown = (payload: Payload): Filled => {
  const { language, revision, submission, amendment } = payload
  if (typeof revision === 'number') return notKnown('payload.revision', revision, 'revision')
  return typeof language === 'string'
    ? notKnown('payload.language', language, 'text')
    : notKnown('payload.submission', String(submission ?? amendment), 'text')
}

/** The blocks of a translation get the ids of the blocks that they render, in order. */
const fillTranslation = (payload: Payload, context: Context): Filled =>
  pipe(
    context.look.submission(submissionIn(payload)),
    TE.flatMap((found): Filled => {
      if (found === undefined) return subjectNotKnown(payload)
      const text = currentRevision(found.submission)
      const blocks = payload['blocks'] as ReadonlyArray<object>
      return text === undefined
        ? textNotKnown({ submission: payload['submission'] })
        : TE.right({
            ...payload,
            of: payload['of'] ?? text.textHash,
            blocks: blocks.map((block, index) => ({
              id: text.text.blocks[index]?.id ?? `b${1000 + index}`,
              ...block
            }))
          })
    })
  )

/** Sources may be given by reference alone: then their current texts are meant. */
const fillSourceTexts = (payload: Payload, context: Context): Filled => {
  const sources = payload['sources'] as ReadonlyArray<unknown>
  return pipe(
    sources,
    TE.traverseArray(source =>
      typeof source !== 'string'
        ? TE.right(source)
        : pipe(
            context.look.submission(source),
            TE.flatMap((found): Filled => {
              const text = found === undefined ? undefined : currentRevision(found.submission)
              return text === undefined
                ? notKnown('payload.sources', source, 'submission')
                : TE.right({ ref: source, revision: text.revision, textHash: text.textHash })
            })
          )
    ),
    TE.map(filled => ({ ...payload, sources: filled }))
  )
}
