import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isCommandName, commandTable } from '../src/path/command-table'
import { entriesIn } from './comments'
import { pages } from './pages'
import { whatItReads } from './who-and-when'

describe('the catalogue of events and commands', () => {
  it.each(pages().map(page => ({ ...page, name: basename(page.path) })))(
    'is what the codecs say (`npm run docs`): $name',
    ({ path, text }) => {
      expect(readFileSync(path, 'utf8')).toBe(text)
    }
  )

  it('says of every event and every command what it means', () => {
    const silent = [
      'process',
      'meeting',
      'path',
      'submission',
      'amendment',
      'endorsement',
      'platform'
    ].flatMap(slice =>
      [`${slice}/events.ts`, `${slice}/commands.ts`]
        .filter(file => file !== 'path/events.ts')
        .flatMap(file =>
          Object.entries(entriesIn(file))
            .filter(([name, { said }]) => /^[A-Z]/.test(name) && said === '')
            .map(([name]) => name)
        )
    )
    expect(silent).toEqual([])
  })

  it('knows what every command reads', () => {
    const unsaid = Object.keys(commandTable)
      .filter(isCommandName)
      .filter(name => /unknown|made-up|^$/.test(whatItReads(name)))
    expect(unsaid).toEqual([])
  })
})
