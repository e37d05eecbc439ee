/** The shapes of the input in words, with an example of each: what a person is asked for. */
import { either } from './words'

/** A codec's name as words: `MandateRef` is a mandate like A3-m1; words of which one is meant are listed. */
export const shapeWords = (expected: string): string => shapes[expected] ?? oneOfWords(expected) ?? expected

/** `"for" | "against"`, as io-ts names a choice. */
const oneOfWords = (expected: string): string | undefined => {
  const words = [...expected.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word)
  if (words.length === 0) return undefined
  return words.length === 1 ? `the word ${words[0] ?? ''}` : `one of the words ${either(words)}`
}

const shapes: { readonly [codec: string]: string } = {
  Object: 'an object {…}',
  List: 'a list […]',
  Words: 'words (not empty)',
  BlockWords: 'the words of one block (not empty, no line break, no space at either end)',
  string: 'words',
  number: 'a number',
  boolean: 'true or false',
  true: 'true (or leave it out)',
  Count: 'a whole number from 0',
  Positive: 'a whole number from 1',
  Level: 'a whole number from 1 to 6',
  Fraction: 'a fraction like {"parts": 2, "of": 3}, not above the whole',
  Decimal: 'a decimal number in quotes like "12.50"',
  Currency: 'a currency like MAD',
  LocalDate: 'a date like 2025-10-26',
  Instant: 'a date and time with offset like 2025-10-26T10:00:00.000+01:00',
  UtcInstant: 'a date and time in UTC like 2025-10-26T09:00:00.000Z',
  Zone: 'a time zone like Africa/Casablanca',
  Localized: 'words in languages like {"ar": "…"}, none empty',
  Language: 'a language like ar, fr or zgh',
  Hash: 'a hash: sha256: and 64 digits from 0 to f',
  CommandId: 'a UUIDv7 in lower case',
  EventId: 'the id of an event, like 019a1f00-0000-7000-8000-000000000001.0',
  StreamName: 'a stream like submission-khemisset.P1',
  ProcessSlug: 'a process like khemisset (small letters, digits, single hyphens, at most 40)',
  PersonRef: 'a person: {"name": "…"}, or a reference p_… that is known',
  AssociationRef: 'an association like A3',
  MandateRef: 'a mandate like A3-m1',
  ThemeRef: 'a theme like T1',
  ReferenceRef: 'a reference like R1',
  AuthorityRef: 'an authority like H1',
  MeetingRef: 'a meeting like M1',
  AgendaItemRef: 'an agenda item like M1.2',
  DecisionRef: 'a decision like M1-Q1',
  SubmissionRef: 'a submission like P1, D1 or E1',
  BlockId: 'a block like b3',
  BlockRef: 'a block of a submission like P1#b3',
  AmendmentRef: 'an amendment like P1-A2',
  CollisionRef: 'a collision like P1-X1',
  IndicatorRef: 'an indicator like E1-I1',
  PlatformRef: 'a platform like V1',
  ClauseRef: 'a clause like V1.3',
  RaisingRef: 'a raising like V1-S1',
  ResponseRef: 'a response like V1-S1-N1',
  CommitmentRef: 'a commitment like V1-K1'
}
