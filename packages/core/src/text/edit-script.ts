/**
 * The differences of two sequences: Myers' O(ND) method in linear space ("An O(ND) Difference Algorithm and Its
 * Variations", Algorithmica 1986, §4b), with a bound on the search as in xdiff, so that two long texts with nothing
 * in common stay near linear. Items are compared by number only.
 */

/** A stretch of `a` (from–to) that stands where `b` has its stretch. */
export type Stretch = {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

type Box = readonly [aFrom: number, aTo: number, bFrom: number, bTo: number]

/** Where two sequences differ, in order; between two stretches the items are equal one by one. */
export const differences = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): ReadonlyArray<Stretch> => {
  const numbers = new Map<string, number>()
  const x = numbered(a, numbers)
  const y = numbered(b, numbers)
  const changed = { a: new Uint8Array(a.length + 1), b: new Uint8Array(b.length + 1) }
  markAll(x, y, changed)
  return stretches(changed, a.length, b.length)
}

function numbered(items: ReadonlyArray<string>, numbers: Map<string, number>): Int32Array {
  const out = new Int32Array(items.length)
  for (let i = 0; i < items.length; i++) {
    const item = items[i] ?? ''
    let number = numbers.get(item)
    if (number === undefined) {
      number = numbers.size
      numbers.set(item, number)
    }
    out[i] = number
  }
  return out
}

type Changed = { readonly a: Uint8Array; readonly b: Uint8Array }

function markAll(x: Int32Array, y: Int32Array, changed: Changed): void {
  const search = searchOver(x, y)
  const boxes: Box[] = [[0, x.length, 0, y.length]]
  for (let box = boxes.pop(); box !== undefined; box = boxes.pop()) {
    const [aFrom, aTo, bFrom, bTo] = shrunk(x, y, box)
    if (aFrom === aTo) changed.b.fill(1, bFrom, bTo)
    else if (bFrom === bTo) changed.a.fill(1, aFrom, aTo)
    else {
      const [aMid, bMid] = middle(search, [aFrom, aTo, bFrom, bTo])
      boxes.push([aMid, aTo, bMid, bTo], [aFrom, aMid, bFrom, bMid])
    }
  }
}

/** The box without what is equal at its beginning and end. */
function shrunk(x: Int32Array, y: Int32Array, [aFrom, aTo, bFrom, bTo]: Box): Box {
  while (aFrom < aTo && bFrom < bTo && x[aFrom] === y[bFrom]) {
    aFrom++
    bFrom++
  }
  while (aFrom < aTo && bFrom < bTo && x[aTo - 1] === y[bTo - 1]) {
    aTo--
    bTo--
  }
  return [aFrom, aTo, bFrom, bTo]
}

/** The farthest point reached on each diagonal (`a` position − `b` position + `zero`), from both corners. */
type Search = {
  readonly x: Int32Array
  readonly y: Int32Array
  readonly ahead: Int32Array
  readonly back: Int32Array
  readonly zero: number
  readonly bound: number
}

const searchOver = (x: Int32Array, y: Int32Array): Search => ({
  x,
  y,
  ahead: new Int32Array(x.length + y.length + 5),
  back: new Int32Array(x.length + y.length + 5),
  zero: y.length + 2,
  bound: Math.max(256, Math.ceil(Math.sqrt(x.length + y.length)))
})

const at = (items: Int32Array, index: number): number => items[index] as number

const FAR = 0x7fffffff

/** A point on a shortest way through the box (beyond the bound: on a good way), never one of its two outer corners. */
function middle(search: Search, box: Box): readonly [number, number] {
  const { x, y, ahead, back, zero, bound } = search
  const [aFrom, aTo, bFrom, bTo] = box
  const least = zero + aFrom - bTo
  const most = zero + aTo - bFrom
  const odd = ((aFrom - bFrom - (aTo - bTo)) & 1) !== 0
  let [low, high] = [zero + aFrom - bFrom, zero + aFrom - bFrom]
  let [lowBack, highBack] = [zero + aTo - bTo, zero + aTo - bTo]
  ahead[low] = aFrom
  back[lowBack] = aTo
  for (let step = 1; ; step++) {
    if (low > least) ahead[--low - 1] = -1
    else low++
    if (high < most) ahead[++high + 1] = -1
    else high--
    for (let k = high; k >= low; k -= 2) {
      let i = at(ahead, k - 1) >= at(ahead, k + 1) ? at(ahead, k - 1) + 1 : at(ahead, k + 1)
      let j = i - k + zero
      while (i < aTo && j < bTo && x[i] === y[j]) {
        i++
        j++
      }
      ahead[k] = i
      if (odd && lowBack <= k && k <= highBack && at(back, k) <= i) return [i, j]
    }
    if (lowBack > least) back[--lowBack - 1] = FAR
    else lowBack++
    if (highBack < most) back[++highBack + 1] = FAR
    else highBack--
    for (let k = highBack; k >= lowBack; k -= 2) {
      let i = at(back, k - 1) < at(back, k + 1) ? at(back, k - 1) : at(back, k + 1) - 1
      let j = i - k + zero
      while (i > aFrom && j > bFrom && x[i - 1] === y[j - 1]) {
        i--
        j--
      }
      back[k] = i
      if (!odd && low <= k && k <= high && i <= at(ahead, k)) return [i, j]
    }
    if (step >= bound) return farthest(search, box, [low, high], [lowBack, highBack])
  }
}

type Span = readonly [low: number, high: number]

/** The point that has come farthest from its corner. */
function farthest(
  { ahead, back, zero }: Search,
  [aFrom, aTo, bFrom, bTo]: Box,
  [low, high]: Span,
  [lowBack, highBack]: Span
): readonly [number, number] {
  let best: readonly [number, number] = [aFrom, bFrom]
  for (let k = high; k >= low; k -= 2) {
    const i = Math.min(at(ahead, k), aTo, bTo + k - zero)
    if (i + i - k + zero > best[0] + best[1]) best = [i, i - k + zero]
  }
  let bestBack: readonly [number, number] = [aTo, bTo]
  for (let k = highBack; k >= lowBack; k -= 2) {
    const i = Math.max(at(back, k), aFrom, bFrom + k - zero)
    if (i + i - k + zero < bestBack[0] + bestBack[1]) bestBack = [i, i - k + zero]
  }
  const come = best[0] + best[1] - aFrom - bFrom
  return aTo + bTo - bestBack[0] - bestBack[1] > come ? bestBack : best
}

function stretches(changed: Changed, aLength: number, bLength: number): ReadonlyArray<Stretch> {
  const found: Stretch[] = []
  let i = 0
  let j = 0
  while (i < aLength || j < bLength) {
    const [aFrom, bFrom] = [i, j]
    while (changed.a[i] === 1) i++
    while (changed.b[j] === 1) j++
    if (i > aFrom || j > bFrom) found.push({ aFrom, aTo: i, bFrom, bTo: j })
    else {
      i++
      j++
    }
  }
  return found
}
