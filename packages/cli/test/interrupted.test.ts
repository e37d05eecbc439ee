import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sandbox } from './script'

const coalition = readFileSync(join(__dirname, 'scripts', 'coalition.jsonl'), 'utf8')

describe('Ctrl-C while acts are applied', () => {
  const place = sandbox()
  afterAll(place.remove)

  it('ends after the act under way: what was told is recorded, and run again the rest follows', async () => {
    place.write('coalition.jsonl', coalition)
    place.run('ardiya init')
    const lines = coalition.trimEnd().split('\n')
    const child = spawn('ardiya', ['apply', '-'], { cwd: place.folder, env: place.env })
    let told = ''
    let said = ''
    child.stdout.on('data', chunk => (told += String(chunk)))
    child.stderr.on('data', chunk => (said += String(chunk)))
    child.stdin.write(`${lines.slice(0, 3).join('\n')}\n`)
    while (told.split('\n').length < 4) await once(child.stdout, 'data')

    child.kill('SIGINT')
    const [code] = (await once(child, 'close')) as [number]

    expect(code).toBe(130)
    expect(said).toBe('ardiya: 3 recorded\nardiya: stopped, as you asked; what was told is recorded\n')
    expect(place.run('ardiya store check').code).toBe(0)
    expect(place.run('ardiya apply coalition.jsonl').stderr).toBe('ardiya: 3 recorded before, 5 recorded\n')
  })
})
