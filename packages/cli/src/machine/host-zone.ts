/**
 * The machine's own zone, set to another for a moment: a Date then tells in 40 µs the offset that Intl tells too, in
 * less, but after 14 ms to start: a tenth of an act of one line (ADR 0046).
 */

/** Minutes east of UTC at the instant that `instant` makes in that zone; none where Intl must be asked. */
export const hostOffset = (zone: string, instant: () => Date): number | undefined => {
  if (!areaAndCity.test(zone) || !takesEffect()) return undefined
  const offset = -within(zone, instant)
  return isCertain(offset) ? offset : undefined
}

/** Other names may be read as rules of their own, like `XYZ-3`. */
const areaAndCity = /^[A-Za-z_]+(\/[A-Za-z_]+)+$/

/** A zone that is not known counts as UTC here. */
const isCertain = (offset: number): boolean => Number.isInteger(offset) && offset !== 0

const within = (zone: string, instant: () => Date): number => {
  const before = process.env['TZ']
  process.env['TZ'] = zone
  try {
    return instant().getTimezoneOffset()
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
}

let effect: boolean | undefined

/** Not where the environment is a copy, as in a worker. */
const takesEffect = (): boolean =>
  (effect ??= within('Asia/Tokyo', epoch) === -540 && within('America/Lima', epoch) === 300)

const epoch = (): Date => new Date(0)
