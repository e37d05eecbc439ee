/**
 * One act from people's input to the record (guarantees.md §1): cleaned, made a command, decided, appended. What the
 * command line and embedding tools call.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { canonicalText } from '../kernel/canonical'
import { type DirectoryEntry } from '../kernel/directory'
import { decideOnly } from '../kernel/decide-only'
import { type Failure, type Handled, handleCommand } from '../kernel/handle-command'
import { catchUp } from '../kernel/catch-up'
import { type CommandId, eventId, type EventId, type Json, type ProcessSlug } from '../kernel/primitives'
import { type StoreFault } from '../kernel/store-fault'
import { showVersion } from '../kernel/version'
import { type Command, isCommandName } from '../path/command-table'
import { pathDomain } from '../path/domain'
import { type PathEvent } from '../path/event-table'
import { type Capabilities } from './capabilities'
import { clean } from './clean-text'
import { conform, type InputProblem } from './conform'
import { Input } from './input'
import { lookIn } from './look'
import { entryFor, personIn } from './persons'
import { type BadInput } from './bad-input'
import { prepare } from './prepare'
import { recordedAct, type RecordedAct } from './recorded'
import { referencesOf } from './references'

export type { InputProblem } from './conform'

/**
 * Why an act was not done: the input is not understood (`BadInput`, each problem with its field), a rule refuses it
 * (`Refused`, with rule, field, value and numbers), its id is in the log with another payload (`CommandIdReused`,
 * rule 17), others kept appending for twenty attempts (`Busy`, rule 16), or the store failed.
 */
export type ActFailure =
  Failure | BadInput | { readonly tag: 'CommandIdReused'; readonly id: CommandId; readonly differs: string }

/** What an act got: the reference of what it made or is about, its events and the log version after them. */
export interface Receipt {
  readonly id: CommandId
  readonly name: string
  /** `P1`, `M1-Q2`, …, what it made or is about: what later lines call `@<id>`. */
  readonly ref?: string
  /** The references of all events of the append. */
  readonly refs: ReadonlyArray<string>
  readonly events: ReadonlyArray<{ readonly id: EventId; readonly type: string; readonly stream: string }>
  /** The log's version after the act, a decimal string. */
  readonly log: string
  /** recorded now · repeated: the same id was recorded before, nothing was written · alreadySo: nothing to record. */
  readonly outcome: 'recorded' | 'repeated' | 'alreadySo' | 'wouldBeRecorded'
}

/** How an act is done, where it is not simply recorded. */
export interface ActOptions {
  /** Decides without recording. */
  readonly dryRun?: boolean
}

/** The same id was recorded before: what intake makes of the input now, to be compared with the record. */
interface Repeated {
  readonly tag: 'Repeated'
  readonly act: RecordedAct
  readonly command: Command
}

/**
 * Does one act: makes the command of an input, decides it and appends its events, all or none (rules 16, 17, 19). An
 * empty store needs nothing before: `OpenProcess` begins the process. Left: what is wrong, and then nothing has changed.
 * `input` is a line as people give it (docs/spec/commands.md), not yet checked; docs/how-to/embed.md shows it in use.
 */
export const act =
  (capabilities: Capabilities) =>
  (process: ProcessSlug, input: unknown, options: ActOptions = {}): TE.TaskEither<ActFailure, Receipt> =>
    pipe(
      TE.fromEither(readInput(input)),
      TE.bindTo('input'),
      TE.bindW('id', ({ input: { id } }) =>
        id === undefined ? TE.fromIO<CommandId, ActFailure>(capabilities.newCommandId) : TE.right(id)
      ),
      TE.bindW('entry', ({ input, id }) => personEntry(capabilities, process, id, input)),
      TE.flatMap(({ input, id, entry }) => perform(capabilities, process, { input, id, entry }, options)),
      TE.mapLeft(failure => (failure.tag === 'BadInput' ? namingCommand(failure, input) : failure))
    )

const namingCommand = (failure: BadInput, input: unknown): BadInput =>
  typeof input === 'object' &&
  input !== null &&
  'name' in input &&
  typeof input.name === 'string' &&
  isCommandName(input.name)
    ? { ...failure, command: input.name }
    : failure

interface Task {
  readonly input: Input
  readonly id: CommandId
  readonly entry: DirectoryEntry | undefined
}

const personEntry = (
  capabilities: Capabilities,
  process: ProcessSlug,
  id: CommandId,
  { name, payload, recordedAt }: Input
): TE.TaskEither<StoreFault, DirectoryEntry | undefined> => {
  const given = personIn(name, payload)
  return given === undefined
    ? TE.right(undefined)
    : pipe(
        TE.fromIO(capabilities.now),
        TE.flatMap(now => entryFor(capabilities, process, id, recordedAt ?? now, given))
      )
}

const perform = (
  capabilities: Capabilities,
  process: ProcessSlug,
  task: Task,
  { dryRun }: ActOptions
): TE.TaskEither<ActFailure, Receipt> => {
  const make = makeCommand(capabilities, process, task)
  const handled =
    dryRun === true
      ? decideOnly(pathDomain, capabilities)(process, make)
      : handleCommand(pathDomain, capabilities, capabilities.pause)(process, make, () =>
          task.entry === undefined ? TE.right(undefined) : capabilities.directory.put([task.entry])
        )
  return pipe(
    handled,
    TE.map(receiptOf(dryRun === true ? 'wouldBeRecorded' : 'recorded')),
    TE.orElse((failure): TE.TaskEither<ActFailure, Receipt> =>
      failure.tag === 'Repeated' ? TE.fromEither(compareWithRecord(failure)) : TE.left(failure)
    )
  )
}

/** Makes the command, or finds it recorded already: then intake runs with the recorded allocations (rule 17). */
const makeCommand =
  (capabilities: Capabilities, process: ProcessSlug, { input, id, entry }: Task) =>
  (before?: Command): TE.TaskEither<Repeated | BadInput | StoreFault | Failure, Command> => {
    const look = lookIn(capabilities, process)
    const known: TE.TaskEither<StoreFault, RecordedAct | undefined> =
      input.id === undefined ? TE.right(undefined) : recordedAct(capabilities, process, id)
    return pipe(
      known,
      TE.flatMap((recorded): TE.TaskEither<Repeated | BadInput | StoreFault | Failure, Command> => {
        const command = prepare(capabilities, look, { process, id, input, entry, recorded, before })
        return recorded === undefined
          ? command
          : pipe(
              command,
              TE.flatMap(made =>
                TE.left<Repeated, Command>({ tag: 'Repeated', act: recorded, command: made })
              )
            )
      })
    )
  }

/** Payload, `occurredAt` and actor must be equal; then the act is told again and nothing is written. */
const compareWithRecord = ({ act: recorded, command }: Repeated): E.Either<ActFailure, Receipt> => {
  const { first } = recorded
  const pairs: ReadonlyArray<readonly [string, unknown, unknown]> = [
    ['name', recorded.name, command.name],
    ['payload', recorded.payload, command.payload],
    ['at', first.occurredAt, command.occurredAt],
    ['actor', first.actor, command.actor]
  ]
  const differs = pairs.find(([, was, is]) => canonicalText(was as Json) !== canonicalText(is as Json))
  return differs === undefined
    ? E.right(toldAgain(recorded, command.id))
    : E.left({ tag: 'CommandIdReused', id: command.id, differs: differs[0] })
}

const toldAgain = ({ envelopes, payload, name, log }: RecordedAct, id: CommandId): Receipt => ({
  id,
  name,
  ...referencesOf(payload, envelopes),
  events: envelopes.map(({ id: event, type, stream }) => ({ id: event, type, stream })),
  log: showVersion(log),
  outcome: 'repeated'
})

const receiptOf =
  (outcome: Receipt['outcome']) =>
  ({ command, events, log }: Handled<Command, PathEvent>): Receipt => ({
    id: command.id,
    name: command.name,
    ...referencesOf(command.payload, events),
    events: events.map(({ type, stream }, index) => ({ id: eventId(command.id, index), type, stream })),
    log: showVersion(log),
    outcome: events.length === 0 ? 'alreadySo' : outcome
  })

/** Cleans every string and holds the line against the codec of input lines. */
const readInput = (input: unknown): E.Either<BadInput, Input> => {
  const cleaned = clean(input, '')
  const conformed = conform(Input, cleaned.value, '')
  const problems: ReadonlyArray<InputProblem> = [
    ...cleaned.problems.filter(flaw => !isTokenOfMinutes(conformed.value, flaw)),
    ...conformed.problems
  ]
  return problems.length === 0 && Input.is(conformed.value)
    ? E.right(conformed.value)
    : E.left({ tag: 'BadInput', problems })
}

/** Minutes hold person tokens as the system wrote them; whoever corrects the words gives them back as they stand. */
const isTokenOfMinutes = (input: unknown, { expected, field }: InputProblem): boolean =>
  expected === 'PersonToken' &&
  field.startsWith('payload.text.') &&
  typeof input === 'object' &&
  input !== null &&
  'name' in input &&
  (input.name === 'DraftMinutes' || input.name === 'SettleMinutesCorrection')

/** Brings what is kept of a process up to date, as every act and every view begins. */
export const upToDate = (capabilities: Pick<Capabilities, 'store' | 'views'>, process: ProcessSlug) =>
  pipe(
    catchUp(pathDomain, capabilities.store, capabilities.views, process),
    TE.map(({ checkpoint }) => checkpoint)
  )
