/**
 * Whole acts for tests, by the code of `ardiya apply`: a session over any stores, lines of input done one after
 * another, and what is then in the log.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import * as E from 'fp-ts/lib/Either'
import { type Receipt } from '@ardiya/core/intake/act'
import { type Capabilities } from '@ardiya/core/intake/capabilities'
import { type EventStore, type LoggedRecord } from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { logStart } from '@ardiya/core/kernel/version'
import { type Line } from '@ardiya/cli/act/lines'
import { type Done, doLines, type Session, sessionOn } from '@ardiya/cli/act/session'
import { closeAll, inMemoryStores, makeStores, type Stores } from '@ardiya/cli/store/opened'
import { screenOn } from '@ardiya/cli/terminal/screen'
import { rightOrDie as rightOf } from '../programs/speaking'

export { inMemoryStores, type Stores, rightOf }

/** The process of the demonstration. */
export const demo = 'khemisset' as ProcessSlug

const invocationFor = (process: ProcessSlug): Parameters<typeof sessionOn>[1] => ({
  store: 'memory:',
  json: true,
  process,
  screen: screenOn({ stdout: new PassThrough(), stderr: new PassThrough(), env: {} }),
  interruption: () => new AbortController().signal,
  goOnUnread: () => undefined
})

export const sessionOver = (
  stores: Stores,
  process: ProcessSlug,
  clock: Capabilities['clock'] = 'fromInput'
): Promise<Session> => rightOf(sessionOn(stores, invocationFor(process), clock))

async function* linesOfText(text: string): AsyncGenerator<Line> {
  const lines = text.split('\n')
  for (const [index, line] of lines.entries())
    if (line !== '') yield await Promise.resolve({ number: index + 1, bytes: Buffer.from(line) })
}

/** Does every line, whatever comes of it. */
export const doAll = async (session: Session, text: string): Promise<ReadonlyArray<Done>> => {
  const done: Done[] = []
  for await (const each of doLines(session, linesOfText(text))) done.push(each)
  return done
}

/** Does every line; one that is refused fails the test. */
export const play = async (session: Session, text: string): Promise<ReadonlyArray<Receipt>> =>
  (await doAll(session, text)).map(({ number, result }) => {
    if (E.isRight(result)) return result.right
    throw new Error(`line ${number} was refused: ${JSON.stringify(result.left)}`)
  })

export const demoText = (): string =>
  readFileSync(join(__dirname, '../../../cli/demo/khemisset.jsonl'), 'utf8')

/** The whole log of a process in its order. */
export const logOf = async (
  store: EventStore,
  process: ProcessSlug
): Promise<ReadonlyArray<LoggedRecord>> => {
  const records: LoggedRecord[] = []
  for (let after = logStart; ;) {
    const page = await rightOf(store.readLog(process, { after, limit: 500 }))
    records.push(...page.records)
    if (page.end) return records
    after = page.next
  }
}

/** The demonstration, played once into memory. */
export const demoInMemory = async (): Promise<{ readonly stores: Stores; readonly session: Session }> => {
  const stores = inMemoryStores()
  const session = await sessionOver(stores, demo)
  await play(session, demoText())
  return { stores, session }
}

/** The three files of a store in a folder, made where they are not there. */
export const storesIn = (folder: string): Promise<Stores> =>
  rightOf(
    makeStores({
      tag: 'Sqlite',
      file: join(folder, 'path.db'),
      views: join(folder, 'path.views.db'),
      persons: join(folder, 'path.persons.db')
    })
  )

export const closeStores = (stores: Stores): Promise<void> => rightOf(closeAll(stores))
