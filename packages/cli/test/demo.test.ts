import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { columns } from '@ardiya/cli/terminal/columns'
import { views } from '@ardiya/core/views/registry'
import { sandbox } from './script'

describe('ardiya demo', () => {
  const place = sandbox()
  afterAll(place.remove)
  const told = { code: -1, stdout: '', stderr: '' }
  beforeAll(() => Object.assign(told, place.run('ardiya demo')))
  const store = '--store sqlite:./ardiya-demo/khemisset.db'

  it('records the story, and ends with the platform in Arabic, every fate, the store and what to try next', () => {
    const { code, stdout, stderr } = told
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^ardiya: \d+ acts recorded as \d+ events/)])
    expect(stdout).toContain('# الأرضية الترافعية: المسار التشاركي بالخميسات (V1)')
    expect(stdout).toContain('عرض توضيحي')
    const listed = place.run(`ardiya show register --json ${store}`).stdout
    const refs = [...listed.matchAll(/"ref":"([DEP]\d+)","kind"/g)].map(([, ref]) => ref ?? '')
    expect(refs.length).toBeGreaterThan(10)
    const fates = stdout.slice(stdout.indexOf('مآل المساهمات'))
    expect(refs.filter(ref => !new RegExp(`^${ref} `, 'm').test(fates))).toEqual([])
    expect(stderr).toContain('The record is in sqlite:./ardiya-demo/khemisset.db. What to try next:')
  })

  it('begins anew when it is run again, and says so', () => {
    const { stderr } = place.run('ardiya demo')
    expect(stderr).toContain(
      'ardiya: the demonstration of an earlier run in sqlite:./ardiya-demo/khemisset.db is begun anew'
    )
  })

  it('offers to try what works', () => {
    const offered = [...told.stderr.matchAll(/^ {2}npx (ardiya .*?) {2,}/gm)].map(
      ([, command]) => command ?? ''
    )
    expect(offered.length).toBeGreaterThan(4)
    for (const command of offered)
      expect([
        command,
        place.run(`export ARDIYA_STORE=sqlite:./ardiya-demo/khemisset.db; ${command}`).code
      ]).toEqual([command, 0])
  })

  it('shows every view, for a program and for a person, as that of a demonstration', () => {
    for (const { name, about } of Object.values(views)) {
      const ref = about.kind === 'required' ? `${about.letters.slice(0, 1)}1` : ''
      const command = `ardiya show ${name} ${ref} --today 2026-03-01 ${store}`
      const asJson = place.run(`${command} --json`)
      expect([name, asJson.code, asJson.stderr]).toEqual([name, 0, ''])
      expect(JSON.parse(asJson.stdout)).toMatchObject({
        view: name,
        process: 'khemisset',
        demonstration: true
      })
      const asText = place.run(`COLUMNS=80 ${command}`)
      expect([name, asText.code, asText.stdout.includes('عرض توضيحي')]).toEqual([name, 0, true])
      const lines = asText.stdout.split('\n')
      expect([name, lines.filter(line => columns(line) > 80)]).toEqual([name, []])
      expect([name, lines.filter(line => /[[{]"|undefined|\[object|\{p_|\ufdd0/.test(line))]).toEqual([
        name,
        []
      ])
    }
  })

  it('gives the same bytes each time, and they replay', () => {
    const first = place.run(`ardiya export events ${store}`).stdout
    place.run('ardiya demo again')
    expect(place.run('ardiya export events --store sqlite:./again/khemisset.db').stdout).toBe(first)
    expect(first.length).toBeGreaterThan(100_000)
    expect(place.run(`ardiya audit replay ${store}`).code).toBe(0)
    expect(place.run(`ardiya store check ${store}`).code).toBe(0)
  })

  it('never removes a store that holds anything else', () => {
    place.run('mkdir real && ardiya init --store sqlite:./real/khemisset.db')
    place.write(
      'real.jsonl',
      `${JSON.stringify({
        name: 'OpenProcess',
        process: 'azrou',
        actor: { as: 'office', office: 'convenor', mandate: 'A1-m1' },
        payload: {
          title: { ar: 'مسار' },
          slogan: { ar: 'شعار' },
          territory: { ar: 'أزرو' },
          zone: 'Africa/Casablanca',
          languages: ['ar'],
          authoritative: 'ar',
          convenor: { names: { ar: 'جمعية' } },
          mandate: { person: { name: 'شخص' }, from: '2025-01-01' }
        }
      })}\n`
    )
    expect(place.run('ardiya apply real.jsonl --store sqlite:./real/khemisset.db').code).toBe(0)
    const before = place.run('ardiya export events --store sqlite:./real/khemisset.db').stdout
    expect(place.run('ardiya demo real')).toMatchObject({ code: 2 })
    expect(place.run('ardiya export events --store sqlite:./real/khemisset.db').stdout).toBe(before)
    expect(existsSync(join(place.folder, 'real', 'khemisset.persons.db'))).toBe(true)
  })
})
