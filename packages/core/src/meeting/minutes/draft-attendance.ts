/** Who was there from when to when, and who voted for whom, as lines of the minutes. */
import { staysOf, type Stay } from '../attendance-book'
import { type MeetingState } from '../state'
import { type Naming } from './naming'
import { type Line, type Span, timesInSitting } from './times'

export const attendanceLines = (
  state: MeetingState,
  spans: ReadonlyArray<Span>,
  naming: Naming
): ReadonlyArray<Line> => [
  ...staysOf(state).map(stay => ({ at: stay.since, text: stayLine(stay, spans, naming) })),
  ...proxyLines(state, spans, naming)
]

const stayLine = (stay: Stay, spans: ReadonlyArray<Span>, naming: Naming): string => {
  const { words, association, person } = naming
  const time = timesInSitting(spans, stay.since, naming)
  const delegates = stay.delegates.map(delegate =>
    delegate === stay.voter ? `${person(delegate)} (${words.voter})` : person(delegate)
  )
  return [
    `${association(stay.association)}${words.colon}${delegates.join(words.separator)}`,
    words.attending[stay.attending],
    `${time(stay.since)}${stay.until === undefined ? '' : `–${time(stay.until)}`}`
  ].join(words.separator)
}

const proxyLines = (
  { attendance }: MeetingState,
  spans: ReadonlyArray<Span>,
  naming: Naming
): ReadonlyArray<Line> =>
  attendance.flatMap(entry => {
    if (entry.kind !== 'proxy' || entry.retracted !== undefined) return []
    const { at, to, from } = entry
    const { words, association } = naming
    const time = timesInSitting(spans, at, naming)
    return [{ at, text: `${association(to)} ${words.votesFor} ${association(from)} (${time(at)})` }]
  })
