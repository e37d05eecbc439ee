import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { type Json } from '../kernel/primitives'
import { amendmentCommands } from './commands'
import { amendmentEvents } from './events'

const fixture = (folder: string, name: string): Json =>
  JSON.parse(
    readFileSync(resolve(__dirname, '../../../../docs/spec/fixtures', folder, `${name}.v1.json`), 'utf8')
  ) as Json

describe('Stored formats of amendments', () => {
  it.each(Object.entries(amendmentEvents))('%s of version 1 is read for ever', (type, codec) => {
    const data = fixture('events', type)
    expect(codec.decode(data)).toEqual(E.right(data))
  })

  it.each(Object.entries(amendmentCommands))('%s of version 1 is read for ever', (name, codec) => {
    const payload = fixture('commands', name)
    expect(codec.decode(payload)).toEqual(E.right(payload))
  })

  it('hold all eight operations', () => {
    const proposed = fixture('events', 'AmendmentProposed')
    if (!amendmentEvents.AmendmentProposed.is(proposed)) throw new Error('the fixture proposes nothing')
    const kinds = proposed.operations.map(({ op }) => op).sort()
    expect(kinds).toEqual(['delete', 'insert', 'join', 'move', 'recast', 'replace', 'retitle', 'split'])
  })
})
