import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { endorsementCommands } from '../endorsement/commands'
import { endorsementEvents } from '../endorsement/events'
import { type Json } from '../kernel/primitives'
import { textHash } from '../text/text-hash'
import { submissionCommands } from './commands'
import { submissionEvents } from './events'

const fixture = (folder: string, name: string): Json =>
  JSON.parse(
    readFileSync(resolve(__dirname, '../../../../docs/spec/fixtures', folder, `${name}.v1.json`), 'utf8')
  ) as Json

describe('Stored formats of submissions and stands', () => {
  it.each(Object.entries({ ...submissionEvents, ...endorsementEvents }))(
    '%s of version 1 is read for ever',
    (type, codec) => {
      const data = fixture('events', type)
      expect(codec.decode(data)).toEqual(E.right(data))
    }
  )

  it.each(Object.entries({ ...submissionCommands, ...endorsementCommands }))(
    '%s of version 1 is read for ever',
    (name, codec) => {
      const payload = fixture('commands', name)
      expect(codec.decode(payload)).toEqual(E.right(payload))
    }
  )

  it('bind a text to the hash of its words', () => {
    const revised = fixture('events', 'TextRevised')
    if (!submissionEvents.TextRevised.is(revised)) throw new Error('the fixture holds no text')
    const { language, title, blocks } = revised
    expect(textHash({ language, title, blocks })).toBe(revised.textHash)
  })
})
