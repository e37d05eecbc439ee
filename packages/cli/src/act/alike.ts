/**
 * A line without an id is a new act each time (issue 2, E). Where the record ended with acts like the ones just recorded,
 * the file was most likely run twice: that is said, and nothing is refused.
 */
import { latinDigits } from '@ardiya/core/intake/conform'
import { type Receipt } from '@ardiya/core/intake/act'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { type Envelope } from '@ardiya/core/kernel/envelope'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { envelopeOf } from '@ardiya/core/kernel/recognise'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { logVersion, logVersionBefore, type LogVersion } from '@ardiya/core/kernel/version'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { counted } from '../failure/words'
import { type Done } from './session'

/** What was recorded of lines without an id: the last of them, and where the log of their process was before. */
export interface Unnamed {
  readonly process: ProcessSlug
  readonly before: LogVersion
  readonly lines: ReadonlyArray<unknown>
}

/** So many lines and events are looked at: of a file that was run twice, the ends are the same. */
const looked = 200

/** With one line more, where it was recorded without an id. */
export const withUnnamed = (
  unnamed: Unnamed | undefined,
  { line, process }: NonNullable<Done['asked']>,
  { outcome, log, events }: Receipt
): Unnamed | undefined => {
  if (outcome !== 'recorded' || hasId(line)) return unnamed
  return unnamed?.process === process
    ? { ...unnamed, lines: [...unnamed.lines, line].slice(-looked) }
    : { process, before: logVersionBefore(logVersion(BigInt(log)), events.length), lines: [line] }
}

const hasId = (line: unknown): boolean => typeof line === 'object' && line !== null && 'id' in line

/** What is said of lines that the record seems to have had already; nothing where it had none. */
export const saidOfAlike = (
  store: EventStore,
  { process, before, lines }: Unnamed
): TE.TaskEither<StoreFault, ReadonlyArray<string>> =>
  pipe(
    store.readLog(process, { after: atLeast(before.value - BigInt(looked)), limit: looked }),
    TE.map(({ records }) => records.filter(({ log }) => log.value <= before.value)),
    TE.flatMapEither(E.traverseArray(envelopeOf)),
    TE.map(earlier => lines.filter(line => earlier.some(envelope => isAlike(line, envelope))).length),
    TE.orElse(fault => (fault.tag === 'NotInStore' ? TE.right(0) : TE.left(fault))),
    TE.map(alike =>
      alike === 0
        ? []
        : [
            `ardiya: ${counted(alike, 'line')} without an id: the record had ${alike === 1 ? 'an act like it' : 'acts like them'} before; if the file was run twice, what it says is recorded twice`,
            'ardiya: Give each line an "id", and running it again changes nothing.'
          ]
    )
  )

const atLeast = (version: bigint): LogVersion => logVersion(version < 0n ? 0n : version)

/** The same name and actor, the same time where one was typed, and a payload that says nothing else. */
const isAlike = (line: unknown, { command, actor, occurredAt }: Envelope): boolean => {
  const { name, at, ...typed } = line as Readonly<Record<string, unknown>>
  return (
    command !== undefined &&
    name === command.name &&
    (typeof at !== 'string' || occurredAt.startsWith(latinDigits(at).slice(0, 16).replace(' ', 'T'))) &&
    saysNothingElse(typed['actor'], actor) &&
    saysNothingElse(typed['payload'], command.payload)
  )
}

/** What intake adds (numbers, hashes) is not compared, nor a person's details, which it takes for a reference. */
const saysNothingElse = (typed: unknown, recorded: unknown): boolean => {
  if (typeof typed !== 'object' || typed === null) return typed === recorded
  if (typeof recorded === 'string') return true
  if (typeof recorded !== 'object' || recorded === null) return false
  const was = recorded as Readonly<Record<string, unknown>>
  return Object.entries(typed).every(
    ([key, value]) => was[key] === undefined || saysNothingElse(value, was[key])
  )
}
