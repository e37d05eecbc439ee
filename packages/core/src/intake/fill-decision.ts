/** The exact text or document that a decision is about, and what a resolution settles (domain.md §4). */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CollisionRef } from '../amendment/ids'
import { ownerOf } from '../path/reads'
import { revisionOf } from '../submission/queries'
import { type Text } from '../text/text'
import { type Context, type Filled, notKnown, type Payload } from './filler'
import { operationsOf, withOperations } from './fill-wording'
import { inWholeLetters, toJudge } from './in-whole-letters'
import { named } from './named-text'

export const subjectRef = (payload: Payload): string => String((payload['subject'] as Payload)['ref'])

/** Which collision a resolution settles: its hash and its two sides, as they were detected. */
export const fillResolution = (payload: Payload, ref: string, context: Context): Filled => {
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
export const fillSubject = (payload: Payload, context: Context): Filled => {
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
