/** Every stored word of the process has an example that is decoded for ever (docs/spec/fixtures). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conform } from '../src/intake/conform'
import { processCommands } from '../src/process/commands'
import { processEvents, retractionEvents } from '../src/process/events'
import { textHash } from '../src/text/text-hash'

const fixtures = join(__dirname, '../../../docs/spec/fixtures')
const read = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(fixtures, folder, `${name}.v1.json`), 'utf8'))

describe('the golden fixtures of the process', () => {
  it.each(Object.entries({ ...processEvents, ...retractionEvents }))('hold the event %s', (name, codec) => {
    expect(conform(codec, read('events', name), 'data').problems).toEqual([])
  })

  it.each(Object.entries(processCommands))('hold the command %s', (name, codec) => {
    expect(conform(codec, read('commands', name), 'payload').problems).toEqual([])
  })

  it('bind a charter to the hash of its words', () => {
    const charter = read('events', 'CharterAdopted')
    expect(processEvents.CharterAdopted.is(charter) && textHash(charter.text) === charter.textHash).toBe(true)
  })
})
