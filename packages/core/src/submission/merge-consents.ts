/** What the authors of the sources say to a proposed merge, and what that amounts to as at an instant. */
import * as E from 'fp-ts/lib/Either'
import { daysLater } from '../kernel/calendar'
import { type AssociationRef } from '../kernel/envelope'
import { type Hash, type Instant, localDate, type LocalDate, millis } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { type CharterTerms } from '../process/charter'
import { type RevisionRef } from './events'
import { type SubmissionRef, submissionStream } from './ids'
import { type Sources } from './merge-proposal'
import {
  actingAssociation,
  type Asked,
  closed,
  firstOf,
  laterRevision,
  notAnAssociation,
  type Objection,
  precedes,
  type SubmissionDecision,
  unknown,
  unless
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

/** The consents to a proposal as at an instant, on the texts that its sources have. */
export const consentsAt = (proposal: MergeProposal, sources: Sources, at: Instant): Consents => {
  const holding = proposal.answers.filter(
    answer =>
      millis(answer.at) <= millis(at) && (answer.answer === 'refused' || isOnCurrent(answer.sources, sources))
  )
  const who = (answer: 'given' | 'refused') =>
    proposal.asked.filter(association =>
      holding.some(one => one.answer === answer && one.association === association)
    )
  const refused = who('refused')
  const given = who('given').filter(association => !refused.includes(association))
  return {
    asked: proposal.asked,
    given,
    refused,
    silent: proposal.asked.filter(
      association => !given.includes(association) && !refused.includes(association)
    )
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

/** Since when the asked could answer to these texts: a source that changes asks anew. */
export const askedSince = (proposal: MergeProposal, sources: Sources): Instant =>
  proposal.sources.reduce<Instant>((since, { ref }) => {
    const source = sources[ref]
    const changed = source === undefined ? undefined : currentRevision(source)?.at
    return changed !== undefined && millis(changed) > millis(since) ? changed : since
  }, proposal.at)

/** The date from which silence is consent; none where the charter does not count it. */
export const silenceCountsFrom = (
  proposal: MergeProposal,
  sources: Sources,
  { mergeConsent }: CharterTerms
): LocalDate | undefined =>
  mergeConsent.rule === 'silenceAfterDays'
    ? daysLater(localDate(askedSince(proposal, sources)), mergeConsent.days)
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
        () => notAsked(association, proposal),
        () => sourcesDiffer(command.payload.sources, proposal),
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
  (command: Asked<'RefuseMergeConsent'>) =>
  (state: SubmissionState): SubmissionDecision => {
    const { merge, reason } = command.payload
    const association = actingAssociation(command)
    const proposal = state.mergeProposal
    if (association === undefined) return E.left(notAnAssociation(command))
    if (proposal === undefined) return E.left(noOpenProposal(merge, state))
    return unless(
      [() => notOpen(merge, command.occurredAt, state), () => notAsked(association, proposal)],
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

const notAsked = (association: AssociationRef, { asked }: MergeProposal): Objection =>
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
