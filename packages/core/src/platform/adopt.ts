/** Adopting the frozen document: by roll call, each eligible association in exactly one place (rule 13). */
import * as E from 'fp-ts/lib/Either'
import { type AssociationRef } from '../kernel/envelope'
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { type MeetingEvent } from '../meeting/events'
import { type Coalition } from '../process/coalition'
import { type PlatformEvent, type Position } from './events'
import { ClauseRef, type PlatformRef, platformStream } from './ids'
import { firstOf, type Objection, unless } from '../kernel/objection'
import {
  adoptedAlready,
  clauseExists,
  clauseUnknown,
  givenUp,
  notFrozen,
  platformUnknown,
  SUBJECT
} from './preconditions'
import { DocumentHashDiffers, ReservationsDoNotFit } from './rejections'
import { draftOf, freezeOf } from './standing'
import { type PlatformState } from './state'
import { type Succession, supersedePlatform } from './supersede'

/** What the meeting decided, as DecisionTaken holds it: subject with the document's hash, method, present, eligible. */
export type AdoptionVote = Extract<MeetingEvent, { readonly type: 'DecisionTaken' }>['data']
type RollCall = Extract<AdoptionVote['method'], { readonly kind: 'rollCall' }>
type RollCallVote = RollCall['votes'][number]

/** What a meeting's decision to adopt brings, and what it is judged on. */
export interface AdoptionFacts {
  readonly platform: PlatformRef
  readonly vote: AdoptionVote
  /** Of a platform that supersedes another: where each of its clauses is now. */
  readonly succession: ReadonlyArray<Succession>
  /** Every platform of the process by its reference. */
  readonly platforms: { readonly [ref: string]: PlatformState | undefined }
}

/**
 * PlatformAdopted with every position, and PlatformSuperseded for the platform that it replaces. Quorum and majority
 * and method are the meeting's to judge. Refused with DocumentHashDiffers, ReservationsDoNotFit,
 * SuccessionIncomplete, SuccessionUnclear, PlatformNotFrozen, PlatformIsAdopted, PlatformIsSetAside.
 */
export const adoptPlatform =
  (coalition: Coalition, facts: AdoptionFacts) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    const adopted = unless<Decided<PlatformEvent>>([() => votable(coalition, facts, state)], () =>
      adoptions(coalition, facts, state)
    )
    return E.isLeft(adopted) ? adopted : alsoSuperseding(adopted.right, coalition, facts, state)
  }

/** Why a vote on a platform is not one on its frozen document, whatever comes of the vote (rule 13). */
export const votable = (
  coalition: Coalition,
  {
    platform,
    vote
  }: { readonly platform: PlatformRef; readonly vote: Pick<AdoptionVote, 'subject' | 'method'> },
  state: PlatformState
): Objection =>
  platformUnknown(SUBJECT, platform, state) ??
  givenUp(platform, state) ??
  adoptedAlready(platform, state) ??
  notFrozen(platform, state, coalition) ??
  hashDiffers(vote, state) ??
  votesUnfit(vote, state)

const adoptions = (
  coalition: Coalition,
  { platform, vote }: AdoptionFacts,
  state: PlatformState
): ReadonlyArray<Decided<PlatformEvent>> => {
  const documentHash = freezeOf(state)?.documentHash
  return documentHash === undefined
    ? []
    : [
        {
          type: 'PlatformAdopted',
          stream: platformStream(coalition.process, platform),
          data: { documentHash, decision: vote.ref, positions: positionsOf(vote) }
        }
      ]
}

const alsoSuperseding = (
  adopted: ReadonlyArray<Decided<PlatformEvent>>,
  coalition: Coalition,
  { platforms, succession, platform }: AdoptionFacts,
  state: PlatformState
): Decision<Decided<PlatformEvent>> => {
  const replaced = draftOf(state)?.supersedes
  const old = replaced === undefined ? undefined : platforms[replaced]
  const superseding = supersedePlatform(coalition, { by: platform, next: state, succession })(old)
  return E.isLeft(superseding) ? superseding : E.right([...adopted, ...superseding.right])
}

/**
 * Where every eligible association stands, in number order: absent, or, present or represented, as it declared, and
 * without a word abstaining.
 */
export const positionsOf = (vote: AdoptionVote): ReadonlyArray<Position> => {
  const votes = vote.method.kind === 'rollCall' ? vote.method.votes : []
  return vote.eligible.map(association => {
    const declared = votes.find(one => one.association === association)
    if (!hasVoice(vote, association)) return { association, position: 'absent' }
    return declared === undefined ? { association, position: 'abstaining' } : positionOf(declared)
  })
}

const hasVoice = ({ present, proxies }: AdoptionVote, association: AssociationRef): boolean =>
  present.includes(association) || proxies.some(({ from }) => from === association)

const positionOf = ({ association, vote, clauses }: RollCallVote): Position => ({
  association,
  position: isPosition(vote) ? vote : 'abstaining',
  ...(clauses === undefined || clauses.length === 0 ? {} : { clauses: clauses.filter(ClauseRef.is) })
})

type Word = Exclude<RollCallVote['vote'], 'for' | 'against' | 'abstain'>

const isPosition = (vote: RollCallVote['vote']): vote is Word =>
  vote === 'endorsing' || vote === 'withReservations' || vote === 'opposing' || vote === 'abstaining'

const hashDiffers = ({ subject }: Pick<AdoptionVote, 'subject'>, state: PlatformState): Objection => {
  const frozen = freezeOf(state)?.documentHash ?? ''
  return subject.textHash === frozen
    ? undefined
    : DocumentHashDiffers('payload.subject.textHash', subject.textHash ?? null, { frozen })
}

/** That it is a roll call in which each declares a position, the meeting has judged. */
const votesUnfit = ({ method }: Pick<AdoptionVote, 'method'>, state: PlatformState): Objection => {
  const votes = method.kind === 'rollCall' ? method.votes : []
  return firstOf(votes, (vote, index) => voteUnfit(`payload.method.votes.${index}`, vote, state))
}

const voteUnfit = (field: string, vote: RollCallVote, state: PlatformState): Objection => {
  const { association } = vote
  const clauses = vote.clauses ?? []
  if ((vote.vote === 'withReservations') !== clauses.length > 0)
    return ReservationsDoNotFit(`${field}.clauses`, [...clauses], { association, position: vote.vote })
  const unknown = clauses.find(clause => !clauseExists(state, clause))
  return unknown === undefined ? undefined : clauseUnknown(`${field}.clauses`, unknown)
}
