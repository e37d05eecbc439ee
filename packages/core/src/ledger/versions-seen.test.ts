import * as fc from 'fast-check'
import { eventId, type CommandId, type ProcessSlug } from '../kernel/primitives'
import { type LoggedRecord } from '../kernel/event-store'
import { type StreamName } from '../kernel/stream-name'
import { logVersion, streamVersion } from '../kernel/version'
import { firstMissing, type MissingVersion, seeVersion, type VersionsSeen } from './versions-seen'

const names = ['process-water', 'meeting-water.M1', 'submission-water.P1'] as StreamName[]

/** A log of events in the streams named, with the versions of each in their order. */
const logOf = (streams: ReadonlyArray<StreamName>): ReadonlyArray<LoggedRecord> =>
  streams.map((stream, index) => ({
    process: 'water' as ProcessSlug,
    stream,
    version: streamVersion(streams.slice(0, index + 1).filter(each => each === stream).length),
    id: eventId('01998000-0000-7000-8000-000000000001' as CommandId, index),
    type: 'ThemeDefined',
    bytes: new Uint8Array([index]),
    log: logVersion(index + 1)
  }))

const missingIn = (log: ReadonlyArray<LoggedRecord>): MissingVersion | undefined => {
  const seen: VersionsSeen = new Map()
  for (const record of log) seeVersion(seen, record)
  return firstMissing(seen)
}

const logs = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 40 }).map(logOf)
const logsAndOne = logs.chain(log => fc.tuple(fc.constant(log), fc.nat(log.length - 1)))

/** The next of its stream. */
const nextOf = (log: ReadonlyArray<LoggedRecord>, index: number): LoggedRecord | undefined =>
  log.find(({ stream }, at) => at > index && stream === log[index]?.stream)

describe('The versions of the streams of a log', () => {
  it('are whole where nothing was left out', () => {
    fc.assert(fc.property(logs, log => missingIn(log) === undefined))
  })

  it('show what was left out, and before which event, as long as its stream goes on', () => {
    fc.assert(
      fc.property(logsAndOne, ([log, index]) => {
        const next = nextOf(log, index)
        const missing = missingIn(log.filter((_, at) => at !== index))
        expect(missing).toEqual(
          next && {
            stream: log[index]?.stream,
            version: String(log[index]?.version.value),
            before: { id: next.id, type: next.type, log: String(next.log.value) }
          }
        )
      })
    )
  })

  it('show of several that were left out the one whose lack shows first', () => {
    const [p, m, s] = names as [StreamName, StreamName, StreamName]
    const log = logOf([p, m, m, s, s, m, p, p])
    expect(missingIn(log.filter((_, at) => at !== 1 && at !== 3 && at !== 6))?.stream).toBe(m)
    expect(missingIn(log.filter((_, at) => at !== 3 && at !== 6))?.stream).toBe(s)
    expect(missingIn(log.filter((_, at) => at !== 1 && at !== 2))).toMatchObject({ stream: m, version: '1' })
  })

  it('lack none where one was forged and its stream goes on with the true ones', () => {
    fc.assert(
      fc.property(logsAndOne, fc.integer({ min: 1, max: 99 }), ([log, index], version) => {
        fc.pre(nextOf(log, index) !== undefined)
        const forged = log.map((each, at) =>
          at === index ? { ...each, version: streamVersion(version) } : each
        )
        expect(missingIn(forged)).toBeUndefined()
      })
    )
  })
})
