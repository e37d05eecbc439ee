import { join } from 'node:path'
import { openSqliteEventStore } from '@ardiya/adapters/sqlite/event-store'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { logStart } from '@ardiya/core/kernel/version'
import { readFileSync } from 'node:fs'
import { sandbox } from './script'

const coalition = readFileSync(join(__dirname, 'scripts', 'coalition.jsonl'), 'utf8')
const process = 'khemisset' as ProcessSlug

const opened = async (file: string, create: boolean): Promise<EventStore> => {
  const answer = await openSqliteEventStore({ file, create })()
  if (answer._tag === 'Left') throw new Error(answer.left.tag)
  return answer.right
}

const recordsIn = async (store: EventStore) => {
  const page = await store.readLog(process, { after: logStart, limit: 1000 })()
  if (page._tag === 'Left') throw new Error(page.left.tag)
  return page.right.records
}

describe('the exact bytes of the record', () => {
  const place = sandbox()
  afterAll(place.remove)

  beforeAll(() => {
    place.write('coalition.jsonl', coalition)
    place.run('ardiya init && ardiya apply coalition.jsonl')
  })

  it('are what export prints, one event a line, in the order of the log', async () => {
    const store = await opened(join(place.folder, 'ardiya.db'), false)
    const stored = (await recordsIn(store)).map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
    await store.close()
    expect(stored).toHaveLength(11)
    expect(place.run('ardiya export events').stdout).toBe(stored.map(line => `${line}\n`).join(''))
  })

  it('are named by replay where one valid value was changed for another (rule 18), exit 5', async () => {
    const [source, forged] = [
      await opened(join(place.folder, 'ardiya.db'), false),
      await opened(join(place.folder, 'forged.db'), true)
    ]
    const records = await recordsIn(source)
    const changed = records.map(record =>
      record.type === 'ThemeDefined'
        ? {
            ...record,
            bytes: Buffer.from(
              Buffer.from(record.bytes).toString().replace('"ref":"T1"},"format"', '"ref":"T2"},"format"')
            )
          }
        : record
    )
    await forged.import(changed)()
    await source.close()
    await forged.close()
    const theme = records.find(({ type }) => type === 'ThemeDefined')
    const replayed = place.run('ardiya audit replay --json --store sqlite:./forged.db')
    expect(replayed.code).toBe(5)
    expect(replayed.stdout).toContain('"tag":"ReplayDiffers","rule":18')
    expect(replayed.stdout).toContain(`"event":"${theme?.id ?? ''}"`)
    expect(replayed.stderr).toContain(`ThemeDefined ${theme?.id ?? ''}`)
  })
})
