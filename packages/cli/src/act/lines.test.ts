import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Line, linesOf, UnreadableInput } from './lines'

const folder = mkdtempSync(join(tmpdir(), 'ardiya-lines-'))
afterAll(() => rmSync(folder, { recursive: true }))

const linesIn = async (bytes: Uint8Array | string): Promise<ReadonlyArray<readonly [number, string]>> => {
  const file = join(folder, 'lines.jsonl')
  writeFileSync(file, bytes)
  const lines: Line[] = []
  for await (const line of linesOf(file)) lines.push(line)
  return lines.map(({ number, bytes }) => [number, Buffer.from(bytes).toString()])
}

describe('the lines of a file', () => {
  it('are numbered as an editor numbers them, empty ones passed over', async () => {
    expect(await linesIn('a\n\n  \nb\r\nc')).toEqual([
      [1, 'a'],
      [4, 'b\r'],
      [5, 'c']
    ])
  })

  it('are none in an empty file', async () => {
    expect(await linesIn('')).toEqual([])
    expect(await linesIn('\n\n')).toEqual([])
  })

  it('begin after a byte order mark', async () => {
    expect(await linesIn('\ufeffa\n\ufeffb')).toEqual([
      [1, 'a'],
      [2, '\ufeffb']
    ])
    expect(await linesIn('\ufeffa')).toEqual([[1, 'a']])
  })

  it('are whole where a chunk of the file ends inside one, also inside a letter', async () => {
    const long = 'خ'.repeat(100_000)
    expect(await linesIn(`${long}\nx\n${long}`)).toEqual([
      [1, long],
      [2, 'x'],
      [3, long]
    ])
  })

  it('say that a file cannot be read', async () => {
    const reading = async () => {
      for await (const _ of linesOf(join(folder, 'not-there'))) return
    }
    await expect(reading()).rejects.toThrow(UnreadableInput)
  })
})
