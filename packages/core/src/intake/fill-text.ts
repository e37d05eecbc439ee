/** The exact text that an act is about, and the operations that make a wanted wording of it (domain.md §4). */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CollisionRef } from '../amendment/ids'
import { type Language } from '../kernel/primitives'
import { type CommandName, commandTable } from '../path/command-table'
import { ownerOf } from '../path/reads'
import { type SubmissionState } from '../submission/state'
import { currentRevision, revisionOf, textAt } from '../submission/queries'
import { type NewText, type Text } from '../text/text'
import { fieldsOf } from './conform'
import { type Context, type Filled, type Filler, notKnown, type Payload } from './filler'
import { operationsOf, withOperations } from './fill-wording'
import { inWholeLetters } from './in-whole-letters'

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

interface Named {
  readonly revision: number
  readonly textHash: string
  readonly text: Text
}

/** The revision that is named, or the current one. */
const named = (
  submission: SubmissionState,
  language: Language | undefined,
  revision: unknown
): Named | undefined =>
  typeof revision === 'number'
    ? revisionOf(submission, revision, language)
    : currentRevision(submission, language)

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

/** What is recorded is not judged again. */
const toJudge = (operations: unknown, { recorded }: Context): unknown =>
  recorded === undefined ? operations : undefined

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

const subjectRef = (payload: Payload): string => String((payload['subject'] as Payload)['ref'])

/** Which collision a resolution settles: its hash and its two sides, as they were detected. */
const fillResolution = (payload: Payload, ref: string, context: Context): Filled => {
  const resolution = payload['resolution'] as Payload | undefined
  if (resolution === undefined) return TE.right(payload)
  return pipe(
    context.look.submission(ownerOf(ref)),
    TE.flatMap((found): Filled => {
      const known = found?.amendments.collisions[ref as CollisionRef]
      const field = payload['collision'] === undefined ? 'payload.subject.ref' : 'payload.collision'
      if (found === undefined || known === undefined) return notKnown(field, ref, 'collision')
      const between = [known.collision.first.ref, known.collision.second.ref]
      const exact = { of: known.hash, between, ...resolution }
      const base = revisionOf(found.submission, known.revision)?.text
      return base === undefined
        ? TE.right({ ...payload, resolution: exact })
        : fillThirdText(payload, exact, base, context)
    })
  )
}

const fillThirdText = (payload: Payload, resolution: Payload, base: Text, context: Context): Filled => {
  const recorded = context.recorded?.['resolution'] as Payload | undefined
  const field = 'payload.resolution'
  return pipe(
    TE.fromEither(withOperations(resolution, base, recorded, field)),
    TE.flatMap(filled =>
      inWholeLetters(
        { ...payload, resolution: filled },
        base,
        toJudge(filled['operations'], context),
        `${field}.operations`
      )
    )
  )
}

const textSubjects = ['submission', 'amendment', 'merge', 'split', 'collision']

/** The text that a decision is about: of the submission that its subject names or belongs to. */
const fillSubject = (payload: Payload, context: Context): Filled => {
  const subject = payload['subject'] as Payload
  if (!textSubjects.includes(String(subject['kind'])))
    return context.recorded === undefined ? fillDocument(payload, subject, context) : TE.right(payload)
  return pipe(
    context.look.submission(ownerOf(String(subject['ref']))),
    TE.flatMap((found): Filled => {
      const text = found === undefined ? undefined : named(found.submission, undefined, subject['revision'])
      if (text === undefined || hadNoText(context)) return TE.right(payload)
      const exact = { revision: text.revision, textHash: text.textHash, ...subject }
      const modified = operationsOf(text.text, payload['modified'], context.recorded?.['modified'])
      return inWholeLetters(
        { ...payload, subject: exact, ...(modified === undefined ? {} : { modified }) },
        text.text,
        toJudge(modified, context),
        'payload.modified'
      )
    })
  )
}

/** Of a merge that was only proposed there was no text to name: when it is typed again, there is. */
const hadNoText = ({ recorded }: Context): boolean =>
  recorded !== undefined && (recorded['subject'] as Payload)['revision'] === undefined

/** A frozen platform and minutes are decided on by the hash of their document. */
const fillDocument = (payload: Payload, subject: Payload, context: Context): Filled => {
  if (subject['textHash'] !== undefined) return TE.right(payload)
  const withHash = (hash: string | undefined): Payload =>
    hash === undefined ? payload : { ...payload, subject: { ...subject, textHash: hash } }
  if (subject['kind'] === 'minutes') {
    return pipe(
      context.look.meeting(ownerOf(String(subject['ref']))),
      TE.map(meeting => withHash(meeting?.minutes?.current.textHash))
    )
  }
  return subject['kind'] === 'platform' && payload['motion'] === 'adopt'
    ? pipe(
        context.look.platform(String(subject['ref'])),
        TE.map(platform => withHash(platform?.freezes.at(-1)?.documentHash))
      )
    : TE.right(payload)
}
