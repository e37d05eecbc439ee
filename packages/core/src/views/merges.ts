/**
 * Merges from their proposal on (domain.md §3): the words that the authors are asked about, which blocks of the sources
 * are in no `from` of them, and who agreed. It stays readable when the merge is made, dropped or undone.
 */
import { type SubmissionStream } from '../path/states'
import { type AssociationRef } from '../kernel/envelope'
import { type Instant, millis } from '../kernel/primitives'
import { charterAt } from '../process/charter-in-force'
import { stageAt } from '../process/coalition-at'
import { type RevisionRef } from '../submission/events'
import {
  askedSince,
  type Consents,
  consentsAt,
  currentRefs,
  silenceCountsFrom
} from '../submission/merge-consents'
import { mergeOutlook } from '../submission/merge-outlook'
import { type Sources } from '../submission/merge-proposal'
import { authorsOf, revisionOf } from '../submission/queries'
import { type Entry, type MergeProposal, type SubmissionState } from '../submission/state'
import { type Fact, present, timesOf } from './entry'
import { type Numbered, submissionsOf } from './in-order'
import { titlesOf } from './titles'
import { type Board, defineView } from './view'

/** Of a reference: the merge under that number, and those that it is a source of. */
export const mergesView = defineView({
  name: 'merges',
  purpose: 'merges proposed, made, dropped or undone: the words, what the sources lose, who agreed',
  needs: 'all',
  about: { kind: 'optional', letters: 'DEP' },
  dated: false,
  show: board => {
    const { ref } = board.asked
    return ref !== undefined && board.states.submissions[ref] === undefined
      ? undefined
      : {
          merges: submissionsOf(board.states)
            .flatMap(one => mergesIn(one, board))
            .filter(
              ({ merge, sources }) =>
                ref === undefined || merge === ref || sources.some(({ submission }) => submission === ref)
            )
        }
  }
})

const mergesIn = ({ ref, state: { submission } }: Numbered<SubmissionStream>, board: Board) =>
  submission.mergeProposal === undefined ? [] : [mergeRow(ref, submission.mergeProposal, submission, board)]

const mergeRow = (ref: string, proposal: MergeProposal, submission: SubmissionState, board: Board) => {
  const { merged } = submission
  const { dropped } = proposal
  const settled = merged ?? dropped
  const until = settled?.at ?? board.at
  const sources = sourcesAt(proposal, board, until)
  const texts = merged?.sources ?? currentRefs(proposal, sources)
  const consents = merged?.consents ?? consentsAt(proposal, sources, until)
  return {
    merge: ref,
    kind: proposal.kind,
    state: stateOf(ref, submission),
    proposed: { ...doneBy(proposal), ...present('reason', proposal.reason) },
    sources: texts.map(text => sourceRow(text, proposal, sources, board)),
    title: { [board.own.opened?.authoritative ?? 'ar']: proposal.title },
    blocks: proposal.blocks.map(({ block, from }, index) => ({ block: `b${index + 1}`, ...block, from })),
    notTakenOver: texts.flatMap(text => notTakenOver(text, proposal, sources)),
    consents: consents.asked.map(association => consentRow(association, consents, proposal, sources)),
    ...(settled === undefined ? outlookOn(proposal, sources, board, consents) : {}),
    ...present('made', merged && { ...doneBy(merged), ...present('decision', merged.decision) }),
    ...present('dropped', dropped && { ...doneBy(dropped), reason: dropped.reason }),
    ...present('undone', undoneBy(ref, submission))
  }
}

const doneBy = (entry: Entry) => ({ ...timesOf(entry), actor: entry.actor })

const stateOf = (ref: string, submission: SubmissionState): 'proposed' | 'made' | 'dropped' | 'undone' => {
  if (undoneBy(ref, submission) !== undefined) return 'undone'
  if (submission.merged !== undefined) return 'made'
  return submission.mergeProposal?.dropped === undefined ? 'proposed' : 'dropped'
}

const undoneBy = (ref: string, { turns }: SubmissionState) =>
  turns.flatMap(turn =>
    turn.turn === 'mergeUndone' && turn.merged === ref
      ? [{ ...doneBy(turn), decision: turn.decision, reason: turn.reason }]
      : []
  )[0]

/** With the texts and authors that they had until an instant: what came after a merge was settled is none of it. */
const sourcesAt = ({ sources }: MergeProposal, { states }: Board, at: Instant): Sources => {
  const isBy = (one: Entry) => millis(one.at) <= millis(at)
  const cut = (state: SubmissionState | undefined): SubmissionState | undefined =>
    state && {
      ...state,
      authors: state.authors.filter(isBy),
      texts: Object.fromEntries(
        Object.entries(state.texts).map(([language, revisions]) => [language, revisions?.filter(isBy)])
      )
    }
  return Object.fromEntries(sources.map(({ ref }) => [ref, cut(states.submissions[ref]?.submission)]))
}

/** `proposedOn`: the revision that the proposal was made on, where the text has changed since. */
const sourceRow = (
  { ref, revision, textHash }: RevisionRef,
  proposal: MergeProposal,
  sources: Sources,
  board: Board
) => {
  const source = sources[ref]
  const proposedOn = proposal.sources.find(one => one.ref === ref)?.revision
  return {
    submission: ref,
    revision,
    textHash,
    ...(source === undefined ? {} : { title: titlesOf(source, board.own), authors: authorsOf(source) }),
    ...present('proposedOn', proposedOn === revision ? undefined : proposedOn)
  }
}

/** The blocks of a source that no block of the merged text is said to come from. */
const notTakenOver = ({ ref, revision }: RevisionRef, { blocks }: MergeProposal, sources: Sources) => {
  const source = sources[ref]
  const taken: ReadonlySet<string> = new Set(blocks.flatMap(({ from }) => from))
  const words = source === undefined ? [] : (revisionOf(source, revision)?.text.blocks ?? [])
  return words
    .map(({ id, ...block }) => ({ block: `${ref}#${id}`, ...block }))
    .filter(({ block }) => !taken.has(block))
}

interface Consent extends Partial<Fact> {
  readonly association: AssociationRef
  /** Since when it could answer to the texts as they are. */
  readonly since: Instant
  /** Lapsed: it was given on a text that has changed since. */
  readonly answer: 'given' | 'refused' | 'silent' | 'lapsed'
  readonly reason?: string
}

const consentRow = (
  association: AssociationRef,
  { given, refused }: Consents,
  proposal: MergeProposal,
  sources: Sources
): Consent => {
  const asked = { association, since: askedSince(proposal, sources, [association]) }
  const said = (word: 'given' | 'refused') =>
    proposal.answers.filter(one => one.association === association && one.answer === word).at(-1)
  const refusal = refused.includes(association) ? said('refused') : undefined
  if (refusal?.answer === 'refused')
    return { ...asked, answer: 'refused', ...timesOf(refusal), ...present('reason', refusal.reason) }
  const consent = said('given')
  if (consent === undefined) return { ...asked, answer: 'silent' }
  return { ...asked, answer: given.includes(association) ? 'given' : 'lapsed', ...timesOf(consent) }
}

/** Of an open one: who can carry it out, and what stands in its way. */
const outlookOn = (proposal: MergeProposal, sources: Sources, board: Board, consents: Consents) => ({
  ...present('silenceCountsFrom', countsFrom(proposal, sources, board, consents)),
  ...mergeOutlook(
    proposal,
    sources,
    consents,
    stageAt(board.own, board.now),
    charterAt(board.own, board.now).terms
  )
})

/** Only where somebody is silent and the charter counts it. */
const countsFrom = (proposal: MergeProposal, sources: Sources, { own, now }: Board, { silent }: Consents) =>
  silent.length === 0 ? undefined : silenceCountsFrom(proposal, sources, charterAt(own, now).terms, silent)
