/** One submission becomes several, the mirror of a merge: each block goes to exactly one part, and none is lost. */
import { type Frame } from '../kernel/command'
import { type Decided } from '../kernel/event'
import { type Hash, type Language, type Positive, type Words } from '../kernel/primitives'
import { ReferenceUnknown } from '../kernel/rejections'
import { type DecisionRef } from '../meeting/ids'
import { type Coalition } from '../process/coalition'
import { withBlockIds } from '../text/apply'
import { type Text } from '../text/text'
import { type SplitPart } from './commands'
import { type BlockOrigin, type InheritedStand, type RevisionRef, type SubmissionEvent } from './events'
import { isAdmitted } from './fate'
import { type BlockRef, type SubmissionKind, type SubmissionRef, submissionStream } from './ids'
import { carriedOver } from './merge'
import { firstOf, namedTwice, type Objection, unless } from '../kernel/objection'
import {
  accepted,
  type Asked,
  classificationUnknown,
  closed,
  laterFate,
  moved,
  notAnAuthor,
  numberTaken,
  type SubmissionDecision,
  unknown
} from './preconditions'
import { authorsOf, currentRevision } from './queries'
import { textProblem } from './recordable'
import { BlocksLeftOut, PartWithoutBlocks, TooFewParts } from './rejections'
import { reviseText } from './revise-text'
import { initialSubmissionState, type SubmissionState } from './state'
import type * as t from 'io-ts'

/** A split to be carried out: by an author, or by a meeting's `decision`. */
export interface Splitting {
  readonly submission: SubmissionRef
  readonly revision: Positive
  readonly textHash: Hash
  readonly parts: ReadonlyArray<SplitPart>
  readonly reason?: Words
  /** The stands on the source, as each part inherits them (endorsement/carry). */
  readonly stands: (part: PartText) => ReadonlyArray<InheritedStand>
  /** The parts' streams as they are: their numbers are not taken. */
  readonly taken: { readonly [ref: string]: SubmissionState | undefined }
}

/** A part's text with its own ids, and the block of the source that each was. */
export interface PartText {
  readonly text: Text
  readonly blocks: ReadonlyArray<t.TypeOf<typeof BlockOrigin>>
}

/** SplitFrom with its text and admission in each part's stream, SubmissionSplit in the source: by an author. */
export const splitSubmission =
  (command: Asked<'SplitSubmission'>, coalition: Coalition, splitting: Splitting) =>
  (state: SubmissionState): SubmissionDecision =>
    unless(
      [
        () => splitUnfit('payload.submission', command, coalition, splitting, state),
        () => notAnAuthor(command, state),
        () => accepted('payload.submission', splitting.submission, state)
      ],
      () => apart(command, coalition, splitting, state)
    )

/** The same by a meeting's decision, which needs no author. */
export const splitByMeeting =
  (command: Frame, coalition: Coalition, splitting: Splitting, decision: DecisionRef) =>
  (state: SubmissionState): SubmissionDecision =>
    unless([() => splitUnfit('payload.subject.ref', command, coalition, splitting, state)], () =>
      apart(command, coalition, splitting, state, decision)
    )

const splitUnfit = (
  field: string,
  { occurredAt }: Frame,
  coalition: Coalition,
  splitting: Splitting,
  state: SubmissionState
): Objection =>
  unknown(field, splitting.submission, state, occurredAt) ??
  closed(field, splitting.submission, state) ??
  moved(occurredAt, 'payload.revision', splitting, state) ??
  laterFate(occurredAt, state) ??
  partsUnfit(coalition, splitting, state)

const partsUnfit = (coalition: Coalition, { parts, taken }: Splitting, state: SubmissionState): Objection =>
  (parts.length < 2
    ? TooFewParts(
        'payload.parts',
        parts.map(({ ref }) => ref),
        { needed: 2 }
      )
    : undefined) ??
  namedTwice(
    'payload.parts',
    parts.map(({ ref }) => ref)
  ) ??
  firstOf(parts, (part, index) =>
    partUnfit(`payload.parts.${index}`, part, coalition, taken[part.ref], state)
  ) ??
  namedTwice(
    'payload.parts',
    parts.flatMap(({ blocks }) => blocks)
  ) ??
  leftOut(parts, state)

const partUnfit = (
  field: string,
  part: SplitPart,
  coalition: Coalition,
  taken: SubmissionState | undefined,
  state: SubmissionState
): Objection =>
  numberTaken(`${field}.ref`, part.ref, kindOf(state), taken ?? initialSubmissionState) ??
  (part.blocks.length === 0 ? PartWithoutBlocks(`${field}.blocks`, [], {}) : undefined) ??
  firstOf(part.blocks, block =>
    blocksOf(state).some(({ id }) => id === block)
      ? undefined
      : ReferenceUnknown(`${field}.blocks`, block, { kind: 'block' })
  ) ??
  textProblem(field, partText(part, state, coalition.authoritative).text) ??
  classificationUnknown(part, coalition, field)

const kindOf = ({ kind }: SubmissionState): SubmissionKind => kind ?? 'proposal'
const blocksOf = (state: SubmissionState): Text['blocks'] => currentRevision(state)?.text.blocks ?? []

const leftOut = (parts: ReadonlyArray<SplitPart>, state: SubmissionState): Objection => {
  const missing = blocksOf(state)
    .map(({ id }) => id)
    .filter(id => !parts.some(({ blocks }) => blocks.includes(id)))
  return missing.length === 0
    ? undefined
    : BlocksLeftOut(
        'payload.parts',
        parts.map(({ ref }) => ref),
        { blocks: missing }
      )
}

const apart = (
  { process }: Frame,
  coalition: Coalition,
  splitting: Splitting,
  state: SubmissionState,
  decision?: DecisionRef
): ReadonlyArray<Decided<SubmissionEvent>> => [
  ...splitting.parts.flatMap(part =>
    partEvents(submissionStream(process, part.ref), coalition, part, splitting, state, decision)
  ),
  {
    type: 'SubmissionSplit',
    stream: submissionStream(process, splitting.submission),
    data: {
      into: splitting.parts.map(({ ref, blocks }) => ({ ref, blocks })),
      ...(splitting.reason === undefined ? {} : { reason: splitting.reason }),
      ...(decision === undefined ? {} : { decision })
    }
  }
]

const partEvents = (
  stream: Decided<SubmissionEvent>['stream'],
  { authoritative }: Coalition,
  part: SplitPart,
  { submission, revision, textHash, stands }: Splitting,
  state: SubmissionState,
  decision: DecisionRef | undefined
): ReadonlyArray<Decided<SubmissionEvent>> => {
  const source: RevisionRef = { ref: submission, revision, textHash }
  const made = partText(part, state, authoritative)
  const { classification } = state
  return [
    {
      type: 'SplitFrom',
      stream,
      data: {
        ref: part.ref,
        kind: kindOf(state),
        source,
        blocks: made.blocks,
        authors: authorsOf(state),
        stands: stands(made),
        themes: part.themes ?? classification.themes,
        areas: part.areas ?? classification.areas,
        levels: part.levels ?? classification.levels,
        references: classification.references,
        ...carriedOver([state]),
        ...(decision === undefined ? {} : { decision })
      }
    },
    {
      type: 'TextRevised',
      stream,
      data: reviseText(initialSubmissionState, {
        text: made.text,
        materiality: 'substantive',
        because: { kind: 'split', source }
      })
    },
    ...(isAdmitted(state) ? [{ type: 'SubmissionAdmitted' as const, stream, data: {} }] : [])
  ]
}

/** The blocks stay in the order of the source, whatever the order in which they are named. */
const partText = (part: SplitPart, state: SubmissionState, language: Language): PartText => {
  const taken = blocksOf(state).filter(({ id }) => part.blocks.includes(id))
  const { text } = withBlockIds({ language, title: part.title, blocks: taken }, 1)
  return {
    text,
    blocks: text.blocks.map(({ id }, index) => ({
      block: id,
      from: taken.slice(index, index + 1).map(block => `${state.ref}#${block.id}` as BlockRef)
    }))
  }
}
