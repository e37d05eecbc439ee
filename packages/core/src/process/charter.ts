/** The rules that a coalition gives itself (domain.md §3, CharterAdopted). Fractions are pairs of integers. */
import * as t from 'io-ts'
import { Count, Fraction, LocalDate, Positive } from '../kernel/primitives'
import { list, oneOf, shape, shapeWith } from '../kernel/shapes'
import { NewText } from '../text/text'

/** `moreThan` one half, `atLeast` two thirds. */
export const Threshold = shape({ than: oneOf('moreThan', 'atLeast'), fraction: Fraction })
export type Threshold = t.TypeOf<typeof Threshold>

/** What a vote is measured against: the votes cast, the associations present, or all that are eligible. */
export const Majority = shape({ base: oneOf('cast', 'present', 'eligible'), threshold: Threshold })
export type Majority = t.TypeOf<typeof Majority>

/** What a decision is about. */
export const SubjectKind = oneOf(
  'submission',
  'amendment',
  'merge',
  'split',
  'collision',
  'platform',
  'charter',
  'stage',
  'minutes',
  'association',
  'annulment',
  'other'
)
export type SubjectKind = t.TypeOf<typeof SubjectKind>

export const MergeConsent = t.union([
  shape({ rule: t.literal('everyAuthor') }),
  shape({ rule: t.literal('silenceAfterDays'), days: Positive }),
  shape({ rule: t.literal('meeting') })
])

/** The terms that decisions are judged by. */
export const CharterTerms = shapeWith(
  {
    /** Of the eligible associations: registered, not suspended, not left. */
    quorum: Threshold,
    remoteCounts: t.boolean,
    /** Where no majority is named for a subject, `default` applies. */
    majority: shapeWith({ default: Majority }, { bySubject: t.readonly(t.partial(perSubject(Majority))) }),
    /** Whether abstentions are in the base of `cast`. */
    abstentionsCount: t.boolean,
    tie: oneOf('rejected', 'chairDecides'),
    consensus: shape({ blockNeedsReason: t.boolean, fallback: oneOf('vote', 'defer') }),
    proxies: shape({ perHolder: Count, countForQuorum: t.boolean }),
    secretBallotFor: list(SubjectKind),
    /** Support that a submission needs before it is adopted, as a fraction of the eligible. */
    support: Fraction,
    mergeConsent: MergeConsent,
    lateSubmissions: oneOf('accepted', 'refused'),
    answerWithinDays: t.readonly(
      t.partial({ local: Positive, provincial: Positive, regional: Positive, national: Positive })
    ),
    amendCharter: Majority,
    signatures: oneOf('none', 'optional', 'required')
  },
  {
    secondCall: shape({ quorum: Threshold, afterDays: Count }),
    submissionsUntil: LocalDate,
    minutes: shape({ tacitAfterDays: Positive })
  }
)
export type CharterTerms = t.TypeOf<typeof CharterTerms>

/** A charter as people give it: its words and its terms. */
export const CharterDraft = shape({ text: NewText, terms: CharterTerms })
export type CharterDraft = t.TypeOf<typeof CharterDraft>

function perSubject<C extends t.Mixed>(codec: C) {
  return {
    submission: codec,
    amendment: codec,
    merge: codec,
    split: codec,
    collision: codec,
    platform: codec,
    charter: codec,
    stage: codec,
    minutes: codec,
    association: codec,
    annulment: codec,
    other: codec
  }
}

const threshold = (than: Threshold['than'], parts: number, of: number): Threshold => ({
  than,
  fraction: { parts: parts as Count, of: of as Positive }
})

/** `C0`, in force before any charter: consensus of those present, or two thirds. */
export const foundingTerms: CharterTerms = {
  quorum: threshold('moreThan', 1, 2),
  remoteCounts: false,
  majority: { default: { base: 'cast', threshold: threshold('atLeast', 2, 3) } },
  abstentionsCount: false,
  tie: 'rejected',
  consensus: { blockNeedsReason: true, fallback: 'vote' },
  proxies: { perHolder: 0 as Count, countForQuorum: false },
  secretBallotFor: [],
  support: { parts: 0 as Count, of: 1 as Positive },
  mergeConsent: { rule: 'everyAuthor' },
  lateSubmissions: 'accepted',
  answerWithinDays: {},
  amendCharter: { base: 'cast', threshold: threshold('atLeast', 2, 3) },
  signatures: 'none'
}
