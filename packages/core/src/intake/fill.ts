/**
 * What intake finds by looking and hands out: numbers, the exact text that is meant, streams that a decision must
 * read, operations made from a new wording, person references, instants. What the input left out is taken from the
 * record where the command is in the log already (rule 17).
 */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CommandId } from '../kernel/primitives'
import { type Refused } from '../kernel/handle-command'
import { type StoreFault } from '../kernel/store-fault'
import { commandTable } from '../path/command-table'
import { fieldsOf } from './conform'
import { fillMeeting } from './fill-meeting'
import { fillMeetingTimes } from './fill-meeting-times'
import { fillPlatform } from './fill-platform'
import { fillNumber } from './fill-number'
import { fillStreams } from './fill-streams'
import { fillText } from './fill-text'
import { type BadInput } from './bad-input'
import { type Filled, type Filler, notKnown, type Payload } from './filler'

export const fill: Filler = (name, payload, context) =>
  [
    fromRecord,
    asFirstSeen,
    fillDefaults,
    fillPerson,
    fillMeetingTimes,
    fillNumber,
    fillStreams,
    fillText,
    fillMeeting,
    fillPlatform
  ].reduce<Filled>(
    (filled, filler) =>
      pipe(
        filled,
        TE.flatMap(so => filler(name, so, context))
      ),
    TE.right(payload)
  )

/** The allocations of the first time: numbers, hashes, streams, whatever people did not give (ADR 0004). */
const fromRecord: Filler = (_name, payload, { recorded }) => {
  if (recorded === undefined) return TE.right(payload)
  const { operations, ...rest } = recorded
  const madeFromWording = payload['text'] !== undefined && operations !== undefined
  return TE.right(completed(payload, madeFromWording ? rest : recorded) as Payload)
}

/** What is not given is as it was recorded, also inside of lists and objects; a bare reference is what it stood for. */
const completed = (given: unknown, recorded: unknown): unknown => {
  if (Array.isArray(given) && Array.isArray(recorded)) {
    return given.length === recorded.length
      ? given.map((item: unknown, index) => completed(item, recorded[index]))
      : given
  }
  if (!isPayload(recorded)) return given
  if (typeof given === 'string') return given === recorded['ref'] ? recorded : given
  if (!isPayload(given)) return given
  const missing = Object.entries(recorded).filter(([key]) => given[key] === undefined)
  const found = Object.entries(given).map(([key, value]) => [key, completed(value, recorded[key])])
  return { ...Object.fromEntries(found), ...Object.fromEntries(missing) }
}

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * An act that is tried again, because others recorded meanwhile, is about the texts that it was about at first: nobody
 * writes over words that came in between (rule 16). Numbers are given anew.
 */
const asFirstSeen: Filler = (name, payload, { before, recorded }) => {
  if (before === undefined || recorded !== undefined) return TE.right(payload)
  const seen = [...namesTexts, ...(name === 'ProposeMerge' ? ['sources'] : [])].filter(
    key => before[key] !== undefined
  )
  return TE.right({ ...payload, ...Object.fromEntries(seen.map(key => [key, before[key]])) })
}

/** `textHash`, `of` and `was` are of words; `subject` and `resolution` hold what they are about. */
const namesTexts = ['language', 'revision', 'textHash', 'of', 'was', 'subject', 'resolution']

/** Lists that were left out are empty. */
const fillDefaults: Filler = (name, payload) => {
  const fields = fieldsOf(commandTable[name])
  const lists = [...(fields?.required ?? [])].filter(
    key => payload[key] === undefined && emptyWhenLeftOut.includes(key)
  )
  return TE.right({
    ...Object.fromEntries(lists.map(key => [key, []])),
    ...(name === 'OpenProcess' && payload['rules'] === undefined ? { rules: 1 } : {}),
    ...payload
  })
}

const emptyWhenLeftOut = [
  'coAuthors',
  'areas',
  'levels',
  'references',
  'evidence',
  'answers',
  'speakers',
  'submissions',
  'reservations',
  'blocks',
  'explanations'
]

/** The person's reference and commitment instead of the details, which are in the directory. */
const fillPerson: Filler = (name, payload, { entry, look, newCommandId }) => {
  if (name === 'AskPersonErasure' && payload['completion'] === undefined) {
    return pipe(
      TE.fromIO<CommandId, BadInput | Refused | StoreFault>(newCommandId),
      TE.map(completion => ({ ...payload, completion }))
    )
  }
  if (entry !== undefined) {
    const { person, commitment } = entry
    const { details: _details, ...rest } = payload
    return TE.right(
      name === 'OpenProcess'
        ? { ...rest, mandate: { ...(payload['mandate'] as object), person, commitment } }
        : { ...rest, person, commitment }
    )
  }
  return name === 'GrantMandate' && payload['commitment'] === undefined
    ? pipe(
        look.process,
        TE.flatMap((process): Filled => {
          const person = String(payload['person'])
          const commitment = process?.persons[person]?.commitment
          return commitment === undefined
            ? notKnown('payload.person', person, 'person')
            : TE.right({ ...payload, commitment })
        })
      )
    : TE.right(payload)
}
