/**
 * Prints where the zone of the host, set to another, and `zones.ts` differ from Intl, in every zone that Intl knows: every
 * half hour about each change of a clock in 2026, and at one instant a year. A program of its own, for Jest gives tests a
 * copy of the environment.
 */
'use strict'
require('../../core/bench/on-sources')
const { tzOffset } = require('@date-fns/tz')
const { hostOffset } = require('../src/machine/host-zone.ts')
const { inZone, offsetAt } = require('../src/machine/zones.ts')

const minute = 60_000
const day = 24 * 60 * minute
const newYear = Date.UTC(2026, 0, 1)

const shown = minutes =>
  `${minutes < 0 ? '-' : '+'}${new Date(Math.abs(minutes) * minute).toISOString().slice(11, 16)}`

const found = { zones: 0, toldByTheHost: 0, changes: 0, differences: [] }

/** What both say; the host may leave it to Intl. */
const hold = (zone, at, expected, host, got) => {
  if (host !== undefined) found.toldByTheHost += 1
  if ((host ?? expected) !== expected || got !== shown(expected))
    found.differences.push({ zone, at, expected, host, got })
}

const holdInstant = (zone, time) => {
  const instant = new Date(time).toISOString()
  const host = hostOffset(zone, () => new Date(time))
  hold(zone, instant, tzOffset(zone, new Date(time)), host, inZone(zone, instant).slice(-6))
}

/** Of the two instants that show that local time, the first; of none, the offset after the change. */
const holdLocal = (zone, local, [before, after]) => {
  const holds = offset => tzOffset(zone, new Date(local - offset * minute)) === offset
  const expected = [before, after].find(holds) ?? after
  const wall = new Date(local).toISOString().slice(0, 19)
  // without a zone: of the host
  hold(
    zone,
    wall,
    expected,
    hostOffset(zone, () => new Date(wall)),
    offsetAt(zone, wall)
  )
}

for (const zone of Intl.supportedValuesOf('timeZone')) {
  found.zones += 1
  for (let year = 1980; year < 2080; year++)
    holdInstant(zone, Date.UTC(year, (year * 7) % 12, (year * 5) % 28, year % 24))
  for (let at = newYear; at < newYear + 365 * day; at += day) {
    const offsets = [at, at + day].map(time => tzOffset(zone, new Date(time)))
    if (offsets[0] === offsets[1]) continue
    found.changes += 1
    for (let time = at - day / 2; time < at + 1.5 * day; time += 30 * minute) {
      holdInstant(zone, time)
      holdLocal(zone, time, offsets)
    }
  }
}
console.log(JSON.stringify(found))
