/** What the authors of the sources say to a proposed merge, and what that amounts to as at an instant. */
import * as E from 'fp-ts/lib/Either'
import { daysLater } from '../kernel/calendar'
import { type AssociationRef } from '../kernel/envelope'
import { type Hash, type Instant, localDate, type LocalDate, millis } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { type CharterTerms } from '../process/charter'
import { type RevisionRef } from './events'
import { type SubmissionRef, submissionStream } from './ids'
import { type Sources, unionOfAuthors } from './merge-proposal'
import { firstOf, type Objection, precedes, unless } from '../kernel/objection'
import {
  actingAssociation,
  type Asked,
  closed,
  laterRevision,
  notAnAssociation,
  type SubmissionDecision,
  unknown
} from './preconditions'
import { currentRevision } from './queries'
import {
  AnsweredAlready,
  NoOpenMergeProposal,
  NotAsked,
  NotTheMergeProposer,
  SourcesDiffer
} from './rejections'
import { type MergeProposal, type SubmissionState } from './state'

/** What the asked have said that still holds: a refusal stays, a consent lapses when a source's text changes. */
export interface Consents {
  readonly asked: ReadonlyArray<AssociationRef>
  readonly given: ReadonlyArray<AssociationRef>
  readonly refused: ReadonlyArray<AssociationRef>
  readonly silent: ReadonlyArray<AssociationRef>
}

/**
 * Who is asked: who was when it was proposed, and who has come to stand behind a source since, save in whose name it is
 * proposed.
 */
const askedNow = (proposal: MergeProposal, sources: Sources): ReadonlyArray<AssociationRef> => {
  const proposer = actingAssociation(proposal)
  const since = unionOfAuthors(proposal.sources, sources).filter(author => author !== proposer)
  return [...new Set([...proposal.asked, ...since])].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}

/** The consents to a proposal as at an instant, on the texts that its sources have. */
export const consentsAt = (proposal: MergeProposal, sources: Sources, at: Instant): Consents => {
  const holding = proposal.answers.filter(
    answer =>
      millis(answer.at) <= millis(at) && (answer.answer === 'refused' || isOnCurrent(answer.sources, sources))
  )
  const asked = askedNow(proposal, sources)
  const who = (answer: 'given' | 'refused') =>
    asked.filter(association => holding.some(one => one.answer === answer && one.association === association))
  const refused = who('refused')
  const given = who('given').filter(association => !refused.includes(association))
  return {
    asked,
    given,
    refused,
    silent: asked.filter(association => !given.includes(association) && !refused.includes(association))
  }
}

const isOnCurrent = (
  on: ReadonlyArray<{ readonly ref: string; readonly textHash: Hash }>,
  sources: Sources
) =>
  on.every(({ ref, textHash }) => {
    const source = sources[ref]
    return source !== undefined && currentRevision(source)?.textHash === textHash
  })

/** Since when all of these could answer to the texts: a source that changes asks anew, who joins it is asked then. */
export const askedSince = (
  proposal: MergeProposal,
  sources: Sources,
  asked: ReadonlyArray<AssociationRef>
): Instant =>
  proposal.sources
    .flatMap(({ ref }) => sources[ref] ?? [])
    .flatMap(source => [currentRevision(source)?.at ?? proposal.at, ...joined(source, asked)])
    .reduce((since, at) => (millis(at) > millis(since) ? at : since), proposal.at)

const joined = ({ authors }: SubmissionState, asked: ReadonlyArray<AssociationRef>): ReadonlyArray<Instant> =>
  authors.filter(({ as, association }) => as === 'joined' && asked.includes(association)).map(({ at }) => at)

/** The date from which the silence of these is consent; none where the charter does not count it. */
export const silenceCountsFrom = (
  proposal: MergeProposal,
  sources: Sources,
  { mergeConsent }: CharterTerms,
  silent: ReadonlyArray<AssociationRef>
): LocalDate | undefined =>
  mergeConsent.rule === 'silenceAfterDays'
    ? daysLater(localDate(askedSince(proposal, sources, silent)), mergeConsent.days)
    : undefined

/** An asked association lets its text go into the merge, on the texts as they are. */
export const giveMergeConsent =
  (command: Asked<'GiveMergeConsent'>, sources: Sources) =>
  (state: SubmissionState): SubmissionDecision => {
    const { merge } = command.payload
    const association = actingAssociation(command)
    const proposal = state.mergeProposal
    if (association === undefined) return E.left(notAnAssociation(command))
    if (proposal === undefined) return E.left(noOpenProposal(merge, state))
    return unless(
      [
        () => notOpen(merge, command.occurredAt, state),
        () => sourcesDiffer(command.payload.sources, proposal),
        () => notAsked(association, askedNow(proposal, sources)),
        () => sourcesUnfit(proposal, sources, command.occurredAt),
        () => refusedBefore(association, proposal)
      ],
      () =>
        consentsAt(proposal, sources, command.occurredAt).given.includes(association)
          ? []
          : [
              {
                type: 'MergeConsentGiven',
                stream: submissionStream(command.process, merge),
                data: { association, sources: currentRefs(proposal, sources) }
              }
            ]
    )
  }

/** An asked association keeps its text, also after it had agreed: it is not merged, unless the charter lets a meeting decide. */
export const refuseMergeConsent =
  (command: Asked<'RefuseMergeConsent'>, sources: Sources) =>
  (state: SubmissionState): SubmissionDecision => {
    const { merge, reason } = command.payload
    const association = actingAssociation(command)
    const proposal = state.mergeProposal
    if (association === undefined) return E.left(notAnAssociation(command))
    if (proposal === undefined) return E.left(noOpenProposal(merge, state))
    return unless(
      [
        () => notOpen(merge, command.occurredAt, state),
        () => sourcesDiffer(command.payload.sources, proposal),
        () => notAsked(association, askedNow(proposal, sources))
      ],
      () =>
        hasRefused(association, proposal)
          ? []
          : [
              {
                type: 'MergeConsentRefused',
                stream: submissionStream(command.process, merge),
                data: { association, ...(reason === undefined ? {} : { reason }) }
              }
            ]
    )
  }

/** The proposer gives the proposal up; its number stays taken. */
export const dropMergeProposal =
  (command: Asked<'DropMergeProposal'>) =>
  (state: SubmissionState): SubmissionDecision => {
    const { merge, reason } = command.payload
    const proposal = state.mergeProposal
    if (proposal === undefined) return E.left(noOpenProposal(merge, state))
    if (proposal.dropped !== undefined) return E.right([])
    return unless(
      [() => notOpen(merge, command.occurredAt, state), () => notItsProposer(command, proposal)],
      () => [
        {
          type: 'MergeProposalDropped',
          stream: submissionStream(command.process, merge),
          data: { reason }
        }
      ]
    )
  }

/** There is nothing proposed under this number. */
export const noOpenProposal = (merge: SubmissionRef, { ref }: SubmissionState): Rejection =>
  NoOpenMergeProposal('payload.merge', merge, { standing: ref === undefined ? 'none' : 'notAMerge' })

/** A proposal can be answered until it is dropped or carried out, and not before it was made. */
export const notOpen = (
  merge: SubmissionRef,
  at: Instant,
  { mergeProposal, merged }: SubmissionState
): Objection =>
  mergeProposal?.dropped !== undefined || merged !== undefined
    ? NoOpenMergeProposal('payload.merge', merge, { standing: merged === undefined ? 'dropped' : 'merged' })
    : precedes(at, merge, mergeProposal?.at)

const notAsked = (association: AssociationRef, asked: ReadonlyArray<AssociationRef>): Objection =>
  asked.includes(association) ? undefined : NotAsked('actor.association', association, { asked })

/** The command was made of the sources that the proposal has. */
export const sourcesDiffer = (named: ReadonlyArray<SubmissionRef>, proposal: MergeProposal): Objection => {
  const sources = proposal.sources.map(({ ref }) => ref)
  return named.join() === sources.join()
    ? undefined
    : SourcesDiffer('payload.sources', [...named], { sources })
}

/** Every source is still there, open, and its text not revised after the act. */
export const sourcesUnfit = (proposal: MergeProposal, sources: Sources, at: Instant): Objection =>
  firstOf(proposal.sources, ({ ref }) => {
    const state = sources[ref]
    return (
      unknown('payload.sources', ref, state, at) ??
      (state === undefined ? undefined : (closed('payload.sources', ref, state) ?? laterRevision(at, state)))
    )
  })

const refusedBefore = (association: AssociationRef, proposal: MergeProposal): Objection =>
  hasRefused(association, proposal)
    ? AnsweredAlready('actor.association', association, { answer: 'refused' })
    : undefined

const hasRefused = (association: AssociationRef, { answers }: MergeProposal): boolean =>
  answers.some(one => one.answer === 'refused' && one.association === association)

/** The sources with the texts that they have now. */
export const currentRefs = (proposal: MergeProposal, sources: Sources): ReadonlyArray<RevisionRef> =>
  proposal.sources.map(named => {
    const source = sources[named.ref]
    const current = source === undefined ? undefined : currentRevision(source)
    return current === undefined
      ? named
      : { ref: named.ref, revision: current.revision, textHash: current.textHash }
  })

const notItsProposer = ({ actor }: Asked<'DropMergeProposal'>, proposal: MergeProposal): Objection => {
  const proposer = actingAssociation(proposal)
  return actor.as === 'association' && actor.association === proposer
    ? undefined
    : NotTheMergeProposer('actor', actor.as === 'association' ? actor.association : actor.as, {
        proposer: proposer ?? ''
      })
}
