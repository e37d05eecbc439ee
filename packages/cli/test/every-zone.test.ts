import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

interface Found {
  readonly zones: number
  readonly toldByTheHost: number
  readonly changes: number
  readonly differences: ReadonlyArray<object>
}

describe.each(['UTC', 'America/New_York'])('offsets, on a machine in %s', machine => {
  it('are those of Intl in every zone and about every change of a clock', () => {
    const ran = spawnSync(process.execPath, [join(__dirname, 'every-zone.js')], {
      encoding: 'utf8',
      env: { ...process.env, TZ: machine }
    })
    const { zones, toldByTheHost, changes, differences } = JSON.parse(ran.stdout) as Found

    expect(zones).toBeGreaterThan(400)
    expect(toldByTheHost).toBeGreaterThan(50_000)
    expect(changes).toBeGreaterThan(200)
    expect(differences).toEqual([])
  })
})
