/** When a meeting was sitting, under whom; read from dated entries as at an instant (rule 2). */
import { type MandateRef } from '../kernel/envelope'
import { type Instant, millis } from '../kernel/primitives'
import { type Dated, type MeetingState, type SittingEntry } from './state'

/**
 * An instant in the meeting; with `version`, that of an entry of the stream: of what happened at the very same
 * millisecond only what had been recorded before that entry belongs to it.
 */
export interface Moment {
  readonly at: Instant
  readonly version?: number
}

/** Where the meeting was at a moment. */
export type Phase = 'notOpened' | 'open' | 'adjourned' | 'closed' | 'cancelled'

/** An open sitting: since when, and who leads and reports it. */
export interface Sitting {
  readonly since: Instant
  readonly chair: MandateRef
  readonly rapporteur: MandateRef
}

/** Whether a fact belongs to a moment: it happened before, or at the same time and was recorded before. */
export const notLaterThan = ({ at, version }: Moment): ((fact: Dated) => boolean) => {
  const now = millis(at)
  return fact => {
    const when = millis(fact.at)
    return when < now || (when === now && (version === undefined || fact.version < version))
  }
}

/** In the order in which things happened; at the same millisecond in the order of recording. */
export const inOrder = (a: Dated, b: Dated): number => millis(a.at) - millis(b.at) || a.version - b.version

interface Course {
  readonly phase: Phase
  readonly sitting?: Sitting
  /** The last officers, also while no sitting is open. */
  readonly officers?: Omit<Sitting, 'since'>
  /** When the present phase began. */
  readonly since?: Instant
}

const courseAt = (state: MeetingState, moment: Moment): Course =>
  state.sittings.filter(notLaterThan(moment)).sort(inOrder).reduce(follow, { phase: 'notOpened' })

const follow = (course: Course, entry: SittingEntry): Course => {
  switch (entry.kind) {
    case 'opened':
      return opened(entry.at, { chair: entry.chair, rapporteur: entry.rapporteur })
    case 'handedOver':
      return handedOver(course, entry.to)
    case 'resumed':
      return course.officers === undefined ? course : opened(entry.at, course.officers)
    case 'adjourned':
      return course.phase === 'closed' ? course : ended(course, 'adjourned', entry.at)
    case 'closed':
      return ended(course, 'closed', entry.at)
    case 'cancelled':
      return ended(course, 'cancelled', entry.at)
  }
}

const opened = (since: Instant, officers: Omit<Sitting, 'since'>): Course => ({
  phase: 'open',
  sitting: { since, ...officers },
  officers,
  since
})

const handedOver = (course: Course, chair: MandateRef): Course => {
  if (course.officers === undefined) return course
  const officers = { ...course.officers, chair }
  return {
    ...course,
    officers,
    ...(course.sitting === undefined ? {} : { sitting: { ...course.sitting, chair } })
  }
}

const ended = (course: Course, phase: Phase, since: Instant): Course => ({
  phase,
  since,
  ...(course.officers === undefined ? {} : { officers: course.officers })
})

/** Whether the meeting was open then, and if not, why not. */
export const phaseAt = (state: MeetingState, moment: Moment): Phase => courseAt(state, moment).phase

/** The sitting that was open then; undefined where none was. */
export const sittingAt = (state: MeetingState, moment: Moment): Sitting | undefined =>
  courseAt(state, moment).sitting

/** Who chaired and reported then, or last did: the minutes are theirs after the meeting is closed (rule 3). */
export const officersAt = (
  state: MeetingState,
  at: Instant
): { readonly chair: MandateRef; readonly rapporteur: MandateRef } | undefined =>
  courseAt(state, { at }).officers

/** When the meeting was opened, closed or cancelled: the first such entry on record, whatever the time asked for. */
export const entryOf = (state: MeetingState, kind: SittingEntry['kind']): SittingEntry | undefined =>
  state.sittings.find(entry => entry.kind === kind)
