/**
 * What a count gives, from the method and the charter alone (rules 5 and 13). The table in docs/reference/decisions.md
 * says which outcomes may be declared on which count.
 */
import * as E from 'fp-ts/lib/Either'
import { type AssociationRef } from '../kernel/envelope'
import { type Rejection } from '../kernel/rejection'
import { NamedTwice } from '../kernel/rejections'
import { type CharterTerms } from '../process/charter'
import { majorityFor } from './charter'
import { type Method, type Motion, type Outcome, type RollCallVote, type Subject } from './decision'
import { voiceCount, type Voices } from './quorum'
import {
  ChairDoesNotDecide,
  ChairVoteMissing,
  ConsensusIsBroken,
  CountsAbovePresent,
  type Measure,
  MethodNotAllowed,
  OutcomeDiffers,
  VoteNotAllowed,
  VoterNotPresent
} from './rejections'
import { reaches } from './threshold'

/** A motion put to the meeting, with how it was counted and who could be. */
export interface Counted {
  readonly subject: Subject['kind']
  readonly motion: Motion
  readonly method: Method
  /** Whether the motion was put in a form that the meeting modified. */
  readonly modified: boolean
  readonly terms: CharterTerms
  readonly voices: Voices
}

/** The outcomes that a chair may declare on this count. */
export interface CountResult {
  readonly outcomes: ReadonlyArray<Outcome>
  readonly measure?: Measure
  /** Those whose block ended the consensus. */
  readonly blocks?: ReadonlyArray<AssociationRef>
}

/** The outcomes that the count allows, or why it cannot be counted. */
export const count = (counted: Counted): E.Either<Rejection, CountResult> => {
  const refused = methodRefused(counted) ?? votersRefused(counted)
  if (refused !== undefined) return E.left(refused)
  return counted.method.kind === 'consensus'
    ? E.right(consensusOf(counted, counted.method))
    : voteOf(counted, tallyOf(counted, counted.method))
}

/** The declared outcome where the count gives it. Left: the numbers. */
export const judge = (counted: Counted, declared: Outcome): E.Either<Rejection, Outcome> => {
  const result = count(counted)
  if (E.isLeft(result)) return result
  const { outcomes, measure, blocks } = result.right
  if (outcomes.includes(declared)) return E.right(declared)
  return E.left(
    blocks === undefined
      ? OutcomeDiffers('payload.outcome', declared, { declared, computed: outcomes, ...measure })
      : ConsensusIsBroken('payload.method', 'consensus', {
          blocks,
          fallback: counted.terms.consensus.fallback
        })
  )
}

/** The vote in which a platform is adopted: by roll call, with positions (rule 13). */
const isAdoptionVote = ({ subject, motion }: Pick<Counted, 'subject' | 'motion'>): boolean =>
  subject === 'platform' && motion === 'adopt'

const methodRefused = (counted: Counted): Rejection | undefined => {
  const { kind } = counted.method
  const allowed = onlyMethod(counted)
  return allowed === undefined || kind === allowed
    ? undefined
    : MethodNotAllowed('payload.method.kind', kind, { allowed })
}

const onlyMethod = (counted: Counted): Method['kind'] | undefined => {
  if (isAdoptionVote(counted)) return 'rollCall'
  return counted.terms.secretBallotFor.includes(counted.subject) ? 'secretBallot' : undefined
}

const votersRefused = (counted: Counted): Rejection | undefined => {
  const { method, voices } = counted
  switch (method.kind) {
    case 'consensus':
      return namedRefused(voices, [
        ...method.standAsides,
        ...method.blocks.map(({ association }) => association)
      ])
    case 'rollCall':
      return (
        namedRefused(
          voices,
          method.votes.map(({ association }) => association)
        ) ?? wordsRefused(counted, method.votes)
      )
    case 'showOfHands':
    case 'secretBallot':
      return tooMany(method.for + method.against + method.abstain, voiceCount(voices))
  }
}

const namedRefused = (voices: Voices, named: ReadonlyArray<AssociationRef>): Rejection | undefined => {
  const twice = named.find((association, index) => named.indexOf(association) !== index)
  if (twice !== undefined) return NamedTwice('payload.method', twice, {})
  const absent = named.find(association => !hasVoice(voices, association))
  return absent === undefined
    ? undefined
    : VoterNotPresent('payload.method', absent, { present: voices.present.length })
}

const hasVoice = ({ present, proxies }: Voices, association: AssociationRef): boolean =>
  present.includes(association) || proxies.some(({ from }) => from === association)

const tooMany = (counted: number, present: number): Rejection | undefined =>
  counted > present ? CountsAbovePresent('payload.method', counted, { counted, present }) : undefined

type Word = RollCallVote['vote']
const votes: ReadonlyArray<Word> = ['for', 'against', 'abstain']
const positions: ReadonlyArray<Word> = ['endorsing', 'withReservations', 'opposing', 'abstaining']

const wordsRefused = (counted: Counted, cast: ReadonlyArray<RollCallVote>): Rejection | undefined => {
  const allowed = isAdoptionVote(counted) ? positions : votes
  const odd = cast.find(({ vote }) => !allowed.includes(vote))
  return odd === undefined
    ? undefined
    : VoteNotAllowed('payload.method.votes', odd.vote, { association: odd.association, allowed })
}

type Consensus = Extract<Method, { readonly kind: 'consensus' }>
type Vote = Exclude<Method, Consensus>

/** One block ends a consensus; where the charter asks for a reason, a block without one is a stand-aside. */
const consensusOf = (counted: Counted, method: Consensus): CountResult => {
  const { blockNeedsReason, fallback } = counted.terms.consensus
  const blocks = method.blocks
    .filter(({ reason }) => !blockNeedsReason || reason !== undefined)
    .map(({ association }) => association)
  if (blocks.length > 0) return { outcomes: [fallback === 'defer' ? 'deferred' : 'noDecision'], blocks }
  return { outcomes: [adopted(counted), ...undecided] }
}

const undecided: ReadonlyArray<Outcome> = ['deferred', 'referred', 'noDecision']

const adopted = ({ subject, modified }: Counted): Outcome =>
  subject === 'amendment' && modified ? 'adoptedAsModified' : 'adopted'

type Tally = Pick<Measure, 'for' | 'against' | 'abstain'> & { readonly chair?: 'for' | 'against' }

const tallyOf = (counted: Counted, method: Vote): Tally =>
  method.kind === 'rollCall' ? rollCallTally(counted, method) : method

const rollCallTally = (
  counted: Counted,
  { votes: cast, chair }: Extract<Vote, { readonly kind: 'rollCall' }>
): Tally => {
  const said = (...words: ReadonlyArray<Word>) => cast.filter(({ vote }) => words.includes(vote)).length
  const inFavour = said('for', 'endorsing', 'withReservations')
  const against = said('against', 'opposing')
  return {
    for: inFavour,
    against,
    abstain: isAdoptionVote(counted) ? voiceCount(counted.voices) - inFavour - against : said('abstain'),
    ...(chair === undefined ? {} : { chair })
  }
}

const voteOf = (counted: Counted, tally: Tally): E.Either<Rejection, CountResult> => {
  const refused = chairRefused(counted, tally)
  if (refused !== undefined) return E.left(refused)
  const nobodyVoted = tally.for + tally.against + tally.abstain === 0
  return E.right({
    outcomes: nobodyVoted ? undecided : [isCarried(counted, tally) ? adopted(counted) : 'rejected'],
    measure: measureOf(counted, tally)
  })
}

const isTie = (tally: Tally): boolean => tally.for > 0 && tally.for === tally.against

const isCarried = (counted: Counted, tally: Tally): boolean =>
  isTie(tally)
    ? tally.chair === 'for' && chairTurnsIt(counted, tally)
    : tally.for > 0 && reachesMajority(counted, tally)

const reachesMajority = (counted: Counted, tally: Tally): boolean =>
  reaches(majorityFor(counted.terms, counted.subject).threshold, tally.for, baseOf(counted, tally))

/** With equal votes the chair's is one vote more: enough for a simple majority, seldom for a qualified one. */
const chairTurnsIt = (counted: Counted, tally: Tally): boolean =>
  counted.terms.tie === 'chairDecides' && reachesMajority(counted, { ...tally, for: tally.for + 1 })

const chairRefused = (counted: Counted, tally: Tally): Rejection | undefined => {
  const numbers = { for: tally.for, against: tally.against }
  if (tally.chair === undefined)
    return isTie(tally) && chairTurnsIt(counted, tally)
      ? ChairVoteMissing('payload.method.chair', null, numbers)
      : undefined
  return isTie(tally) && counted.terms.tie === 'chairDecides'
    ? undefined
    : ChairDoesNotDecide('payload.method.chair', tally.chair, numbers)
}

/** What the votes in favour are measured against. */
const baseOf = ({ terms, subject, voices }: Counted, tally: Tally): number => {
  switch (majorityFor(terms, subject).base) {
    case 'cast':
      return tally.for + tally.against + (terms.abstentionsCount ? tally.abstain : 0)
    case 'present':
      return voiceCount(voices)
    case 'eligible':
      return voices.eligible.length
  }
}

const measureOf = (counted: Counted, tally: Tally): Measure => {
  const { than, fraction } = majorityFor(counted.terms, counted.subject).threshold
  return {
    for: tally.for,
    against: tally.against,
    abstain: tally.abstain,
    base: baseOf(counted, tally),
    than,
    parts: fraction.parts,
    of: fraction.of
  }
}
