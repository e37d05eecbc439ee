/** Offsets of IANA zones, from the zone tables of the machine: intake writes them into the record once. */
import { type Capabilities } from '@ardiya/core/intake/capabilities'
import { TZDate, tzOffset } from '@date-fns/tz'

/** The offset in force at a local date and time. In the hour that a clock change repeats, the first; skipped, the later. */
export const offsetAt: Capabilities['offsetAt'] = (zone, local) => {
  const [, year, month, day, hour, minute, second] = localShape.exec(local) ?? []
  if (second === undefined) return undefined
  const at = new TZDate(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    zone
  )
  return shown(tzOffset(zone, at))
}

/** The local date and time with offset of a UTC instant. */
export const inZone: Capabilities['inZone'] = (zone, instant) => {
  const minutes = tzOffset(zone, new Date(instant))
  const offset = shown(minutes)
  return offset === undefined
    ? undefined
    : `${new Date(Date.parse(instant) + minutes * 60_000).toISOString().slice(0, -1)}${offset}`
}

const localShape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/

const shown = (minutes: number): string | undefined => {
  if (Number.isNaN(minutes)) return undefined
  const far = Math.abs(Math.round(minutes))
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(far / 60))}:${two(far % 60)}`
}
