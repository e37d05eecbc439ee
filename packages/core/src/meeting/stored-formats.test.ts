import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { type Json } from '../kernel/primitives'
import { textHash } from '../text/text-hash'
import { meetingCommands } from './commands'
import { meetingEvents } from './events'

const fixture = (folder: string, name: string): Json =>
  JSON.parse(
    readFileSync(resolve(__dirname, '../../../../docs/spec/fixtures', folder, `${name}.v1.json`), 'utf8')
  ) as Json

describe('Stored formats of the meeting', () => {
  it.each(Object.entries(meetingEvents))('%s of version 1 is read for ever', (type, codec) => {
    const data = fixture('events', type)
    expect(codec.decode(data)).toEqual(E.right(data))
  })

  it.each(Object.entries(meetingCommands))('%s of version 1 is read for ever', (name, codec) => {
    const payload = fixture('commands', name)
    expect(codec.decode(payload)).toEqual(E.right(payload))
  })

  it('bind minutes to the hash of their words, person tokens as written', () => {
    const minutes = fixture('events', 'MinutesDrafted')
    if (!meetingEvents.MinutesDrafted.is(minutes)) throw new Error('the fixture holds no minutes')
    expect(textHash(minutes.text)).toBe(minutes.textHash)
    expect(JSON.stringify(minutes.text)).toMatch(/\{p_[a-z2-7]{26}\}/)
  })
})
