/** Whether enough associations are there for a decision, and whose voices count in it (rules 4 and 5). */
import { type AssociationRef } from '../kernel/envelope'
import { type Instant, localDate, type LocalDate } from '../kernel/primitives'
import { type CharterTerms, type Threshold } from '../process/charter'
import { type Coalition } from '../process/coalition'
import { attendanceAt, type Delegation } from './attendance'
import { type Proxy } from './decision'
import { type Moment, type Sitting } from './sittings'
import { type MeetingState, type Schedule } from './state'
import { leastReaching } from './threshold'

/** Those who may be counted in a decision; lists in number order. */
export interface Voices {
  /** Eligible, there in a way that the charter counts, their named voter with a valid mandate. */
  readonly present: ReadonlyArray<AssociationRef>
  /** Held by one of them for an eligible association that is away. */
  readonly proxies: ReadonlyArray<Proxy>
  readonly eligible: ReadonlyArray<AssociationRef>
}

/** Whose voices count at a moment, under the terms given. `coalition` is the one as at that moment. */
export const voicesAt = (
  state: MeetingState,
  moment: Moment,
  coalition: Coalition,
  terms: CharterTerms
): Voices => {
  const attendance = attendanceAt(state, moment)
  const present = attendance.present
    .filter(delegation => isCounted(delegation, coalition, terms))
    .map(({ association }) => association)
  const proxies = attendance.proxies.filter(
    ({ from, to }) => present.includes(to) && coalition.eligible.includes(from)
  )
  return { present, proxies: withinLimit(proxies, terms.proxies.perHolder), eligible: coalition.eligible }
}

const isCounted = (
  { association, attending, voter }: Delegation,
  coalition: Coalition,
  terms: CharterTerms
): boolean =>
  coalition.eligible.includes(association) &&
  (attending === 'inTheRoom' || terms.remoteCounts) &&
  coalition.mandate(voter)?.valid === true

/** Of each holder as many as the charter allows: entries typed late, or another charter, can make them more. */
const withinLimit = (proxies: ReadonlyArray<Proxy>, perHolder: number): ReadonlyArray<Proxy> =>
  proxies.filter(
    (proxy, index) => proxies.slice(0, index).filter(({ to }) => to === proxy.to).length < perHolder
  )

/** How many votes can be cast: one for each association present, one for each that it votes for. */
export const voiceCount = ({ present, proxies }: Voices): number => present.length + proxies.length

/** How many associations are counted for the quorum: proxies where the charter says so. */
export const countedForQuorum = ({ present, proxies }: Voices, terms: CharterTerms): number =>
  present.length + (terms.proxies.countForQuorum ? proxies.length : 0)

/** How many associations a decision of this sitting needs: at least one. */
export const quorumNeeded = (
  terms: CharterTerms,
  eligible: number,
  schedule: Schedule | undefined,
  sitting: Sitting
): number => Math.max(1, leastReaching(quorumTerms(terms, schedule, sitting.since), eligible))

/** A second call held the charter's days after the first has its own quorum. */
const quorumTerms = (terms: CharterTerms, schedule: Schedule | undefined, since: Instant): Threshold =>
  terms.secondCall !== undefined &&
  schedule?.firstCallOn !== undefined &&
  daysBetween(schedule.firstCallOn, localDate(since)) >= terms.secondCall.afterDays
    ? terms.secondCall.quorum
    : terms.quorum

const DAY = 86_400_000

/** Calendar days from one local date to another. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (Date.parse(to) - Date.parse(from)) / DAY
