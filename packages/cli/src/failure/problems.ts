/** What is wrong with a field of the input, in words. */
import { type InputProblem } from '@ardiya/core/intake/act'
import { given, said, type Said } from './words'

export const sayProblem = ({ field, value, expected }: InputProblem): Said => {
  const tagged = problems[expected]
  return tagged === undefined
    ? said(
        `${place(field)}: ${shortened(given(value))} is not ${wanted(expected)}`,
        `Give ${wanted(expected)}.`
      )
    : tagged(place(field), shortened(given(value)))
}

const problems: { readonly [expected: string]: (field: string, value: string) => Said } = {
  UnknownKey: field =>
    said(
      `${field} is not known`,
      'Leave it out, or correct its name; "ardiya schema commands NAME" shows what there is.'
    ),
  Missing: field =>
    said(`${field} is missing`, 'Add it; "ardiya schema commands NAME" shows what is needed.'),
  CommandName: (_, value) => said(`there is no command ${value}`, '"ardiya schema commands" lists them.'),
  NoNull: field => said(`${field} is null`, 'Leave out what there is not.'),
  LoneSurrogate: field => said(`${field} holds half a character (a lone surrogate)`, 'Correct the text.'),
  NulCharacter: field => said(`${field} holds the character U+0000`, 'Remove it.'),
  BidiOverride: field =>
    said(
      `${field} holds a character that turns the reading direction (U+202A–202E, U+2066–2069)`,
      'Remove it: a name or title must read as it is written.'
    ),
  PersonToken: field =>
    said(
      `${field} holds a person token {p_…}`,
      'Only texts that the system writes hold these; write the name of the office or association.'
    ),
  OnlyWithClockFromInput: field =>
    said(
      `${field} is taken from the clock`,
      'Leave it out; only a demonstration takes it from the input, with --clock from-input.'
    ),
  SafeInteger: (field, value) =>
    said(
      `${field}: ${value} is beyond what is kept exactly (2^53)`,
      'Give a smaller number, or a decimal string where one is asked.'
    ),
  DateAndTime: (field, value) =>
    said(
      `${field}: ${value} is not a date and time`,
      'Say it like 2025-10-26T10:00, with +01:00 where the zone is another.'
    )
}

const place = (field: string): string => (field === '' ? 'the line' : field)

/** A codec's name as words: `MandateRef`, or the shape of a union as it is. */
const wanted = (expected: string): string => shapes[expected] ?? expected

const shapes: { readonly [codec: string]: string } = {
  Words: 'words (not empty)',
  LocalDate: 'a date like 2025-10-26',
  Instant: 'a date and time with offset',
  UtcInstant: 'a date and time in UTC like 2025-10-26T09:00:00.000Z',
  Count: 'a whole number from 0',
  Positive: 'a whole number from 1',
  Localized: 'words in languages like {"ar": "…"}, none empty',
  Language: 'a language like ar, fr or zgh',
  CommandId: 'a UUIDv7 in lower case',
  MandateRef: 'a mandate like A3-m1',
  AssociationRef: 'an association like A3',
  MeetingRef: 'a meeting like M1',
  SubmissionRef: 'a submission like P1, D1 or E1',
  ProcessSlug: 'a process like khemisset (small letters, digits, single hyphens, at most 40)'
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
