/** What there are words for around the record, in minutes that the system drafts. */
import { type Method, type Motion, type Outcome, type Subject } from '../decision'
import { type Stage } from '../../process/ids'
import { type AttendanceEntry } from '../state'

type Attending = Extract<AttendanceEntry, { readonly kind: 'arrival' }>['attending']

export interface Wording {
  readonly minutes: string
  readonly chair: string
  readonly rapporteur: string
  readonly chairFrom: string
  readonly adjourned: string
  readonly toBeResumed: string
  readonly resumed: string
  readonly sitting: string
  readonly attendance: string
  readonly voter: string
  readonly votesFor: string
  readonly agenda: string
  readonly planned: string
  readonly spoke: string
  readonly discussions: string
  readonly decisions: string
  readonly for: string
  readonly against: string
  readonly abstain: string
  readonly present: string
  readonly eligible: string
  readonly quorum: string
  readonly presentNow: string
  readonly standAsides: string
  readonly blocks: string
  readonly reason: string
  readonly corrected: string
  readonly declared: string
  readonly annulled: string
  /** Between the things of a list. */
  readonly separator: string
  /** Between a thing and what is said of it. */
  readonly colon: string
  readonly attending: { readonly [K in Attending]: string }
  readonly method: { readonly [K in Method['kind']]: string }
  readonly motion: { readonly [K in Motion]: string }
  readonly outcome: { readonly [K in Outcome]: string }
  readonly subject: { readonly [K in Subject['kind']]: string }
  readonly stage: { readonly [K in Stage]: string }
}
