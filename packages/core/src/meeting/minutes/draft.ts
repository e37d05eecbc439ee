/** The record of a meeting as minutes, where nobody wrote any: intake takes it, people correct it (rule 15). */
import { type AssociationRef } from '../../kernel/envelope'
import { type Instant, localDate, type Localized } from '../../kernel/primitives'
import { type Coalition } from '../../process/coalition'
import { type NewBlock, type NewText } from '../../text/text'
import { everPresent } from '../attendance'
import { staysOf, type Stay } from '../attendance-book'
import { type MinutesClaims } from '../events'
import { type AgendaEntry, type Discussion, type MeetingState, type SittingEntry } from '../state'
import { decisionLines } from './draft-decisions'
import { type Naming, namingOf, oneLine } from './naming'

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
      title: `${naming.words.minutes}: ${titleOf(state, naming)}`,
      blocks: [
        ...openingLines(state, naming),
        ...section(naming.words.attendance, attendanceLines(state, naming)),
        ...section(
          naming.words.agenda,
          state.agenda.filter(isPlanned).map(item => agendaLine(item, naming))
        ),
        ...section(naming.words.discussions, discussionLines(state, naming)),
        ...section(naming.words.decisions, decisionLines(state, coalition, naming))
      ]
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

const paragraph = (text: string): NewBlock => ({ kind: 'paragraph', text }) as NewBlock
const item = (text: string): NewBlock => ({ kind: 'item', level: 1, text }) as NewBlock
const heading = (text: string): NewBlock => ({ kind: 'heading', level: 1, text }) as NewBlock

const section = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<NewBlock> =>
  lines.length === 0 ? [] : [heading(title), ...lines.map(item)]

/** The hour and minute that were on the clock there. */
const clock = (at: Instant): string => at.slice(11, 16)

const openingLines = (state: MeetingState, naming: Naming): ReadonlyArray<NewBlock> => {
  const { schedule } = state
  if (schedule === undefined) return []
  const times = state.sittings.map(({ at }) => at)
  const from = times[0] ?? schedule.startsAt
  const place = `${naming.localized(schedule.venue.name)}`
  return [
    paragraph(
      `${localDate(from)}${naming.words.separator}${clock(from)}${until(times)}${naming.words.separator}${place}`
    ),
    ...state.sittings.flatMap(entry => officerLines(entry, naming)).map(paragraph)
  ]
}

const until = (times: ReadonlyArray<Instant>): string => {
  const last = times.at(-1)
  return last === undefined || times.length < 2 ? '' : `–${clock(last)}`
}

const officerLines = (entry: SittingEntry, { words, person }: Naming): ReadonlyArray<string> => {
  switch (entry.kind) {
    case 'opened':
      return [`${words.chair}: ${person(entry.chair)}`, `${words.rapporteur}: ${person(entry.rapporteur)}`]
    case 'handedOver':
      return [`${person(entry.to)} ${words.chairFrom} ${clock(entry.at)}`]
    case 'adjourned':
    case 'resumed':
    case 'closed':
    case 'cancelled':
      return []
  }
}

const attendanceLines = (state: MeetingState, naming: Naming): ReadonlyArray<string> => [
  ...staysOf(state).map(stay => stayLine(stay, naming)),
  ...state.attendance.flatMap(entry =>
    entry.kind === 'proxy' && entry.retracted === undefined
      ? [
          `${naming.association(entry.to)} ${naming.words.votesFor} ${naming.association(entry.from)} (${clock(entry.at)})`
        ]
      : []
  )
]

const stayLine = (stay: Stay, { words, association, person }: Naming): string => {
  const delegates = stay.delegates.map(delegate =>
    delegate === stay.voter ? `${person(delegate)} (${words.voter})` : person(delegate)
  )
  const time = `${clock(stay.since)}${stay.until === undefined ? '' : `–${clock(stay.until)}`}`
  return [
    `${association(stay.association)}: ${delegates.join(words.separator)}`,
    words.attending[stay.attending],
    time
  ].join(words.separator)
}

const isPlanned = ({ dropped }: AgendaEntry): boolean => dropped === undefined

const agendaLine = ({ ref, title, minutes }: AgendaEntry, { words, localized }: Naming): string =>
  `${ref} ${localized(title)} (${minutes} ${words.planned})`

const discussionLines = ({ discussions }: MeetingState, naming: Naming): ReadonlyArray<string> =>
  discussions.filter(({ retracted }) => retracted === undefined).map(entry => discussionLine(entry, naming))

const discussionLine = (discussion: Discussion, { words, association }: Naming): string => {
  const speakers = discussion.speakers.map(association).join(words.separator)
  const about = [...discussion.submissions, ...discussion.references].join(words.separator)
  return [
    `${discussion.item}: ${oneLine(discussion.summary)}`,
    ...(speakers === '' ? [] : [`${words.spoke}: ${speakers}`]),
    ...(about === '' ? [] : [`(${about})`])
  ].join(' — ')
}
