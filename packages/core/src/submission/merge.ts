/** Several submissions become one: a new submission, and their own course ends in it until that is undone (domain.md §3). */
import * as E from 'fp-ts/lib/Either'
import { canonicalText } from '../kernel/canonical'
import { type Frame } from '../kernel/command'
import { type Decided } from '../kernel/event'
import { type DecisionRef } from '../meeting/ids'
import { type Coalition } from '../process/coalition'
import { withBlockIds } from '../text/apply'
import { type Text } from '../text/text'
import { type InheritedStand, type RevisionRef, type SubmissionEvent } from './events'
import { isAdmitted } from './fate'
import { type SubmissionRef, submissionStream } from './ids'
import {
  type Consents,
  consentsAt,
  currentRefs,
  noOpenProposal,
  notOpen,
  silenceCountsFrom,
  sourcesDiffer,
  sourcesUnfit
} from './merge-consents'
import { type Sources, subjectOf, unionOfAuthors } from './merge-proposal'
import { firstOf, type Objection, unless } from '../kernel/objection'
import { accepted, laterFate, type SubmissionDecision } from './preconditions'
import { MergeConsentMissing, MergeRefused } from './rejections'
import { reviseText } from './revise-text'
import {
  initialSubmissionState,
  type Classification,
  type MergeProposal,
  type SubmissionState
} from './state'

/** A merge to be carried out: by the authors, or by a meeting's `decision`. */
export interface Merging {
  readonly merge: SubmissionRef
  readonly named: ReadonlyArray<SubmissionRef>
  readonly sources: Sources
  /** The stands on the sources as a set, one an association (endorsement/carry). */
  readonly stands: (text: MergedText) => ReadonlyArray<InheritedStand>
  readonly decision?: DecisionRef
}

/** The merged text with its ids, and where each block comes from. */
export interface MergedText {
  readonly text: Text
  readonly blocks: Extract<SubmissionEvent, { readonly type: 'SubmissionsMerged' }>['data']['blocks']
}

/**
 * SubmissionsMerged, its text and its admission in the new stream, SubmissionMergedInto in each source. The path adds
 * what becomes of the open amendments. A meeting's decision stands for silence, and for a refusal where the charter
 * lets it.
 */
export const mergeSubmissions =
  (command: Frame, coalition: Coalition, merging: Merging) =>
  (state: SubmissionState): SubmissionDecision => {
    const { merge, named, sources, decision } = merging
    const proposal = state.mergeProposal
    if (proposal === undefined) return E.left(noOpenProposal(merge, state))
    return unless(
      [
        () => notOpen(merge, command.occurredAt, state),
        () => sourcesDiffer(named, proposal),
        () => sourcesUnfit(proposal, sources, command.occurredAt),
        () => settledSince(command, proposal, merging),
        () => notConsented(consentsAt(proposal, sources, command.occurredAt), coalition, proposal, merging)
      ],
      () => [
        ...intoOne(command, coalition, proposal, merging),
        ...proposal.sources.map(({ ref }) => ({
          type: 'SubmissionMergedInto' as const,
          stream: submissionStream(command.process, ref),
          data: { into: merge, ...(decision === undefined ? {} : { decision }) }
        }))
      ]
    )
  }

const settledSince = (
  { occurredAt }: Frame,
  proposal: MergeProposal,
  { sources, decision }: Merging
): Objection =>
  firstOf(proposal.sources, ({ ref }) => {
    const source = sources[ref]
    if (source === undefined) return undefined
    return (
      laterFate(occurredAt, source) ??
      (decision === undefined ? accepted('payload.sources', ref, source) : undefined)
    )
  })

const notConsented = (
  { refused, silent }: Consents,
  { charter, date }: Coalition,
  proposal: MergeProposal,
  { merge, sources, decision }: Merging
): Objection => {
  const { terms } = charter
  const meetingDecides = decision !== undefined && terms.mergeConsent.rule === 'meeting'
  if (refused.length > 0 && !meetingDecides) return MergeRefused('payload.merge', merge, { refused })
  const from = silenceCountsFrom(proposal, sources, terms, silent)
  return silent.length === 0 || decision !== undefined || (from !== undefined && date >= from)
    ? undefined
    : MergeConsentMissing('payload.merge', merge, { missing: silent, silenceCountsFrom: from ?? null })
}

const intoOne = (
  command: Frame,
  coalition: Coalition,
  proposal: MergeProposal,
  merging: Merging
): ReadonlyArray<Decided<SubmissionEvent>> => {
  const stream = submissionStream(command.process, merging.merge)
  const merged = mergedText(proposal, coalition)
  const sources = currentRefs(proposal, merging.sources)
  const states = statesOf(sources, merging.sources)
  const text = reviseText(initialSubmissionState, {
    text: merged.text,
    materiality: 'substantive',
    because: { kind: 'merge', sources },
    ...(proposal.reason === undefined ? {} : { why: proposal.reason })
  })
  return [
    {
      type: 'SubmissionsMerged',
      stream,
      data: {
        sources,
        blocks: merged.blocks,
        authors: unionOfAuthors(sources, merging.sources),
        consents: consentsAt(proposal, merging.sources, command.occurredAt),
        stands: merging.stands(merged),
        ...classificationOf(states),
        ...carriedOver(states),
        ...(merging.decision === undefined ? {} : { decision: merging.decision })
      }
    },
    { type: 'TextRevised', stream, data: text },
    ...(states.every(isAdmitted) ? [{ type: 'SubmissionAdmitted' as const, stream, data: {} }] : [])
  ]
}

/** The text that was proposed, with ids from `b1`: what a meeting decides on, and what is recorded. */
const mergedText = (proposal: MergeProposal, { authoritative }: Coalition): MergedText => {
  const { text } = withBlockIds(
    {
      language: authoritative,
      title: proposal.title,
      blocks: proposal.blocks.map(({ block }) => block)
    },
    1
  )
  return {
    text,
    blocks: text.blocks.map(({ id }, index) => ({ block: id, from: proposal.blocks[index]?.from ?? [] }))
  }
}

const statesOf = (named: ReadonlyArray<RevisionRef>, sources: Sources): ReadonlyArray<SubmissionState> =>
  named.flatMap(({ ref }) => sources[ref] ?? [])

/** What any of the sources is about, each once, in the order in which they say it. */
const classificationOf = (states: ReadonlyArray<SubmissionState>): Classification => ({
  themes: once(states.flatMap(({ classification }) => classification.themes)),
  areas: once(states.flatMap(({ classification }) => classification.areas)),
  levels: once(states.flatMap(({ classification }) => classification.levels)),
  references: once(states.flatMap(({ classification }) => classification.references))
})

/** Evidence, answers and subject of the sources; left out where there are none. */
export const carriedOver = (states: ReadonlyArray<SubmissionState>) => {
  const origins = states.flatMap(state => state.received ?? state.merged ?? state.splitFrom ?? [])
  const evidence = once(origins.flatMap(origin => origin.evidence ?? []))
  const answers = once(origins.flatMap(origin => origin.answers ?? []))
  const subject = states.map(subjectOf).find(one => one !== undefined)
  return {
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(answers.length === 0 ? {} : { answers }),
    ...(subject === undefined ? {} : { subject })
  }
}

/** Equal things count once. */
const once = <A extends Parameters<typeof canonicalText>[0]>(items: ReadonlyArray<A>): ReadonlyArray<A> => {
  const seen = items.map(item => canonicalText(item))
  return items.filter((_, index) => seen.indexOf(seen[index] ?? '') === index)
}
