import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderers } from '../src/failure/render'
import { compare, parseScript, sandbox } from './script'

const folder = join(__dirname, 'scripts')

/** Failures that a script of the shell cannot bring about, and the test that does. */
const metElsewhere: Readonly<Record<string, string>> = {
  /** Told under the tag of what refuses: the catalogue walks all of those. */
  Refused: 'cli/test/catalogue/play.ts',
  Busy: 'adapters/test/acts/first-seen.test.ts',
  LogOfNewerSoftware: 'adapters/test/acts/newer-log.test.ts',
  MalformedAppend: 'core/src/testing/store-contract-import.ts',
  StoreReadOnly: 'adapters/test/faults-of-the-machine.test.ts',
  StoreFull: 'adapters/test/no-room.test.ts',
  StoreLocked: 'adapters/test/faults-of-the-machine.test.ts',
  NotInStore: 'adapters/test/broken-reads.ts',
  ReplayDiffers: 'cli/test/stored-bytes.test.ts'
}

/** A coalition of three associations that the scripts begin with. */
const coalition = readFileSync(join(folder, 'coalition.jsonl'), 'utf8')

describe('the command line, as a session shows it', () => {
  const met = new Set<string>()
  const scripts = readdirSync(folder).filter(name => name.endsWith('.txt'))

  it.each(scripts)('%s', name => {
    const { files, steps } = parseScript(readFileSync(join(folder, name), 'utf8'))
    const place = sandbox()
    place.write('coalition.jsonl', coalition)
    for (const [file, text] of files) place.write(file, text)
    try {
      for (const step of steps) {
        const ran = place.run(step.command)
        for (const [, tag = ''] of ran.stdout.matchAll(/"tag":"(\w+)"/g)) met.add(tag)
        const { expected, found } = compare(step, ran)
        expect({ line: step.line, ...found }).toEqual({ line: step.line, ...expected })
      }
    } finally {
      place.remove()
    }
  })

  it('has no failure that no script meets, save those that other tests bring about', () => {
    expect(Object.keys(renderers).filter(tag => !met.has(tag))).toEqual(Object.keys(metElsewhere))
    for (const [tag, file] of Object.entries(metElsewhere))
      expect([tag, readFileSync(join(__dirname, '../..', file), 'utf8').includes(tag)]).toEqual([tag, true])
  })
})
