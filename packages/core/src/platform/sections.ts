/**
 * What we found, what we ask, what is not in it and why: every submission is in exactly one place (rule 12). The same
 * set of submissions gives the same sections, in whatever order they are named.
 */
import { type SubmissionRef } from '../submission/ids'
import { type RevisionRef } from '../submission/events'
import { type CompilableSubmission } from './compilable'
import { type Exclusion, type Fate } from './events'
import { lastNumber } from './numbers'
import { type Compilation } from './state'

/** The sections of a draft, as PlatformCompiled holds them. */
export type Sections = Pick<Compilation, 'findings' | 'clauses' | 'exclusions' | 'undecided'>
type Clause = Sections['clauses'][number]

type Accepted = CompilableSubmission & Required<Pick<CompilableSubmission, 'accepted'>>
type Excluded = CompilableSubmission & Required<Pick<CompilableSubmission, 'fate'>>

/**
 * Accepted diagnoses and assessments are findings, accepted proposals clauses, all others with a fate exclusions; the
 * rest is undecided. Clauses stand by theme (the first that a proposal names; none comes last), then by number.
 */
export const sectionsOf = (submissions: ReadonlyArray<CompilableSubmission>): Sections => {
  const all = inReferenceOrder(submissions)
  const accepted = all.filter(isAccepted)
  return {
    findings: accepted.filter(({ kind }) => kind !== 'proposal').map(exactText),
    clauses: accepted
      .filter(({ kind }) => kind === 'proposal')
      .sort(byTheme)
      .map(clause),
    exclusions: all.filter(isExcluded).map(exclusion),
    undecided: all.filter(({ fate }) => fate === undefined).map(({ ref }) => ref)
  }
}

/**
 * The draft's order after compiling again: clauses keep the places that they were given by hand, a new one stands
 * behind the one that precedes it by theme and number.
 */
export const keepingOrder = (
  clauses: ReadonlyArray<Clause>,
  order: ReadonlyArray<SubmissionRef>
): ReadonlyArray<Clause> => {
  const byRef = new Map(clauses.map(one => [one.ref, one] as const))
  const placed: Array<SubmissionRef> = order.filter(ref => byRef.has(ref))
  clauses.forEach(({ ref }, index) => {
    if (!placed.includes(ref)) placed.splice(placeBehind(placed, clauses[index - 1]?.ref), 0, ref)
  })
  return placed.flatMap(ref => byRef.get(ref) ?? [])
}

const placeBehind = (placed: ReadonlyArray<SubmissionRef>, before: SubmissionRef | undefined): number =>
  before === undefined ? 0 : placed.indexOf(before) + 1

const isAcceptance = (fate: Fate | undefined): boolean =>
  fate === 'adoptedAsIs' || fate === 'adoptedAsAmended'

const isAccepted = (submission: CompilableSubmission): submission is Accepted =>
  isAcceptance(submission.fate) && submission.accepted !== undefined

const isExcluded = (submission: CompilableSubmission): submission is Excluded =>
  submission.fate !== undefined && !isAccepted(submission)

const exactText = ({ ref, accepted }: Accepted): RevisionRef => ({
  ref,
  revision: accepted.revision,
  textHash: accepted.textHash
})

const clause = (submission: Accepted): Clause => ({
  ...exactText(submission),
  themes: submission.themes,
  areas: submission.areas,
  levels: submission.levels
})

const exclusion = ({ ref, fate, into, reason }: Excluded): Exclusion => ({
  ref,
  fate,
  ...(into === undefined || into.length === 0 ? {} : { into }),
  ...(reason === undefined ? {} : { reason })
})

/** D1, D2, E1, P1, P10: by kind, then by number. */
export const inReferenceOrder = <A extends Referenced>(items: ReadonlyArray<A>): ReadonlyArray<A> =>
  [...items].sort(byReference)

interface Referenced {
  readonly ref: SubmissionRef
}

const byReference = (a: Referenced, b: Referenced): number =>
  a.ref.charCodeAt(0) - b.ref.charCodeAt(0) || lastNumber(a.ref) - lastNumber(b.ref)

const byTheme = (a: Accepted, b: Accepted): number => themeNumber(a) - themeNumber(b) || byReference(a, b)

const themeNumber = ({ themes }: Accepted): number =>
  themes[0] === undefined ? Number.MAX_SAFE_INTEGER : lastNumber(themes[0])
