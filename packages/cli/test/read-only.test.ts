import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sandbox } from './script'

const coalition = readFileSync(join(__dirname, 'scripts', 'coalition.jsonl'), 'utf8')

/** The superuser may write everything, so that the command is run as somebody else. */
const nobody = 65534
const asOther = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}

describe('a store that cannot be written', () => {
  const place = sandbox()
  const modes = (mode: number, folderMode: number): void => {
    for (const name of readdirSync(place.folder)) chmodSync(join(place.folder, name), mode)
    chmodSync(place.folder, folderMode)
  }
  afterAll(() => {
    modes(0o644, 0o755)
    place.remove()
  })

  const run = (...args: ReadonlyArray<string>) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(__dirname, '..', 'bin', 'ardiya.js'), ...args],
      {
        cwd: place.folder,
        env: place.env,
        encoding: 'utf8',
        ...asOther
      }
    )
    return { code: status, stdout, stderr }
  }

  beforeAll(() => {
    place.write('coalition.jsonl', coalition)
    place.run('ardiya init && head -n 6 coalition.jsonl | ardiya apply -')
    modes(0o444, 0o555)
  })

  it('is shown, exported and replayed as it is', () => {
    expect(run('show', 'register', '--json')).toMatchObject({ code: 0, stderr: '' })
    expect(run('export', 'events').stdout.split('\n')).toHaveLength(9)
    expect(run('audit', 'replay')).toMatchObject({ code: 0 })
  })

  it('refuses acts, names the file, and changes nothing: exit 5', () => {
    const before = readFileSync(join(place.folder, 'ardiya.db'))
    const { code, stdout, stderr } = run('apply', 'coalition.jsonl')
    expect({ code, stdout }).toEqual({ code: 5, stdout: '' })
    expect(stderr).toMatch(
      /^ardiya: .*\/ardiya(?:\.persons)?\.db cannot be written\nardiya: Check the permissions/
    )
    expect(readFileSync(join(place.folder, 'ardiya.db')).equals(before)).toBe(true)
  })

  it('makes no folder for a demonstration or a backup there, and names it: exit 5', () => {
    const cannotBeMade = (folder: string): unknown =>
      expect.stringMatching(
        new RegExp(
          `^ardiya: the store .*/${folder} cannot be reached: the folder cannot be made: its permissions`
        )
      )
    expect(run('demo')).toMatchObject({ code: 5, stdout: '', stderr: cannotBeMade('ardiya-demo') })
    expect(run('store', 'backup', 'copies')).toMatchObject({ code: 5, stderr: cannotBeMade('copies') })
  })

  it('tells of a dry run all the same', () => {
    expect(run('apply', '--dry-run', 'coalition.jsonl')).toMatchObject({
      code: 0,
      stderr: 'ardiya: 6 recorded before, 2 would be recorded\n'
    })
  })
})
