/** How much support a text has, against what the charter asks for before a meeting accepts it (rules 3 and 10). */
import { type AssociationRef } from '../kernel/envelope'
import { type Count, type Instant, millis } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { type Coalition } from '../process/coalition'
import { revisionsOf, textAt } from '../submission/queries'
import { type EndorsementEvent } from './events'
import { SupportNotReached } from './rejections'
import { sameAge } from './staleness'
import { liveStands } from './stands'
import { type Stood, type ThresholdNote } from './state'

/** The eligible associations whose live stand supports the text, with or without reservations, in number order. */
const supportersAt = (
  stood: Stood,
  at: Instant,
  eligible: ReadonlyArray<AssociationRef>
): ReadonlyArray<AssociationRef> =>
  liveStands(stood, at, eligible)
    .filter(({ kind }) => kind !== 'objection')
    .map(({ association }) => association)

/** How many of the eligible must support a text: the charter's fraction, rounded up; 0 where it asks for none. */
export const supportNeeded = ({ charter, eligible }: Pick<Coalition, 'charter' | 'eligible'>): number => {
  const { parts, of } = charter.terms.support
  const asked = BigInt(parts) * BigInt(eligible.length)
  return Number((asked + BigInt(of) - 1n) / BigInt(of))
}

export interface Support {
  readonly supporters: ReadonlyArray<AssociationRef>
  readonly needed: number
  /** Now, or before on this text: once reached it stays a fact. */
  readonly reached: boolean
}

/** The support of the text that is current at the coalition's time. */
export const supportOf = (stood: Stood, coalition: Coalition): Support => {
  const supporters = supportersAt(stood, coalition.at, coalition.eligible)
  const needed = supportNeeded(coalition)
  return { supporters, needed, reached: supporters.length >= needed || wasReached(stood, coalition.at) }
}

/** Whether the threshold was reached on the current text, or on one that differs from it in nothing substantive. */
const wasReached = (stood: Stood, at: Instant): boolean => reachedBy(stood, at).length > 0

const reachedBy = ({ submission, stands }: Stood, at: Instant): ReadonlyArray<ThresholdNote> => {
  const line = revisionsOf(submission)
  const current = textAt(submission, at)
  return stands.thresholds
    .filter(note => millis(note.at) <= millis(at))
    .filter(({ textHash }) => {
      const on = line.find(one => one.textHash === textHash)
      return on !== undefined && current !== undefined && sameAge(line, on.revision, current.revision)
    })
}

/** Refuses a meeting's acceptance of a text that has not had the charter's support. */
export const supportMissing = (stood: Stood, coalition: Coalition): Rejection | undefined => {
  const { supporters, needed, reached } = supportOf(stood, coalition)
  return reached
    ? undefined
    : SupportNotReached('payload.subject.ref', stood.submission.ref ?? null, {
        supporters: supporters.length,
        needed
      })
}

/**
 * The same of an acceptance on record, with what is now known of stands and standing (rule 2): a threshold that was
 * noted counts where it would have been reached then all the same.
 */
export const supportMissingNow = (stood: Stood, then: Coalition): Rejection | undefined =>
  reachedBy(stood, then.at).some(note => isStillReached(stood, note, then.asAt(note.at)))
    ? undefined
    : supportMissing({ ...stood, stands: { ...stood.stands, thresholds: [] } }, then)

const isStillReached = (stood: Stood, note: ThresholdNote, then: Coalition): boolean => {
  const terms = then.termsOf(note.charter) ?? then.charter.terms
  return (
    supportersAt(stood, note.at, then.eligible).length >=
    supportNeeded({ ...then, charter: { ...then.charter, terms } })
  )
}

type ThresholdReached = Extract<EndorsementEvent, { readonly type: 'ThresholdReached' }>['data']

/**
 * That the charter's support is reached now, for the first time on this text; none where it asks for none, is not
 * reached, or was before. `joining` is the association whose stand is in the same append.
 */
export const thresholdReached = (
  stood: Stood,
  coalition: Coalition,
  joining?: AssociationRef
): ThresholdReached | undefined => {
  const needed = supportNeeded(coalition)
  const current = textAt(stood.submission, coalition.at)
  const supporters = withJoining(
    supportersAt(stood, coalition.at, coalition.eligible),
    coalition.eligible.filter(association => association === joining)
  )
  if (current === undefined || needed === 0 || supporters.length < needed) return undefined
  return wasReached(stood, coalition.at)
    ? undefined
    : {
        charter: coalition.charter.version as Count,
        supporters,
        eligible: coalition.eligible.length as Count,
        needed: needed as Count,
        textHash: current.textHash
      }
}

const withJoining = (
  supporters: ReadonlyArray<AssociationRef>,
  joining: ReadonlyArray<AssociationRef>
): ReadonlyArray<AssociationRef> =>
  [...new Set([...supporters, ...joining])].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
