/** Offsets of IANA zones, from the zone tables of the machine: intake writes them into the record once. */
import { type Capabilities } from '@ardiya/core/intake/capabilities'
import { tzOffset } from '@date-fns/tz'
import { hostOffset } from './host-zone'

/** The offset in force at a local date and time. In the hour that a clock change repeats, the first; skipped, the later. */
export const offsetAt: Capabilities['offsetAt'] = (zone, local) => {
  const [, year, month, day, hour, minute, second] = localShape.exec(local) ?? []
  if (second === undefined) return undefined
  const fields = [
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second)
  ] as const
  return shown(quickOffset(zone, () => new Date(...fields)) ?? offsetOfLocal(zone, Date.UTC(...fields)))
}

/** The local date and time with offset of a UTC instant. */
export const inZone: Capabilities['inZone'] = (zone, instant) => {
  const minutes = quickOffset(zone, () => new Date(instant)) ?? tzOffset(zone, new Date(instant))
  const offset = shown(minutes)
  return offset === undefined
    ? undefined
    : `${new Date(Date.parse(instant) + minutes * minuteMs).toISOString().slice(0, -1)}${offset}`
}

const localShape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

let asked = 0
/** So many answers of the host take as long as the start of Intl; from then on Intl is the faster one. */
const worthwhile = 200

const quickOffset: typeof hostOffset = (zone, instant) =>
  asked++ < worthwhile ? hostOffset(zone, instant) : undefined

/** Of a local time given as if it were UTC: the offset of the day before if it still holds then, else of the day after. */
const offsetOfLocal = (zone: string, local: number): number => {
  const before = tzOffset(zone, new Date(local - dayMs))
  return tzOffset(zone, new Date(local - before * minuteMs)) === before
    ? before
    : tzOffset(zone, new Date(local + dayMs))
}

const shown = (minutes: number): string | undefined => {
  if (Number.isNaN(minutes)) return undefined
  const far = Math.abs(Math.round(minutes))
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(far / 60))}:${two(far % 60)}`
}
