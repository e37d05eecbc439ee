import { PassThrough } from 'node:stream'
import { inMemoryEventStore } from '@ardiya/adapters/in-memory/event-store'
import { ProcessSlug } from '@ardiya/core/kernel/primitives'
import { logStart, logVersion } from '@ardiya/core/kernel/version'
import { screenOn } from './screen'
import { watched } from './watched'

const process = 'khemisset'

/** What comes out of a stream, which is a terminal or none. */
const reading = async (isTTY: boolean): Promise<string> => {
  const stderr = Object.assign(new PassThrough(), { isTTY })
  const screen = screenOn({ stdout: new PassThrough(), stderr, env: {} })
  if (!ProcessSlug.is(process)) return ''
  const store = watched(inMemoryEventStore(), screen)
  await store.readLog(process, { after: logStart, limit: 250 })()
  await store.readLog(process, { after: logVersion(250n), limit: 250 })()
  screen.say('done')
  return String(stderr.read())
}

describe('a long reading', () => {
  it('says on a terminal how far it is, and wipes that away when it says something else', async () => {
    expect(await reading(true)).toBe('\r\u001b[2Kkhemisset: 250 events …\r\u001b[2Kdone\n')
  })

  it('says nothing of it elsewhere', async () => {
    expect(await reading(false)).toBe('done\n')
  })
})
