/** The platform as data for readers: the frozen document with its votes, or the draft as it stands. */
import { type Instant, type Language, type Positive, type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type RevisionRef } from '../submission/events'
import { type SubmissionRef } from '../submission/ids'
import { type NewBlock } from '../text/text'
import { preambleOf } from './draft'
import { type Exclusion, type PlatformDocument, type Position } from './events'
import { type ClauseRef, type PlatformRef } from './ids'
import { clauseRef, lastNumber } from './numbers'
import { keepingOrder } from './sections'
import { adoptionOf, draftOf, freezeOf, type PlatformStanding, platformStanding } from './standing'
import { type Dissociation, type PlatformState } from './state'
import { type Followed, followedIn } from './succession'

/** A clause with its number once frozen, and what follows it once another platform has taken the place of this one. */
export type OutlinedClause = Omit<PlatformDocument['clauses'][number], 'number'> &
  Followed & {
    readonly number?: Positive
    readonly clause?: ClauseRef
  }

/** Where an association stood at the adoption; with why, where it said so in the vote. */
export type OutlinedPosition = Position & { readonly reason?: Words }

export interface PlatformOutline {
  readonly platform: PlatformRef
  readonly standing: PlatformStanding
  /** The log version that the draft was compiled from. */
  readonly compiledFrom: string
  readonly language: Language
  readonly preamble: ReadonlyArray<NewBlock>
  readonly findings: ReadonlyArray<RevisionRef>
  readonly clauses: ReadonlyArray<OutlinedClause>
  readonly exclusions: ReadonlyArray<Exclusion>
  /** Of a draft: submissions that still need a fate. */
  readonly undecided: ReadonlyArray<SubmissionRef>
  readonly frozenAt?: Instant
  readonly documentHash?: string
  readonly adoptedAt?: Instant
  readonly positions?: ReadonlyArray<OutlinedPosition>
  readonly dissociations: ReadonlyArray<Dissociation>
  readonly supersedes?: PlatformRef
  readonly supersededBy?: PlatformRef
  /** That it was given up before adoption, and why. */
  readonly setAside?: { readonly at: Instant; readonly decision: DecisionRef; readonly reason: Words }
}

/** The platform as last recorded; absent before its first compilation. */
export const platformOutline = (state: PlatformState): PlatformOutline | undefined => {
  const draft = draftOf(state)
  if (draft === undefined) return undefined
  const adoption = adoptionOf(state)
  return {
    platform: draft.ref,
    standing: platformStanding(state),
    compiledFrom: draft.from,
    language: draft.language,
    ...partsOf(state),
    ...(adoption === undefined ? {} : { adoptedAt: adoption.at, positions: adoption.positions }),
    dissociations: dissociationsOf(state),
    ...(draft.supersedes === undefined ? {} : { supersedes: draft.supersedes }),
    ...(state.superseded === undefined ? {} : { supersededBy: state.superseded.by }),
    ...setAsideIn(state)
  }
}

const setAsideIn = ({ setAside }: PlatformState): Pick<PlatformOutline, 'setAside'> =>
  setAside === undefined
    ? {}
    : { setAside: { at: setAside.at, decision: setAside.decision, reason: setAside.reason } }

type Parts = Pick<
  PlatformOutline,
  'preamble' | 'findings' | 'clauses' | 'exclusions' | 'undecided' | 'frozenAt' | 'documentHash'
>

const draftParts = (state: PlatformState): Parts => {
  const draft = draftOf(state)
  return {
    preamble: preambleOf(state),
    findings: draft?.findings ?? [],
    clauses: keepingOrder(draft?.clauses ?? [], state.order),
    exclusions: draft?.exclusions ?? [],
    undecided: draft?.undecided ?? []
  }
}

/** Those of the frozen document, also of one that was set aside; else those of the draft. */
const partsOf = (state: PlatformState): Parts => {
  const freeze = freezeOf(state)
  return freeze === undefined
    ? draftParts(state)
    : {
        ...documentParts(freeze.document, followedIn(state)),
        undecided: [],
        frozenAt: freeze.at,
        documentHash: freeze.documentHash
      }
}

const documentParts = (document: PlatformDocument, followed: ReturnType<typeof followedIn>) => ({
  preamble: document.preamble,
  findings: document.findings,
  clauses: document.clauses.map(one => {
    const clause = clauseRef(document.platform, one.number)
    return { ...one, clause, ...followed(clause) }
  }),
  exclusions: document.exclusions
})

const dissociationsOf = (state: PlatformState): ReadonlyArray<Dissociation> =>
  Object.values(state.dissociations)
    .flatMap(one => (one === undefined ? [] : [one]))
    .sort((a, b) => lastNumber(a.association) - lastNumber(b.association))
