/** What texts are compared by: stems, neighbouring stems and runs of three letters of them, as numbers in sorted arrays. */
import { folded } from './folding'
import { stems } from './stems'

export type Features = {
  /** The folded words with single spaces: equal for texts that read the same. */
  readonly key: string
  readonly stems: Uint32Array
  /** Stems and pairs of neighbouring stems: what candidates are found by. */
  readonly traits: Uint32Array
  readonly trigrams: Uint32Array
}

export const featuresOf = (words: string): Features => {
  const key =
    folded(words)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  const found = stems(words)
  const single = found.map(hash)
  const pairs = found.slice(1).map((stem, index) => hash(`${found[index] ?? ''} ${stem}`))
  return {
    key,
    stems: sortedSet(single),
    traits: sortedSet([...single, ...pairs]),
    trigrams: trigramsOf(found.join(' '))
  }
}

/** FNV-1a, 32 bits. */
function hash(words: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < words.length; i++) value = Math.imul(value ^ words.charCodeAt(i), 0x01000193)
  return value >>> 0
}

function trigramsOf(key: string): Uint32Array {
  const padded = ` ${key} `
  const grams: number[] = []
  for (let i = 0; i + 3 <= padded.length; i++) grams.push(hash(padded.slice(i, i + 3)))
  return sortedSet(grams)
}

function sortedSet(numbers: ReadonlyArray<number>): Uint32Array {
  const sorted = Uint32Array.from(numbers).sort()
  let length = 0
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[length++] = sorted[i] ?? 0
  return sorted.slice(0, length)
}

/** Calls `meet` with the place in `a` of each number that both sorted arrays hold. */
export const eachCommon = (a: Uint32Array, b: Uint32Array, meet: (place: number) => void): void => {
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const x = a[i] as number
    const y = b[j] as number
    if (x === y) meet(i)
    if (x <= y) i++
    if (y <= x) j++
  }
}
