/**
 * Words for people: where a difference may begin and end. Used at intake and for display only; what is recorded and
 * merged is positions and quoted words over code points, so no engine's tables decide an outcome (domain.md §4).
 */
import { isSpace, pointsOf } from './code-points'

type Segment = { readonly segment: string }
type Segmenter = { readonly segment: (words: string) => Iterable<Segment> }
type SegmenterMaker = new (locale: string, options: { readonly granularity: 'word' }) => Segmenter

const makers = new Map<SegmenterMaker, Map<string, Segmenter>>()

/** The tokens of a run of words: words with their marks, spaces, punctuation; put together they give it back. */
export type Tokenizer = (words: string) => ReadonlyArray<string>

/** The engine's words for a language (`Intl.Segmenter`), or the plain ones where the engine has none. */
export const wordsOf = (language: string): Tokenizer => {
  const segmenter = segmenterOf(language)
  return segmenter === undefined
    ? plainWords
    : words => Array.from(segmenter.segment(words), ({ segment }) => segment).reduce(withItsMarks, [])
}

function segmenterOf(language: string): Segmenter | undefined {
  const maker = (globalThis as { readonly Intl?: { readonly Segmenter?: SegmenterMaker } }).Intl?.Segmenter
  if (maker === undefined) return undefined
  const known = makers.get(maker) ?? new Map<string, Segmenter>()
  const segmenter = known.get(language) ?? new maker(language, { granularity: 'word' })
  makers.set(maker, known.set(language, segmenter))
  return segmenter
}

/** Spaces of one run are one token, and marks that join words (tatweel, ZWJ, ZWNJ) never stand alone. */
function withItsMarks(tokens: string[], token: string): string[] {
  const last = tokens.length - 1
  const before = tokens[last]
  if (before !== undefined && (bothSpaces(before, token) || isJoiner(token) || endsJoining(before)))
    tokens[last] = before + token
  else tokens.push(token)
  return tokens
}

const bothSpaces = (a: string, b: string): boolean => isSpace(a[0]) && isSpace(b[0])

const JOINERS: ReadonlySet<string> = new Set('\u0640\u200c\u200d')

const isJoiner = (token: string): boolean => JOINERS.has(token)

const endsJoining = (token: string): boolean =>
  JOINERS.has(token[token.length - 1] ?? '') && !isSpace(token[0])

const PUNCTUATION: ReadonlySet<string> = new Set(
  '.,;:!?()[]{}<>"/\\|&*+=~`^@#$%§°«»‹›“”„‘…–—‐·•،؛؟٪٫٬٭۔؍。、'
)
const INSIDE_WORDS: ReadonlySet<string> = new Set("'’·.,٫٬:-\u2011_")

/**
 * Words without any engine's tables: a run of what is neither space nor punctuation; an apostrophe, a hyphen or a
 * decimal sign between two such is inside the word, and a mark stays with what it is on. The same on every machine, so a decision may use it.
 */
export const plainWords: Tokenizer = words => {
  const points = pointsOf(words)
  const tokens: string[] = []
  let kind = ''
  for (const [index, point] of points.entries()) {
    const next = kindOf(points, index)
    const last = tokens.length - 1
    const attached = last >= 0 && isAttached(point)
    if (attached || (next === kind && next !== 'mark')) tokens[last] = (tokens[last] ?? '') + point
    else tokens.push(point)
    if (!attached) kind = next
  }
  return tokens
}

const kindOf = (points: ReadonlyArray<string>, index: number): 'space' | 'mark' | 'word' => {
  const point = points[index] ?? ''
  if (isSpace(point)) return 'space'
  if (INSIDE_WORDS.has(point) && isLetter(points[index - 1]) && isLetter(points[index + 1])) return 'word'
  return isLetter(point) ? 'word' : 'mark'
}

const isLetter = (point: string | undefined): boolean =>
  point !== undefined && !isSpace(point) && !PUNCTUATION.has(point) && !INSIDE_WORDS.has(point)

/** Marks, joiners, variation selectors and skin tones, from–to: they belong to what stands before them. */
const ATTACHED: ReadonlyArray<readonly [number, number]> = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x0591, 0x05bd],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e4],
  [0x06e7, 0x06e8],
  [0x06ea, 0x06ed],
  [0x08d3, 0x08e1],
  [0x08e3, 0x08ff],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200c, 0x200d],
  [0x20d0, 0x20ff],
  [0x2d7f, 0x2d7f],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0x1f3fb, 0x1f3ff],
  [0xe0020, 0xe007f]
]

/** Whether a code point belongs to what stands before it, by the closed list. */
export function isAttached(point: string): boolean {
  const code = point.codePointAt(0) ?? 0
  for (const [from, to] of ATTACHED) {
    if (code < from) return false
    if (code <= to) return true
  }
  return false
}
