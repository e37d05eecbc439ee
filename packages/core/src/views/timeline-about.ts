/** What an event without a reference of its own is about, by its id: a mandate, an association, a stage, a struck entry. */
import { type States } from '../path/states'
import { charterRef } from '../process/numbers'
import { type AssociationEntry, type PersonEntry, type ProcessState } from '../process/state'
import { type AttendanceEntry, type MeetingState } from '../meeting/state'
import { meetingsOf } from './in-order'

type Named = readonly [event: string, about: string]

export const aboutByEvent = (states: States): ReadonlyMap<string, string> =>
  new Map<string, string>([
    ...(states.process === undefined ? [] : inProcess(states.process)),
    ...meetingsOf(states).flatMap(({ state }) => [...state.attendance.map(attended), ...struckIn(state)])
  ])

const inProcess = ({
  opened,
  stages,
  charters,
  associations,
  persons
}: ProcessState): ReadonlyArray<Named> => [
  ...stages.map(({ event, stage }): Named => [event, stage]),
  ...charters.map(({ event, version }): Named => [event, charterRef(version)]),
  ...charters.flatMap(({ confirmed, version }): ReadonlyArray<Named> =>
    confirmed === undefined ? [] : [[confirmed.event, charterRef(version)]]
  ),
  ...associations.flatMap(ofAssociation),
  ...Object.values(persons).flatMap(ofPerson),
  /** Last: its stage and its first mandate are of the same act. */
  ...(opened === undefined ? [] : [[opened.event, opened.process] as const])
]

const ofAssociation = ({ ref, standings, mandates }: AssociationEntry): ReadonlyArray<Named> => [
  ...standings.map(({ event }): Named => [event, ref]),
  ...mandates.flatMap(mandate => mandate.revoked.map(({ event }): Named => [event, mandate.ref]))
]

const ofPerson = ({ ref, details, erasure }: PersonEntry): ReadonlyArray<Named> => [
  ...details.map(({ event }): Named => [event, ref]),
  ...(erasure === undefined
    ? []
    : [erasure.asked, ...(erasure.done === undefined ? [] : [erasure.done])]
  ).map(({ event }): Named => [event, ref])
]

const attended = (entry: AttendanceEntry): Named =>
  entry.kind === 'proxy' ? [entry.event, `${entry.from} to ${entry.to}`] : [entry.event, entry.association]

/** What was struck out, by the id of its event. */
const struckIn = ({ attendance, discussions }: MeetingState): ReadonlyArray<Named> =>
  [...attendance, ...discussions].flatMap(({ event, retracted }): ReadonlyArray<Named> =>
    retracted === undefined ? [] : [[retracted.event, event]]
  )
