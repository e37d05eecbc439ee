/** The difference of two runs of words, as people would mark it: whole words, one mark where words side by side change. */
import { isSpace, pointCount } from './code-points'
import { differences, type Stretch } from './edit-script'
import { type Tokenizer } from './words'

/** At code point `at` of the first, `old` stands where the second has `new`. */
export type WordEdit = { readonly at: number; readonly old: string; readonly new: string }

/** What two runs of words share, and what only one of them has, in reading order. */
export type Run = { readonly tag: 'same' | 'deleted' | 'inserted'; readonly words: string }

/** The edits that turn one run of words into the other; at least one unchanged word stands between two of them. */
export const wordEdits = (from: string, to: string, tokens: Tokenizer): ReadonlyArray<WordEdit> => {
  if (from === to) return []
  const a = tokens(from)
  const b = tokens(to)
  const starts = startsOf(a)
  return readable(a, b, differences(a, b)).map(stretch => ({
    at: starts[stretch.aFrom] ?? 0,
    old: a.slice(stretch.aFrom, stretch.aTo).join(''),
    new: b.slice(stretch.bFrom, stretch.bTo).join('')
  }))
}

/** The same as runs: what was deleted stands before what was inserted in its place. */
export const runsBetween = (from: string, to: string, tokens: Tokenizer): ReadonlyArray<Run> => {
  if (from === to) return run('same', from)
  const a = tokens(from)
  const b = tokens(to)
  const runs: Run[] = []
  let start = 0
  for (const { aFrom, aTo, bFrom, bTo } of readable(a, b, differences(a, b))) {
    runs.push(
      ...run('same', a.slice(start, aFrom).join('')),
      ...run('deleted', a.slice(aFrom, aTo).join('')),
      ...run('inserted', b.slice(bFrom, bTo).join(''))
    )
    start = aTo
  }
  return [...runs, ...run('same', a.slice(start).join(''))]
}

const run = (tag: Run['tag'], words: string): ReadonlyArray<Run> => (words === '' ? [] : [{ tag, words }])

function startsOf(tokens: ReadonlyArray<string>): ReadonlyArray<number> {
  const starts = [0]
  for (const [index, token] of tokens.entries()) starts.push((starts[index] ?? 0) + pointCount(token))
  return starts
}

type Tokens = ReadonlyArray<string>

const readable = (a: Tokens, b: Tokens, stretches: ReadonlyArray<Stretch>): ReadonlyArray<Stretch> =>
  closed(
    a,
    stretches.map((stretch, index) => slid(a, b, stretch, stretches[index - 1], stretches[index + 1]))
  )

/** Marks with nothing but a space between them are one mark. */
function closed(a: Tokens, stretches: ReadonlyArray<Stretch>): ReadonlyArray<Stretch> {
  const out: Stretch[] = []
  for (const next of stretches) {
    const last = out[out.length - 1]
    if (last !== undefined && a.slice(last.aTo, next.aFrom).every(token => isSpace(token[0])))
      out[out.length - 1] = { aFrom: last.aFrom, aTo: next.aTo, bFrom: last.bFrom, bTo: next.bTo }
    else out.push(next)
  }
  return out
}

/** A word that comes or goes takes the space behind it along, so that the same edit is always marked the same. */
function slid(
  a: Tokens,
  b: Tokens,
  stretch: Stretch,
  before: Stretch | undefined,
  after: Stretch | undefined
): Stretch {
  const deletes = stretch.bFrom === stretch.bTo
  if (!deletes && stretch.aFrom !== stretch.aTo) return stretch
  const tokens = deletes ? a : b
  const [from, to] = deletes ? [stretch.aFrom, stretch.aTo] : [stretch.bFrom, stretch.bTo]
  const room = {
    left: stretch.aFrom - (before?.aTo ?? 0),
    right: (after?.aFrom ?? a.length) - stretch.aTo
  }
  let left = 0
  while (left < room.left && tokens[from - left - 1] === tokens[to - left - 1]) left++
  let shift = -left
  while (
    !endsWithSpace(tokens, to + shift) &&
    shift < room.right &&
    tokens[from + shift] === tokens[to + shift]
  )
    shift++
  if (!endsWithSpace(tokens, to + shift)) shift = -left
  return {
    aFrom: stretch.aFrom + shift,
    aTo: stretch.aTo + shift,
    bFrom: stretch.bFrom + shift,
    bTo: stretch.bTo + shift
  }
}

const endsWithSpace = (tokens: Tokens, to: number): boolean => isSpace(tokens[to - 1]?.[0])
