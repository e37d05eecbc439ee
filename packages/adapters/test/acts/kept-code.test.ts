/**
 * Issue 2 D: kept views are made anew when their code changes. `code` is raised by hand (path/domain.ts), so what it
 * stands for is held here: what each code makes of logs, in `kept-codes.jsonl`, to which rows are only ever added.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalBytes, canonicalText, utf8 } from '@ardiya/core/kernel/canonical'
import { catchUp } from '@ardiya/core/kernel/catch-up'
import { type Envelope } from '@ardiya/core/kernel/envelope'
import { sha256 } from '@ardiya/core/kernel/hash'
import { type CommandId, eventId, type Json, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { pathDomain } from '@ardiya/core/path/domain'
import { hikaya, imported, orders } from './mini-story'
import { demo, demoInMemory, inMemoryStores, logOf, rightOf, type Stores } from './stage'
import { envelopesOf, recordOf } from './tamper'

jest.setTimeout(60_000)

/** What a code made of a log: hashes of the log's bytes and of all documents kept from it. */
interface Row {
  readonly code: string
  readonly story: string
  readonly log: string
  readonly kept: string
}

const rows: ReadonlyArray<Row> = readFileSync(join(__dirname, 'kept-codes.jsonl'), 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line) as Row)

const keptFrom = async (story: string, { store, views }: Stores, process: ProcessSlug): Promise<Row> => {
  await rightOf(catchUp(pathDomain, store, views, process))
  const { documents } = await rightOf(views.scan(process, { prefix: '' }))
  const log = envelopesOf(await logOf(store, process))
  return {
    code: pathDomain.code,
    story,
    log: sha256(canonicalBytes(log as unknown as Json)),
    kept: sha256(utf8(documents.map(({ key, value }) => `${key} ${canonicalText(value)}\n`).join('')))
  }
}

const sameLog = (a: Row, b: Row): boolean => a.code === b.code && a.story === b.story && a.log === b.log

/** What there is to do about what the code now makes of a log. */
const toDo = (made: Row): string | undefined => {
  const known = rows.find(row => sameLog(row, made))
  if (known === undefined) return `add to kept-codes.jsonl: ${JSON.stringify(made)}`
  return known.kept === made.kept
    ? undefined
    : `code ${made.code} no longer keeps of ${made.story} what it kept: raise \`code\` in core/src/path/domain.ts`
}

const fixtures = join(__dirname, '../../../../docs/spec/fixtures/events')

/** The example of every type of event, as if it had come at the end of the demonstration, in a stream of each kind. */
const everyType = (story: ReadonlyArray<Envelope>): ReadonlyArray<Envelope> => {
  const ends = [
    'process-khemisset',
    'meeting-khemisset.M1',
    'submission-khemisset.P1',
    'platform-khemisset.V1'
  ]
  const id = '019a0000-0000-7000-8000-000000000000' as CommandId
  const files = readdirSync(fixtures).sort()
  return ends.flatMap((stream, nth) => {
    const { command: _, ...last } = story.filter(event => event.stream === stream).at(-1) as Envelope
    return files.map(
      (file, index) =>
        ({
          ...last,
          id: eventId(id, nth * files.length + index),
          version: last.version + index + 1,
          type: file.slice(0, file.indexOf('.')),
          v: 1,
          data: JSON.parse(readFileSync(join(fixtures, file), 'utf8')) as Envelope['data']
        }) as Envelope
    )
  })
}

describe('The code that kept views are made by is raised when it keeps anything else', () => {
  let played: Stores
  beforeAll(async () => {
    played = (await demoInMemory()).stores
  })

  it.each(orders)('of the mini story, %s', async order => {
    expect(toDo(await keptFrom(`mini-story ${order}`, await imported(order), hikaya))).toBeUndefined()
  })

  it('of the demonstration', async () => {
    expect(toDo(await keptFrom('demonstration', played, demo))).toBeUndefined()
  })

  it('of any type of event after it', async () => {
    const story = envelopesOf(await logOf(played.store, demo))
    const further = inMemoryStores()
    await rightOf(further.store.import([...story, ...everyType(story)].map(recordOf)))
    expect(toDo(await keptFrom('every type of event', further, demo))).toBeUndefined()
  })

  it('and is held against each log once', () => {
    expect(rows.filter((row, index) => rows.findIndex(other => sameLog(row, other)) !== index)).toEqual([])
  })
})
