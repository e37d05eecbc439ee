/** Merging is proposed first: one text for several submissions, and their authors are asked (domain.md §3, a merge). */
import * as E from 'fp-ts/lib/Either'
import { canonicalText } from '../kernel/canonical'
import { type AssociationRef } from '../kernel/envelope'
import { ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type RevisionRef } from './events'
import { type BlockRef, type SubmissionKind, type SubmissionRef, submissionStream } from './ids'
import { firstOf, namedTwice, type Objection, unless } from '../kernel/objection'
import {
  accepted,
  actingAssociation,
  type Asked,
  closed,
  moved,
  notAnAssociation,
  numberTaken,
  type SubmissionDecision,
  unknown
} from './preconditions'
import { authorsOf, currentRevision } from './queries'
import { textProblem } from './recordable'
import { KindsDiffer, NotOfASource, SubjectsDiffer, TooFewSources } from './rejections'
import { type SubmissionState } from './state'

/** The states of the sources by reference, as the path has read them. */
export type Sources = { readonly [ref: string]: SubmissionState | undefined }

type ProposeMerge = Asked<'ProposeMerge'>

/** Opens the stream of the new submission and takes its number; nothing happens to the sources yet. */
export const proposeMerge =
  (command: ProposeMerge, coalition: Coalition, sources: Sources) =>
  (state: SubmissionState): SubmissionDecision => {
    const { payload } = command
    const association = actingAssociation(command)
    if (association === undefined) return E.left(notAnAssociation(command))
    const kind = kindOf(payload.sources, sources)
    return unless(
      [
        () => tooFew(payload.sources),
        () => firstOf(payload.sources, source => sourceUnfit(command, source, sources[source.ref])),
        () => kindsDiffer(payload.sources, sources),
        () => subjectsDiffer(payload.sources, sources),
        () => numberTaken('payload.ref', payload.ref, kind, state),
        () =>
          textProblem('payload', {
            language: coalition.authoritative,
            title: payload.title,
            blocks: payload.blocks.map(({ block }) => block)
          }),
        () =>
          firstOf(payload.blocks, ({ from }, index) =>
            fromUnknown(`payload.blocks.${index}.from`, from, payload.sources, sources)
          )
      ],
      () => [
        {
          type: 'MergeProposed',
          stream: submissionStream(command.process, payload.ref),
          data: {
            ref: payload.ref,
            kind,
            sources: payload.sources,
            asked: askedOf(payload.sources, sources, association),
            title: payload.title,
            blocks: payload.blocks,
            ...(payload.reason === undefined ? {} : { reason: payload.reason })
          }
        }
      ]
    )
  }

/** Only submissions of one kind merge, so the first says it for all. */
const kindOf = (named: ReadonlyArray<RevisionRef>, sources: Sources): SubmissionKind =>
  sources[named[0]?.ref ?? '']?.kind ?? 'proposal'

const tooFew = (named: ReadonlyArray<RevisionRef>): Objection =>
  namedTwice(
    'payload.sources',
    named.map(({ ref }) => ref)
  ) ??
  (named.length < 2
    ? TooFewSources(
        'payload.sources',
        named.map(({ ref }) => ref),
        { needed: 2 }
      )
    : undefined)

const sourceUnfit = (
  { occurredAt }: ProposeMerge,
  source: RevisionRef,
  state: SubmissionState | undefined
): Objection =>
  unknown('payload.sources', source.ref, state, occurredAt) ??
  (state === undefined
    ? undefined
    : (closed('payload.sources', source.ref, state) ??
      accepted('payload.sources', source.ref, state) ??
      moved(occurredAt, 'payload.sources', source, state)))

const kindsDiffer = (named: ReadonlyArray<RevisionRef>, sources: Sources): Objection => {
  const kinds = [...new Set(named.flatMap(({ ref }) => sources[ref]?.kind ?? []))]
  return kinds.length > 1
    ? KindsDiffer(
        'payload.sources',
        named.map(({ ref }) => ref),
        { kinds }
      )
    : undefined
}

/** Two assessments are one only where they assess the same. */
const subjectsDiffer = (named: ReadonlyArray<RevisionRef>, sources: Sources): Objection => {
  const subjects = named.flatMap(({ ref }) => subjectOf(sources[ref]) ?? [])
  return new Set(subjects.map(subject => canonicalText(subject))).size > 1
    ? SubjectsDiffer(
        'payload.sources',
        named.map(({ ref }) => ref),
        { sources: named.map(({ ref }) => ref) }
      )
    : undefined
}

/** What an assessment assesses, however it came to be. */
export const subjectOf = (state: SubmissionState | undefined) =>
  state?.received?.subject ?? state?.merged?.subject ?? state?.splitFrom?.subject

const fromUnknown = (
  field: string,
  from: ReadonlyArray<BlockRef>,
  named: ReadonlyArray<RevisionRef>,
  sources: Sources
): Objection =>
  firstOf(from, block =>
    !named.some(({ ref }) => block.startsWith(`${ref}#`))
      ? NotOfASource(field, block, { sources: named.map(({ ref }) => ref) })
      : hasBlock(block, sources)
        ? undefined
        : ReferenceUnknown(field, block, { kind: 'block' })
  )

const hasBlock = (block: BlockRef, sources: Sources): boolean => {
  const [ref = '', id] = block.split('#')
  const source = sources[ref]
  return source !== undefined && currentRevision(source)?.text.blocks.some(one => one.id === id) === true
}

const askedOf = (
  named: ReadonlyArray<RevisionRef>,
  sources: Sources,
  proposer: AssociationRef
): ReadonlyArray<AssociationRef> => unionOfAuthors(named, sources).filter(author => author !== proposer)

/** The authors of all sources, each once, in number order. */
export const unionOfAuthors = (
  named: ReadonlyArray<{ readonly ref: SubmissionRef }>,
  sources: Sources
): ReadonlyArray<AssociationRef> =>
  [...new Set(named.flatMap(({ ref }) => authorsIn(sources[ref])))].sort(
    (a, b) => Number(a.slice(1)) - Number(b.slice(1))
  )

const authorsIn = (state: SubmissionState | undefined): ReadonlyArray<AssociationRef> =>
  state === undefined ? [] : authorsOf(state)
