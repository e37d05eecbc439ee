import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare, parseScript, sandbox } from './script'

const folder = join(__dirname, 'scripts')

/** A coalition of three associations that the scripts begin with. */
const coalition = readFileSync(join(folder, 'coalition.jsonl'), 'utf8')

describe('the command line, as a session shows it', () => {
  const scripts = readdirSync(folder).filter(name => name.endsWith('.txt'))

  it.each(scripts)('%s', name => {
    const { files, steps } = parseScript(readFileSync(join(folder, name), 'utf8'))
    const place = sandbox()
    place.write('coalition.jsonl', coalition)
    for (const [file, text] of files) place.write(file, text)
    try {
      for (const step of steps) {
        const { expected, found } = compare(step, place.run(step.command))
        expect({ line: step.line, ...found }).toEqual({ line: step.line, ...expected })
      }
    } finally {
      place.remove()
    }
  })
})
