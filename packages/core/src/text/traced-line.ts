/** Words with their origins, and what becomes of these where the words change. */
import { differences } from './edit-script'
import { plainWords } from './words'

export type Origin<S> = { readonly revision: number; readonly source: S }
/** A word, a space or a sign, with its origin. */
export type Traced<S> = { readonly token: string; readonly from: Origin<S> }
export type Line<S> = ReadonlyArray<Traced<S>>

/** Between blocks that are read together. */
export const BORDER = '\n'

export const tracedTo = <S>(words: string, from: Origin<S>): Line<S> =>
  tokensOf(words).map(token => ({ token, from }))

/** The plain words, with a border as a token of its own. */
export const tokensOf = (words: string): ReadonlyArray<string> =>
  words
    .split(BORDER)
    .flatMap((line, index) => (index === 0 ? plainWords(line) : [BORDER, ...plainWords(line)]))

/** The line with its new words: what stays keeps its origin, what is new comes from `from`. */
export function retraced<S>(line: Line<S>, words: string, from: Origin<S>): Line<S> {
  const tokens = tokensOf(words)
  const out: Array<Traced<S>> = []
  let start = 0
  for (const { aFrom, aTo, bFrom, bTo } of differences(
    line.map(one => one.token),
    tokens
  )) {
    out.push(...line.slice(start, aFrom))
    for (const token of tokens.slice(bFrom, bTo)) out.push({ token, from })
    start = aTo
  }
  return [...out, ...line.slice(start)]
}
