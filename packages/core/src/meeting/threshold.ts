/** Fractions of the charter against numbers of associations: integers, by cross-multiplication, never rounded. */
import { type Threshold } from '../process/charter'

/** Whether `count` out of `base` is more than, or at least, the fraction. */
export const reaches = ({ than, fraction }: Threshold, count: number, base: number): boolean => {
  const counted = BigInt(count) * BigInt(fraction.of)
  const asked = BigInt(base) * BigInt(fraction.parts)
  return than === 'moreThan' ? counted > asked : counted >= asked
}

/** The smallest number out of `base` that reaches the fraction. */
export const leastReaching = ({ than, fraction }: Threshold, base: number): number => {
  const asked = BigInt(base) * BigInt(fraction.parts)
  const of = BigInt(fraction.of)
  return Number(than === 'moreThan' ? asked / of + 1n : (asked + of - 1n) / of)
}
