/** Who may give a command, in which stage, and what its decision reads: said in words from the code's own tables. */
import * as O from 'fp-ts/lib/Option'
import { parseStreamName, type StreamName } from '../src/kernel/stream-name'
import { type CommandName } from '../src/path/command-table'
import { permissions } from '../src/path/permissions'
import { ownerOf, readsOf } from '../src/path/reads'
import { madeUp } from './made-up'

const and = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

const or = (words: ReadonlyArray<string>): string => and(words).replace(/ and (?=[^ ]+$)/, ' or ')

/** In whose name it is given. */
export const whoGives = (name: CommandName): string => {
  const { by, alsoSuspended } = permissions[name]
  return `${or(by)}${alsoSuspended === true ? ', also of a suspended association' : ''}`
}

/** In which stages. */
export const inWhichStage = (name: CommandName): string => {
  const { stages, late, ownInGathering } = permissions[name]
  if (name === 'Decide') return 'by its subject ([motions](motions.md))'
  if (stages.length === 6) return 'any'
  const but = (stage: string): string => and(stages.filter(each => each !== stage))
  if (late === true) return `${but('refining')}; refining where the charter accepts what is late`
  return ownInGathering === true ? `${but('gathering')}; gathering on one’s own texts` : and(stages)
}

/** What the decision reads, which is the expectation of its append. */
export const whatItReads = (name: CommandName): string => {
  const made = madeUp(name)
  if (O.isNone(made)) return 'unknown'
  const { command, places } = made.value
  const reads = readsOf(command)
  return reads.tag === 'Log'
    ? 'the whole log'
    : `${named(reads.streams, places).join('; ')}${alsoTheLog(name)}`
}

/** A decision over everything reads the whole log. */
const alsoTheLog = (name: CommandName): string => {
  if (name !== 'Decide') return ''
  const whole = ['freeze', 'setAside'].filter(motion => {
    const made = madeUp('Decide', { 'subject.kind': 'platform', 'subject.ref': 'V1', motion })
    return O.isSome(made) && readsOf(made.value.command).tag === 'Log'
  })
  return whole.length === 0
    ? ''
    : `; for a platform’s ${or(whole.map(motion => `\`${motion}\``))} the whole log`
}

const named = (
  streams: ReadonlyArray<StreamName>,
  places: ReadonlyMap<string, string>
): ReadonlyArray<string> => {
  const refs = streams.map(refOf)
  const everyMeeting = refs.filter(ref => ref.startsWith('M')).length > 4
  const everyPlatform = refs.filter(ref => ref.startsWith('V')).length > 2
  const said = refs
    .map((ref, index) => {
      if (ref === '') return 'the process'
      if (everyPlatform && ref.startsWith('V')) return 'the platforms and the next number'
      if (everyMeeting && ref.startsWith('M') && placeOf(ref, places) === undefined)
        return 'for an annulment the meetings and the next number'
      const next = `${ref.slice(0, 1)}${Number(ref.slice(1)) + 1}`
      if (placeOf(next, places) !== undefined) return ''
      const before = `${ref.slice(0, 1)}${Number(ref.slice(1)) - 1}`
      const place = placeOf(ref, places) ?? streams[index] ?? ref
      return refs.includes(before) && !(everyMeeting && ref.startsWith('M'))
        ? `${place} and the number before`
        : place
    })
    .filter(each => each !== '')
  return [...new Set(said)]
}

const refOf = (stream: StreamName): string => {
  const parts = parseStreamName(stream)
  return O.isSome(parts) ? (parts.value.ref ?? '') : stream
}

const kinds: Readonly<Record<string, string>> = {
  M: 'meeting',
  D: 'submission',
  E: 'submission',
  P: 'submission',
  V: 'platform'
}

/** Where the payload names the stream: as itself, as what a longer reference belongs to, or as a stream. */
const placeOf = (ref: string, places: ReadonlyMap<string, string>): string | undefined => {
  const kind = kinds[ref.slice(0, 1)] ?? 'stream'
  for (const [reference, path] of places) {
    if (reference === ref)
      return path === kind ? `the ${kind}` : `the ${kind}${path.includes('[]') ? 's' : ''} \`${path}\``
    if (reference.endsWith(`.${ref}`) && reference.includes('-made-up.')) return `the streams \`${path}\``
    if (ownerOf(reference) === ref) return `the ${kind} of \`${path}\``
  }
  return undefined
}
