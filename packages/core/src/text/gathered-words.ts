/** The words of a block that was made of several: each run of them from the block in which it stood. */
import { isSpace } from './code-points'
import { type Line, type Origin, retraced, tokensOf, type Traced } from './traced-line'

/** Longest runs first from the left, wherever in a source they stand; only what stands in none is from `from`. */
export const gathered = <S>(sources: ReadonlyArray<Line<S>>, words: string, from: Origin<S>): Line<S> => {
  const [only] = sources
  return only !== undefined && sources.length === 1
    ? retraced(only, words, from)
    : gatheredFrom(sources, tokensOf(words), from)
}

const gatheredFrom = <S>(
  sources: ReadonlyArray<Line<S>>,
  tokens: ReadonlyArray<string>,
  from: Origin<S>
): Line<S> => {
  const places = placesOf(sources)
  const out: Array<Traced<S>> = []
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index] ?? ''
    const run = isSpace(token[0]) ? [] : longestRun(places.get(token) ?? [], tokens, index)
    out.push(...(run.length === 0 ? [{ token, from }] : run))
    index += Math.max(1, run.length)
  }
  return out
}

interface Place<S> {
  readonly line: Line<S>
  readonly at: number
}

const placesOf = <S>(sources: ReadonlyArray<Line<S>>): ReadonlyMap<string, ReadonlyArray<Place<S>>> => {
  const places = new Map<string, Array<Place<S>>>()
  for (const line of sources)
    for (const [at, { token }] of line.entries()) {
      const found = places.get(token)
      if (found === undefined) places.set(token, [{ line, at }])
      else found.push({ line, at })
    }
  return places
}

const longestRun = <S>(
  places: ReadonlyArray<Place<S>>,
  tokens: ReadonlyArray<string>,
  index: number
): Line<S> => {
  let longest: Line<S> = []
  for (const { line, at } of places) {
    let length = 0
    while (line[at + length] !== undefined && line[at + length]?.token === tokens[index + length]) length++
    if (length > longest.length) longest = line.slice(at, at + length)
  }
  return longest
}
