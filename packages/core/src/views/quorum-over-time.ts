/**
 * How many were there and how many were needed, at every instant at which that changed and at every decision (rules 4
 * and 5): read from the dated entries as they are now known, each instant looked at once.
 */
import { attendanceAt, factsOf, type AttendanceFact } from '../meeting/attendance'
import { termsJudgedBy, voicesNow } from '../meeting/correct-decision'
import { countedForQuorum, quorumNeeded, type Voices, voicesAt } from '../meeting/quorum'
import { phaseAt, sittingAt } from '../meeting/sittings'
import { type DecisionEntry, type MeetingState, type SittingEntry } from '../meeting/state'
import { grouped, type NonEmpty } from '../kernel/grouped'
import { type Instant, millis } from '../kernel/primitives'
import { type CharterTerms } from '../process/charter'
import { type Coalition } from '../process/coalition'
import { coalitionAt } from '../process/coalition-at'
import { type ProcessState } from '../process/state'
import { timesOf } from './entry'

/** What changed at an instant, and what that made of the quorum. */
export const quorumAtChanges = (meeting: MeetingState, process: ProcessState) =>
  [...changesByInstant(meeting)].map(([, changes]) => {
    const at = changes[0].at
    return {
      at,
      phase: phaseAt(meeting, { at }),
      changes: changes.map(changeOf),
      ...countsAt(meeting, at, coalitionAt(process, at))
    }
  })

type Change = AttendanceFact | SittingEntry

const changesByInstant = (meeting: MeetingState): ReadonlyMap<number, NonEmpty<Change>> => {
  const all: ReadonlyArray<Change> = [
    ...meeting.sittings.filter(({ kind }) => !isEnding(kind)),
    ...factsOf(meeting)
  ]
  const inOrder = [...all].sort((a, b) => millis(a.at) - millis(b.at) || a.version - b.version)
  return grouped(inOrder, ({ at }) => millis(at))
}

/** Among the facts of attendance already: they end all presence. */
const isEnding = (kind: SittingEntry['kind']): boolean =>
  kind === 'adjourned' || kind === 'closed' || kind === 'cancelled'

const changeOf = (change: Change) => {
  const { event, kind } = change
  switch (change.kind) {
    case 'arrival':
    case 'departure':
      return { event, kind, association: change.association }
    case 'proxy':
      return { event, kind, from: change.from, to: change.to }
    case 'opened':
    case 'handedOver':
    case 'adjourned':
    case 'resumed':
    case 'closed':
    case 'cancelled':
      return { event, kind }
  }
}

/** `attending` are all that are there; `present` those that may be counted, with `proxies` held by one of them. */
const countsAt = (meeting: MeetingState, at: Instant, coalition: Coalition) => {
  const sitting = sittingAt(meeting, { at })
  const { terms } = coalition.asAt(sitting?.since ?? at).charter
  const voices = voicesAt(meeting, { at }, coalition, terms)
  const counted = {
    attending: attendanceAt(meeting, { at }).present.length,
    ...countsOf(voices, terms)
  }
  if (sitting === undefined) return counted
  const needed = quorumNeeded(terms, coalition.eligible.length, meeting.schedule, sitting)
  return { ...counted, needed, reached: counted.counted >= needed }
}

const countsOf = (voices: Voices, terms: CharterTerms) => ({
  present: voices.present.length,
  proxies: voices.proxies.length,
  counted: countedForQuorum(voices, terms),
  eligible: voices.eligible.length
})

/** What each decision was taken with, and what is now known to have been there at its time. */
export const quorumAtDecisions = (meeting: MeetingState, process: ProcessState) =>
  meeting.decisions.map(entry => {
    const coalition = coalitionAt(process, entry.at)
    return {
      ...timesOf(entry),
      decision: entry.ref,
      ...takenWith(entry),
      needed: entry.quorumNeeded,
      now: nowKnown(entry, coalition, meeting)
    }
  })

const takenWith = ({ present, proxies, eligible }: DecisionEntry) => ({
  present: present.length,
  proxies: proxies.length,
  eligible: eligible.length
})

const nowKnown = (entry: DecisionEntry, coalition: Coalition, meeting: MeetingState) => {
  const voices = voicesNow(entry, coalition, meeting)
  const counts = countsOf(voices, termsJudgedBy(entry, coalition))
  return { ...counts, reached: counts.counted >= entry.quorumNeeded }
}
