/** When a meeting sat, and what belongs to which sitting: minutes are kept, so each time in them has its day. */
import { type Instant, localDate, millis } from '../../kernel/primitives'
import { type NewBlock } from '../../text/text'
import { inOrder } from '../sittings'
import { type MeetingState, type SittingEntry } from '../state'
import { type Naming } from './naming'
import { heading, item, section } from './parts'

/** From opening or resuming to adjourning or closing; open-ended while it sits. */
export interface Span {
  readonly from: Instant
  readonly to?: Instant
}

/** What the record says, in words, and when it was. */
export interface Line {
  readonly at: Instant
  readonly text: string
}

/** The sittings as they followed each other, however they were typed. */
export const spansOf = ({ sittings }: MeetingState): ReadonlyArray<Span> =>
  [...sittings].sort(inOrder).reduce(follow, [])

const follow = (spans: ReadonlyArray<Span>, { kind, at }: SittingEntry): ReadonlyArray<Span> => {
  switch (kind) {
    case 'opened':
    case 'resumed':
      return [...spans, { from: at }]
    case 'adjourned':
    case 'closed':
    case 'cancelled':
      return spans.map(span => (span.to === undefined ? { ...span, to: at } : span))
    case 'handedOver':
      return spans
  }
}

/** The hour and minute that were on the clock there. */
const clock = (at: Instant): string => at.slice(11, 16)

const dayAndClock = (at: Instant, { words }: Naming): string =>
  `${localDate(at)}${words.separator}${clock(at)}`

/** How times are told among others: by the clock alone where all are of one day. */
export const timesAmong = (instants: ReadonlyArray<Instant>, naming: Naming): ((at: Instant) => string) =>
  new Set(instants.map(localDate)).size < 2 ? clock : at => dayAndClock(at, naming)

/** `2025-12-28, 10:00–13:00`; the second day too where it is another. */
export const spanWords = ({ from, to }: Span, naming: Naming): string => {
  const start = dayAndClock(from, naming)
  if (to === undefined) return start
  return localDate(from) === localDate(to) ? `${start}–${clock(to)}` : `${start} – ${dayAndClock(to, naming)}`
}

/** The number of the sitting that an instant belongs to, from 0: the last one begun by then. */
const numberAt = (spans: ReadonlyArray<Span>, at: Instant): number =>
  Math.max(0, spans.filter(({ from }) => millis(from) <= millis(at)).length - 1)

/** How times are told in the sitting that an instant belongs to. */
export const timesInSitting = (
  spans: ReadonlyArray<Span>,
  at: Instant,
  naming: Naming
): ((at: Instant) => string) => {
  const span = spans[numberAt(spans, at)]
  return timesAmong(span === undefined ? [] : [span.from, span.to ?? span.from], naming)
}

/** Lines under a heading, and under their sitting where there was more than one. */
export const sectionBySitting = (
  title: string,
  lines: ReadonlyArray<Line>,
  spans: ReadonlyArray<Span>,
  naming: Naming
): ReadonlyArray<NewBlock> =>
  lines.length === 0 || spans.length < 2
    ? section(
        title,
        lines.map(({ text }) => text)
      )
    : [
        heading(title),
        ...spans.flatMap((span, number) => {
          const own = lines.filter(({ at }) => numberAt(spans, at) === number)
          const name = `${naming.words.sitting} ${number + 1}${naming.words.colon}${spanWords(span, naming)}`
          return own.length === 0 ? [] : [heading(name, 2), ...own.map(({ text }) => item(text))]
        })
      ]
