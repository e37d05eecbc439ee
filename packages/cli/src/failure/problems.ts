/** What is wrong with a field of the input, in words. */
import { type InputProblem } from '@ardiya/core/intake/act'
import { commandTable } from '@ardiya/core/path/command-table'
import { shapeWords } from './shape-words'
import { nearest } from './spelling'
import { either, given, said, type Said } from './words'

/** What is wrong, and what to do; `command` is the one that the line asks for, where it is known. */
export const sayProblem = ({ field, value, expected, known = [] }: InputProblem, command = 'NAME'): Said => {
  const tagged = problems[expected]
  const about = {
    field,
    place: place(field),
    value: shortened(given(value)),
    known,
    schema: `"ardiya schema commands ${command}"`
  }
  if (tagged !== undefined) return tagged(about)
  const wanted = shapeWords(expected)
  return said(`${about.place}: ${about.value} is not ${wanted}`, `Give ${wanted}.`)
}

interface About {
  readonly field: string
  readonly place: string
  readonly value: string
  readonly known: ReadonlyArray<string>
  /** The command line that shows what a line may hold. */
  readonly schema: string
}

const problems: { readonly [expected: string]: (about: About) => Said } = {
  UnknownKey: ({ field, place, known, schema }) =>
    said(
      `${place} is not known`,
      meant(field.slice(field.lastIndexOf('.') + 1), known) ??
        `Leave it out, or correct its name; ${schema} shows what there is.`
    ),
  Missing: ({ field, place, schema }) =>
    said(`${place} is missing`, hints[field] ?? `Add it; ${schema} shows what is needed.`),
  CommandName: ({ value }) =>
    said(
      `there is no command ${value}`,
      meant(value, Object.keys(commandTable)) ?? '"ardiya schema commands" lists them.'
    ),
  NoNull: ({ place }) => said(`${place} is null`, 'Leave out what there is not.'),
  NestedTooDeep: ({ place }) =>
    said(`${place} holds lists or objects in each other, too deep for any act`, 'Correct the line.'),
  LoneSurrogate: ({ place }) =>
    said(`${place} holds half a character (a lone surrogate)`, 'Correct the text.'),
  NulCharacter: ({ place }) => said(`${place} holds the character U+0000`, 'Remove it.'),
  WholeLetters: ({ place }) =>
    said(
      `${place} cuts through a letter: it parts a mark, a joiner or half a sign from what it belongs to`,
      'Quote the whole word, or give the text as you want it, and the operations are found for you.'
    ),
  TextOrOperations: ({ place }) =>
    said(
      `${place} stands beside operations`,
      'Give the text as it should read, or the operations, and not both.'
    ),
  BidiOverride: ({ place }) =>
    said(
      `${place} holds a character that turns the reading direction (U+202A–202E, U+2066–2069)`,
      'Remove it: a name or title must read as it is written.'
    ),
  ControlCharacter: ({ place }) =>
    said(`${place} holds a control character (U+0001–U+001F)`, 'Remove it: nobody can see it or say it.'),
  NothingVisible: ({ place }) =>
    said(`${place} shows nothing that can be read`, 'Write it out, or leave it out where it may be.'),
  PersonToken: ({ place }) =>
    said(
      `${place} holds a person token {p_…}`,
      'Only texts that the system writes hold these; write the name of the office or association.'
    ),
  OnlyWithClockFromInput: ({ place }) =>
    said(
      `${place} is taken from the clock`,
      'Leave it out; only a demonstration takes it from the input, with --clock from-input.'
    ),
  SafeInteger: ({ place, value }) =>
    said(
      `${place}: ${value} is beyond what is kept exactly (2^53)`,
      'Give a smaller number, or a decimal string where one is asked.'
    ),
  DateAndTime: ({ place, value }) =>
    said(
      `${place}: ${value} is not a date and time`,
      'Say it like 2025-10-26T10:00, with +01:00 where the zone is another.'
    ),
  KnownZone: ({ place, value }) =>
    said(
      `${place}: this machine knows no time zone ${value}`,
      'Give the name of its area and city, like Africa/Casablanca.'
    ),
  EventOfThisProcess: ({ place, value }) =>
    said(
      `${place}: this process has no event ${value}`,
      'Name the entry by its event id, as "ardiya show timeline" and the results of "ardiya apply" give it.'
    ),
  Object: ({ field, place, value }) =>
    said(
      `${place}: ${value} is not ${shapeWords('Object')}`,
      hints[field] ?? `Give ${shapeWords('Object')}.`
    ),
  CommandId: ({ place, value }) =>
    said(
      `${place}: ${value} is not ${shapeWords('CommandId')}`,
      'Give one, or leave the id out and one is made.'
    ),
  BlockWords: ({ place, value }) =>
    said(
      `${place}: ${value} is not the words of one block`,
      'A block is not empty, begins and ends without spaces, and has no line break: give each paragraph a block of its own.'
    )
}

const orText = 'Give "operations", or the whole new wording as "text": {"title": …, "blocks": […]}.'

/** What helps with fields that people often leave out, or do not know the shape of. */
const hints: { readonly [field: string]: string | undefined } = {
  recordedBy: 'An act of a meeting says who typed it: add "recordedBy" with that mandate, like "A1-m2".',
  actor:
    'Say in whose name: {"as": "association", "association": "A2", "mandate": "A2-m1"}, {"as": "office", "office": "secretary", "mandate": "A1-m2"} or {"as": "meeting", "meeting": "M1"}.',
  '': 'A line is one act: {"name": …, "actor": {…}, "payload": {…}}.',
  process: 'Opening a process names it: add "process" to the line, or give --process.',
  'payload.operations': orText,
  'payload.resolution.operations': orText
}

const meant = (asked: string, known: ReadonlyArray<string>): string | undefined => {
  const near = nearest(asked, known)
  return near.length === 0 ? undefined : `Did you mean ${either(near)}?`
}

const place = (field: string): string => (field === '' ? 'the line' : field)

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
