/** Which mandate was valid when (rule 3): `from` and `until` are included, and compared with the local date of the act. */
import { type LocalDate } from '../kernel/primitives'
import { type Mandate } from './coalition'
import { happenedBy } from './dated'
import { type MandateEntry } from './state'

/** A mandate as at an instant and its local date; none before the instant at which it was granted (rule 2). */
export const mandateAt = (entry: MandateEntry, now: number, date: LocalDate): Mandate | undefined => {
  if (!happenedBy(now)(entry)) return undefined
  const { ref, association, person, role, from, until } = entry
  return {
    ref,
    association,
    person,
    role,
    from,
    ...(until === undefined ? {} : { until }),
    valid: from <= date && (until === undefined || date <= until) && !isRevoked(entry, now)
  }
}

/** Whether a mandate had been revoked by an instant. */
export const isRevoked = ({ revoked }: MandateEntry, now: number): boolean => revoked.some(happenedBy(now))
