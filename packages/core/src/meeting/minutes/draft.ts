/** The record of a meeting as minutes, where nobody wrote any: intake takes it, people correct it (rule 15). */
import { type AssociationRef } from '../../kernel/envelope'
import { type Instant, type Localized } from '../../kernel/primitives'
import { type Coalition } from '../../process/coalition'
import { type NewBlock, type NewText } from '../../text/text'
import { everPresent } from '../attendance'
import { type MinutesClaims } from '../events'
import { inOrder } from '../sittings'
import { type AgendaEntry, type Discussion, type MeetingState, type SittingEntry } from '../state'
import { attendanceLines } from './draft-attendance'
import { decisionLines } from './draft-decisions'
import { type Naming, namingOf, oneLine } from './naming'
import { paragraph, section } from './parts'
import { type Line, sectionBySitting, type Span, spansOf, spanWords, timesAmong } from './times'

/**
 * Minutes in the authoritative language, persons as tokens, and what they claim. `names` gives an association's name in
 * each language; without it the minutes name associations by reference alone.
 */
export const draftMinutes = (
  state: MeetingState,
  coalition: Coalition,
  names: (association: AssociationRef) => Localized | undefined = () => undefined
): { readonly text: NewText; readonly claims: MinutesClaims } => {
  const naming = namingOf(coalition, names)
  return {
    text: {
      language: coalition.authoritative,
      title: `${naming.words.minutes}${naming.words.colon}${titleOf(state, naming)}`,
      blocks: blocksOf(state, coalition, naming)
    },
    claims: claimsOf(state)
  }
}

/** What the record says: the claims that contradict nothing. */
export const claimsOf = (state: MeetingState): MinutesClaims => ({
  attended: everPresent(state),
  decisions: state.decisions.map(({ ref, outcome, methodNow }) => ({ ref, outcome, method: methodNow }))
})

const titleOf = ({ schedule }: MeetingState, naming: Naming): string =>
  schedule === undefined ? '' : naming.localized(schedule.title)

const blocksOf = (state: MeetingState, coalition: Coalition, naming: Naming): ReadonlyArray<NewBlock> => {
  const { words } = naming
  const spans = spansOf(state)
  const bySitting = (title: string, lines: ReadonlyArray<Line>): ReadonlyArray<NewBlock> =>
    sectionBySitting(title, lines, spans, naming)
  return [
    ...openingLines(state, naming).map(paragraph),
    ...bySitting(words.attendance, attendanceLines(state, spans, naming)),
    ...section(
      words.agenda,
      state.agenda.filter(isPlanned).map(item => agendaLine(item, naming))
    ),
    ...bySitting(words.discussions, discussionLines(state, naming)),
    ...bySitting(words.decisions, decisionLines(state, coalition, naming))
  ]
}

const openingLines = ({ schedule, sittings }: MeetingState, naming: Naming): ReadonlyArray<string> => {
  if (schedule === undefined) return []
  const course = [...sittings].sort(inOrder)
  const place = naming.localized(schedule.venue.name)
  const time = timesAmong(course.flatMap(timesOf), naming)
  return [
    `${spanWords(wholeOf(course, schedule.startsAt), naming)}${naming.words.separator}${place}`,
    ...course.flatMap(entry => courseLines(entry, time, naming))
  ]
}

const timesOf = (entry: SittingEntry): ReadonlyArray<Instant> =>
  entry.kind === 'adjourned' && entry.until !== undefined ? [entry.at, entry.until] : [entry.at]

const wholeOf = (course: ReadonlyArray<SittingEntry>, planned: Instant): Span => {
  const last = course.at(-1)
  return {
    from: course[0]?.at ?? planned,
    ...(last === undefined || course.length < 2 ? {} : { to: last.at })
  }
}

type Time = (at: Instant) => string

/** Who led it, and when it stood still. */
const courseLines = (entry: SittingEntry, time: Time, { words, person }: Naming): ReadonlyArray<string> => {
  switch (entry.kind) {
    case 'opened':
      return [
        `${words.chair}${words.colon}${person(entry.chair)}`,
        `${words.rapporteur}${words.colon}${person(entry.rapporteur)}`
      ]
    case 'handedOver':
      return [`${person(entry.to)} ${words.chairFrom} ${time(entry.at)}`]
    case 'adjourned':
      return [adjournedLine(entry, time, words)]
    case 'resumed':
      return [`${words.resumed}${words.colon}${time(entry.at)}`]
    case 'closed':
    case 'cancelled':
      return []
  }
}

const adjournedLine = (
  { at, until, reason }: Extract<SittingEntry, { readonly kind: 'adjourned' }>,
  time: Time,
  words: Naming['words']
): string =>
  [
    `${words.adjourned}${words.colon}${time(at)}${until === undefined ? '' : ` (${words.toBeResumed}${words.colon}${time(until)})`}`,
    ...(reason === undefined ? [] : [`${words.reason}${words.colon}${oneLine(reason)}`])
  ].join(words.separator)

const isPlanned = ({ dropped }: AgendaEntry): boolean => dropped === undefined

const agendaLine = ({ ref, title, minutes }: AgendaEntry, { words, localized }: Naming): string =>
  `${ref} ${localized(title)} (${minutes} ${words.planned})`

const discussionLines = ({ discussions }: MeetingState, naming: Naming): ReadonlyArray<Line> =>
  discussions
    .filter(({ retracted }) => retracted === undefined)
    .map(entry => ({ at: entry.at, text: discussionLine(entry, naming) }))

const discussionLine = (discussion: Discussion, { words, association }: Naming): string => {
  const speakers = discussion.speakers.map(association).join(words.separator)
  const about = [...discussion.submissions, ...discussion.references].join(words.separator)
  return [
    `${discussion.item}${words.colon}${oneLine(discussion.summary)}`,
    ...(speakers === '' ? [] : [`${words.spoke}${words.colon}${speakers}`]),
    ...(about === '' ? [] : [`(${about})`])
  ].join(' — ')
}
