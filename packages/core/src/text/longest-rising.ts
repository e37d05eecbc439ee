/** The places of a longest rising subsequence: the blocks that need not move (Schensted's piles, O(n log n)). */
export const longestRising = (numbers: ReadonlyArray<number>): ReadonlyArray<number> => {
  const tops: number[] = []
  const before: Array<number | undefined> = []
  for (const [place, number] of numbers.entries()) {
    const pile = firstNotBelow(numbers, tops, number)
    before[place] = tops[pile - 1]
    tops[pile] = place
  }
  const rising: number[] = []
  for (let place = tops[tops.length - 1]; place !== undefined; place = before[place]) rising.push(place)
  return rising.reverse()
}

function firstNotBelow(numbers: ReadonlyArray<number>, tops: ReadonlyArray<number>, number: number): number {
  let low = 0
  let high = tops.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[tops[middle] ?? 0] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}
