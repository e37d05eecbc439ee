import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sandbox } from './script'

const coalition = readFileSync(join(__dirname, 'scripts', 'coalition.jsonl'), 'utf8')

describe('two processes on one store at once', () => {
  const place = sandbox()
  afterAll(place.remove)

  it('record all of their acts, none twice, and no unrelated act is told of a conflict (rule 16); backups taken meanwhile are logs', async () => {
    place.write('coalition.jsonl', coalition)
    place.run('ardiya init && ardiya apply coalition.jsonl')
    const each = 40
    const acts = (who: string): string =>
      Array.from({ length: each }, (_, index) =>
        JSON.stringify({
          name: 'DefineTheme',
          actor: { as: 'office', office: 'secretary', mandate: 'A1-m2' },
          payload: { names: { ar: `محور ${who} ${index}` } }
        })
      ).join('\n')
    place.write('one.jsonl', acts('أول'))
    place.write('two.jsonl', acts('ثان'))

    const applied = Promise.all([run('apply', 'one.jsonl'), run('apply', 'two.jsonl')])
    const backups = ['first', 'second', 'third']
    for (const folder of backups) expect(await run('store', 'backup', folder)).toMatchObject({ code: 0 })
    const ended = await applied

    expect(ended.map(({ code }) => code)).toEqual([0, 0])
    const refs = ended.flatMap(({ stdout }) => [...stdout.matchAll(/"ref":"(T\d+)"/g)].map(([, ref]) => ref))
    expect(new Set(refs).size).toBe(2 * each)
    const log = place.run('ardiya export events').stdout
    expect(log.match(/"type":"ThemeDefined"/g)).toHaveLength(2 * each + 1)
    expect(place.run('ardiya audit replay').code).toBe(0)
    expect(place.run('ardiya store check').code).toBe(0)
    for (const folder of backups) {
      const backup = `--store sqlite:./${folder}/ardiya.db`
      expect(place.run(`ardiya store check ${backup}`).code).toBe(0)
      const events = place.run(`ardiya export events ${backup}`).stdout
      expect(events).not.toBe('')
      expect(log.startsWith(events)).toBe(true)
    }
  })

  const run = (
    ...words: ReadonlyArray<string>
  ): Promise<{ readonly code: number | null; readonly stdout: string }> =>
    new Promise(resolve => {
      const child = spawn('ardiya', words, { cwd: place.folder, env: place.env })
      let stdout = ''
      child.stdout.on('data', chunk => (stdout += String(chunk)))
      child.on('close', code => resolve({ code, stdout }))
    })
})
