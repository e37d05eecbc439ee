/** An association brings a diagnosis, an assessment or a proposal. */
import * as E from 'fp-ts/lib/Either'
import { type AssociationRef } from '../kernel/envelope'
import { type Decided } from '../kernel/event'
import { type Hash, type Instant } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { withBlockIds } from '../text/apply'
import { type NewText, type Text } from '../text/text'
import { textHash } from '../text/text-hash'
import { checkSize } from '../text/check'
import { type AssessmentSubject, type SubmissionEvent } from './events'
import { submissionStream } from './ids'
import { first, firstOf, namedTwice, type Objection, precedes } from '../kernel/objection'
import {
  actingAssociation,
  type Asked,
  classificationUnknown,
  notAnAssociation,
  numberTaken,
  type SubmissionDecision
} from './preconditions'
import { beganAt } from './queries'
import { notRecordable, textProblem } from './recordable'
import {
  AuthoritativeTextMissing,
  CoAuthorNotEligible,
  OnlyDiagnosesAreAnswered,
  OnlyProposalsAnswer,
  SubjectMissing,
  SubjectOnlyOfAssessments,
  SubmissionsAreOver
} from './rejections'
import { reviseText } from './revise-text'
import { initialSubmissionState, type SubmissionState } from './state'
import { differs } from './translate-text'

type Submit = Asked<'Submit'>

/** What the path has read for a submission: the diagnoses that it answers, and the meeting it is brought at. */
export interface SubmitFacts {
  readonly answered: { readonly [ref: string]: SubmissionState | undefined }
  /** When the meeting was called; absent where there is no such meeting. */
  readonly meetingCalledAt?: Instant
}

/** SubmissionReceived with its first texts, in the authoritative language and in translations. */
export const submit =
  (command: Submit, coalition: Coalition, facts: SubmitFacts) =>
  (state: SubmissionState): SubmissionDecision => {
    const association = actingAssociation(command)
    if (association === undefined) return E.left(notAnAssociation(command))
    const { payload } = command
    const refused = first([
      () => numberTaken('payload.ref', payload.ref, payload.kind, state),
      () => tooLate(command, coalition),
      () => coAuthorsUnfit(payload.coAuthors, association, coalition),
      () => classificationUnknown(payload, coalition),
      () => subjectUnfit(command, coalition),
      () => answersUnfit(command, facts),
      () => meetingUnfit(command, facts),
      () => textsUnfit(payload.texts, coalition)
    ])
    return refused === undefined ? E.right(received(command, association)) : E.left(refused)
  }

const received = (command: Submit, association: AssociationRef): ReadonlyArray<Decided<SubmissionEvent>> => {
  const { texts, ...data } = command.payload
  const stream = submissionStream(command.process, data.ref)
  const numbered = texts.map(numberedText)
  const original = numbered[0]
  return [
    { type: 'SubmissionReceived', stream, data: { ...data, association } },
    ...numbered.map((text, index) => ({
      type: 'TextRevised' as const,
      stream,
      data: reviseText(initialSubmissionState, index === 0 ? asReceived(text) : rendering(text, original))
    }))
  ]
}

/** Each language's blocks begin with `b1`: they render each other one by one. */
const numberedText = (text: NewText): Text => withBlockIds(text, 1).text

const asReceived = (text: Text) => ({
  text,
  materiality: 'substantive' as const,
  because: { kind: 'received' as const }
})

const rendering = (text: Text, original: Text | undefined) => ({
  text,
  materiality: 'editorial' as const,
  because: { kind: 'translation' as const },
  ...(original === undefined ? {} : { of: textHash(original) satisfies Hash })
})

/** Late submissions by the charter: past its day they are taken, or not. */
export const tooLate = (
  { occurredAt }: Pick<Submit, 'occurredAt'>,
  { charter, date }: Coalition
): Objection => {
  const { submissionsUntil, lateSubmissions } = charter.terms
  return submissionsUntil !== undefined && date > submissionsUntil && lateSubmissions === 'refused'
    ? SubmissionsAreOver('at', occurredAt, { until: submissionsUntil })
    : undefined
}

const coAuthorsUnfit = (
  coAuthors: ReadonlyArray<AssociationRef>,
  association: AssociationRef,
  coalition: Coalition
): Objection =>
  namedTwice('payload.coAuthors', [association, ...coAuthors]) ??
  firstOf(coAuthors, coAuthor => {
    const standing = coalition.standing(coAuthor)
    if (standing === undefined)
      return ReferenceUnknown('payload.coAuthors', coAuthor, { kind: 'association' })
    return standing === 'registered'
      ? undefined
      : CoAuthorNotEligible('payload.coAuthors', coAuthor, { standing })
  })

const subjectUnfit = ({ payload }: Submit, coalition: Coalition): Objection => {
  const { kind, subject } = payload
  if (kind !== 'assessment')
    return subject === undefined ? undefined : SubjectOnlyOfAssessments('payload.subject', subject, { kind })
  return subject === undefined ? SubjectMissing('payload.subject', null, {}) : nameUnknown(subject, coalition)
}

/** The authority or the reference that an assessment's subject names is registered. */
const nameUnknown = (subject: AssessmentSubject, coalition: Coalition): Objection => {
  switch (subject.kind) {
    case 'council':
      return subject.authority !== undefined && coalition.authority(subject.authority) === undefined
        ? ReferenceUnknown('payload.subject.authority', subject.authority, { kind: 'authority' })
        : undefined
    case 'programme':
    case 'policy':
      return subject.reference !== undefined && !coalition.hasReference(subject.reference)
        ? ReferenceUnknown('payload.subject.reference', subject.reference, { kind: 'reference' })
        : undefined
    case 'project':
      return undefined
  }
}

const answersUnfit = ({ payload, occurredAt }: Submit, { answered }: SubmitFacts): Objection => {
  const { kind, answers } = payload
  if (answers.length > 0 && kind !== 'proposal')
    return OnlyProposalsAnswer('payload.answers', [...answers], { kind })
  return (
    namedTwice('payload.answers', answers) ??
    firstOf(answers, ref => {
      const state = answered[ref]
      if (!ref.startsWith('D')) return OnlyDiagnosesAreAnswered('payload.answers', ref, {})
      return state?.ref === undefined
        ? ReferenceUnknown('payload.answers', ref, { kind: 'submission' })
        : precedes(occurredAt, ref, beganAt(state))
    })
  )
}

const meetingUnfit = ({ payload, occurredAt }: Submit, { meetingCalledAt }: SubmitFacts): Objection => {
  const { meeting } = payload
  if (meeting === undefined) return undefined
  return meetingCalledAt === undefined
    ? ReferenceUnknown('payload.meeting', meeting, { kind: 'meeting' })
    : precedes(occurredAt, meeting, meetingCalledAt)
}

const textsUnfit = (texts: ReadonlyArray<NewText>, { authoritative }: Coalition): Objection => {
  const [original] = texts
  if (original?.language !== authoritative)
    return AuthoritativeTextMissing('payload.texts', original?.language ?? null, { language: authoritative })
  return (
    namedTwice(
      'payload.texts',
      texts.map(({ language }) => language)
    ) ??
    firstOf(texts, (text, index) => textProblem(`payload.texts.${index}`, text)) ??
    firstOf(texts, (text, index) =>
      differs(`payload.texts.${index}`, numberedText(text).blocks, numberedText(original).blocks)
    ) ??
    tooLong(texts)
  )
}

const tooLong = (texts: ReadonlyArray<NewText>): Rejection | undefined => {
  const sized = checkSize(texts)
  return E.isLeft(sized) ? notRecordable('payload.texts', sized.left) : undefined
}
