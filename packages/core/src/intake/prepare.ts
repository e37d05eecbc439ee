/** From a clean line of input to the command: circumstances, what intake finds and hands out, and the exact payload. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type DirectoryEntry } from '../kernel/directory'
import { type MandateRef } from '../kernel/envelope'
import { type CommandId, type Instant, type ProcessSlug, type UtcInstant, Zone } from '../kernel/primitives'
import { type Refused } from '../kernel/handle-command'
import { type StoreFault } from '../kernel/store-fault'
import { type Command, type CommandName, commandTable, isCommandName } from '../path/command-table'
import { type Capabilities } from './capabilities'
import { conform, type InputProblem, problem } from './conform'
import { type BadInput } from './bad-input'
import { fill } from './fill'
import { type Context, type Payload } from './filler'
import { type Input } from './input'
import { inputCodec } from './inputs'
import { type Look } from './look'
import { inUtc, instantOf } from './moment'
import { type RecordedAct } from './recorded'

export interface Preparation {
  readonly process: ProcessSlug
  readonly id: CommandId
  readonly input: Input
  readonly entry: DirectoryEntry | undefined
  /** The same command id in the log: then its allocations are used again (rule 17). */
  readonly recorded: RecordedAct | undefined
  /** What was made for the try before this one. */
  readonly before: Command | undefined
}

const bad = (...problems: ReadonlyArray<InputProblem>): BadInput => ({ tag: 'BadInput', problems })

export const prepare = (
  capabilities: Capabilities,
  look: Look,
  preparation: Preparation
): TE.TaskEither<BadInput | Refused | StoreFault, Command> => {
  const { input } = preparation
  const { name } = input
  return isCommandName(name)
    ? pipe(
        TE.fromEither(givenPayload(name, input)),
        TE.tap(given => TE.fromEither(zoneKnown(capabilities, given))),
        TE.bindTo('given'),
        TE.bindW('context', ({ given }) => contextOf(capabilities, look, preparation, name, given)),
        TE.bindW('filled', ({ given, context }) => fill(name, given, context)),
        TE.flatMapEither(({ filled, context }) => commandOf(preparation, name, filled, context))
      )
    : TE.left(bad(problem('name', name, 'CommandName')))
}

/** The payload as people gave it, held against the input's codec. */
const givenPayload = (name: CommandName, input: Input): E.Either<BadInput, Payload> => {
  const { value, problems } = conform(inputCodec(name), input.payload, 'payload')
  return problems.length === 0 ? E.right(value as Payload) : E.left(bad(...problems))
}

/** A zone is recorded for ever, and local times are read in it: the machine has to know it. */
const zoneKnown = (
  { offsetAt }: Pick<Capabilities, 'offsetAt'>,
  { zone }: Payload
): E.Either<BadInput, void> =>
  Zone.is(zone) && offsetAt(zone, '2000-01-01T00:00:00.000') === undefined
    ? E.left(bad(problem('payload.zone', zone, 'KnownZone')))
    : E.right(undefined)

const contextOf = (
  capabilities: Capabilities,
  look: Look,
  { process, id, input, entry, recorded, before }: Preparation,
  name: CommandName,
  given: Payload
): TE.TaskEither<BadInput | StoreFault, Context> =>
  pipe(
    TE.Do,
    TE.bind('zone', () => zoneOf(look, name, given)),
    TE.bind('now', () => TE.fromIO<UtcInstant, BadInput | StoreFault>(capabilities.now)),
    TE.flatMapEither(({ zone, now }) =>
      pipe(
        occurredAt(capabilities, zone, input, recorded, now),
        E.map((at): Context => ({
          process,
          id,
          zone,
          at,
          recordedAt: recorded?.first.recordedAt ?? clockOf(capabilities, input, at, now),
          actor: input.actor,
          instantIn: local => instantOf(capabilities, local),
          newCommandId: capabilities.newCommandId,
          look,
          entry,
          recorded: recorded?.payload,
          before: before?.payload
        }))
      )
    )
  )

const zoneOf = (look: Look, name: CommandName, given: Payload): TE.TaskEither<StoreFault, Zone> =>
  name === 'OpenProcess' && Zone.is(given['zone'])
    ? TE.right(given['zone'])
    : pipe(
        look.process,
        TE.map(process => process?.opened?.zone ?? ('UTC' as Zone))
      )

const occurredAt = (
  capabilities: Capabilities,
  zone: Zone,
  input: Input,
  recorded: RecordedAct | undefined,
  now: UtcInstant
): E.Either<BadInput, Instant> =>
  pipe(
    input.at === undefined
      ? E.right(recorded?.first.occurredAt ?? (capabilities.inZone(zone, now) as Instant | undefined))
      : instantOf(capabilities, zone)(input.at, 'at'),
    E.mapLeft(flaw => bad(flaw)),
    E.filterOrElse(
      (instant): instant is Instant => instant !== undefined,
      () => bad(problem('payload.zone', zone, 'Zone'))
    )
  )

/** With a clock from the input, an act was recorded when the input says, or when it happened. */
const clockOf = (
  { clock }: Pick<Capabilities, 'clock'>,
  { recordedAt }: Input,
  at: Instant,
  now: UtcInstant
): UtcInstant => (clock === 'own' ? now : (recordedAt ?? inUtc(at)))

const commandOf = (
  { process, id, input }: Preparation,
  name: CommandName,
  filled: Payload,
  context: Context
): E.Either<BadInput, Command> => {
  const codec = commandTable[name]
  const recordedBy = input.recordedBy ?? ownMandate(input)
  if (recordedBy === undefined) return E.left(bad(problem('recordedBy', undefined, 'Missing')))
  const { value, problems } = conform(codec, filled, 'payload')
  if (problems.length > 0) return E.left(bad(...problems))
  const command = {
    id,
    process,
    name,
    v: 1,
    payload: value,
    occurredAt: context.at,
    recordedAt: context.recordedAt,
    actor: input.actor,
    recordedBy,
    ...optional('evidence', input.evidence),
    ...optional('cause', input.cause),
    ...optional('correlation', input.correlation)
  }
  return E.right(command as Command)
}

const ownMandate = ({ actor }: Input): MandateRef | undefined =>
  actor.as === 'meeting' ? undefined : actor.mandate

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }
