/** Comparing measures exactly: decimals are never floating point (kernel/primitives, Decimal). */
import { type Decimal } from '../kernel/primitives'

const PLACES = 6

/** Less than 0, 0 or more than 0, as `a` is less than, equal to or more than `b`. */
export const compareDecimals = (a: Decimal, b: Decimal): -1 | 0 | 1 => {
  const [x, y] = [scaled(a), scaled(b)]
  if (x === y) return 0
  return x < y ? -1 : 1
}

/** In millionths: no decimal has more places. */
const scaled = (decimal: Decimal): bigint => {
  const [whole = '0', places = ''] = decimal.split('.')
  return BigInt(`${whole}${places.padEnd(PLACES, '0')}`)
}
