/**
 * `ardiya audit person`: the details and the salt that the directory holds of a person, and the commitment made of them
 * again beside the one in the log (docs/spec/persons.md). For whoever may see them: an auditor at the secretariat.
 */
import { inMemoryViewStore } from '@ardiya/adapters/in-memory/view-store'
import { upToDate } from '@ardiya/core/intake/act'
import { lookIn } from '@ardiya/core/intake/look'
import { canonicalText } from '@ardiya/core/kernel/canonical'
import { type DirectoryAnswer, type DirectoryEntry } from '@ardiya/core/kernel/directory'
import { type Hash, PersonRef, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { commitment, opensCommitment } from '@ardiya/core/process/person'
import { type PersonEntry } from '@ardiya/core/process/state'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type ExitCode, exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { type Invocation, type Verb } from '../invocation'
import { directoryFlawsOf } from '../store/check-directory'
import { type Stores, withViews } from '../store/opened'
import { oneProcess } from '../store/process'
import { isolate } from '../terminal/isolate'
import { rows } from '../terminal/rows'

export const auditPerson =
  (ref: string): Verb =>
  invocation =>
    pipe(
      invocation,
      withViews(stores =>
        pipe(
          TE.fromEither(personRef(ref)),
          TE.flatMap(person => lookedUp(stores, invocation, person)),
          TE.tapTask(looked => () => tellAudit(invocation, auditOf(looked))),
          TE.flatMap(verdict)
        )
      )
    )

const personRef = E.fromPredicate(PersonRef.is, (value): CliFailure => ({
  tag: 'OptionNotUnderstood',
  option: 'person',
  value: String(value),
  expected: 'a reference like p_yzcizcm4…, as "ardiya show process --json" shows it'
}))

/** A person as the log and the directory have them. */
interface LookedUp {
  readonly process: ProcessSlug
  readonly person: PersonEntry
  readonly answer: DirectoryAnswer
}

const lookedUp = (
  stores: Stores,
  invocation: Invocation,
  ref: PersonRef
): TE.TaskEither<CliFailure, LookedUp> =>
  pipe(
    oneProcess(stores.store, invocation),
    TE.bindTo('process'),
    TE.bindW('person', ({ process }) => personInLog(stores, process, ref)),
    TE.bindW('answer', ({ process }) => stores.directory.lookup(process, ref))
  )

/** From the log alone: what is kept beside it is not trusted here. */
const personInLog = (
  { store, directory }: Stores,
  process: ProcessSlug,
  ref: PersonRef
): TE.TaskEither<CliFailure, PersonEntry> => {
  const anew = { store, directory, views: inMemoryViewStore() }
  return pipe(
    upToDate(anew, process),
    TE.flatMap(() => lookIn(anew, process).process),
    TE.flatMap((state): TE.TaskEither<CliFailure, PersonEntry> =>
      pipe(
        state?.persons[ref],
        TE.fromNullable<CliFailure>({ tag: 'PersonNotInRecord', process, person: ref })
      )
    )
  )
}

/** A commitment of the log, and beside it what the directory holds for it; nothing for an erased person. */
interface Version extends Partial<Held> {
  readonly event: string
  readonly at: string
  readonly recorded: Hash
}

interface Held {
  readonly details?: DirectoryEntry['details']
  readonly salt?: string
  /** The commitment made again of details and salt. */
  readonly madeAgain?: Hash
  readonly agrees: boolean
}

interface Audit {
  readonly process: ProcessSlug
  readonly person: PersonRef
  /** As the log says: a directory that knows nothing of a person is not taken for an erasure. */
  readonly state: 'known' | 'erased' | 'missing'
  readonly versions: ReadonlyArray<Version>
}

const auditOf = ({ process, person, answer }: LookedUp): Audit => {
  const isErased = person.erasure !== undefined
  const entries = answer.tag === 'Known' ? answer.entries : []
  return {
    process,
    person: person.ref,
    state: isErased ? 'erased' : answer.tag === 'Known' ? 'known' : 'missing',
    versions: person.details.map(({ event, at, commitment: recorded }) => ({
      event,
      at,
      recorded,
      ...(isErased ? {} : heldFor(recorded, event, entries))
    }))
  }
}

/** The entry that opens the commitment, else the one that the same command brought. */
const heldFor = (recorded: Hash, event: string, entries: ReadonlyArray<DirectoryEntry>): Held => {
  const opening = entries.find(({ salt, details }) => opensCommitment(recorded, salt, details))
  const entry = opening ?? entries.find(({ command }) => event.startsWith(`${command}.`))
  if (entry === undefined) return { agrees: false }
  const { details, salt } = entry
  return { details, salt, madeAgain: commitment(salt, details), agrees: opening !== undefined }
}

const tellAudit = ({ screen, json }: Invocation, audit: Audit): Promise<void> =>
  screen.data(json ? `${JSON.stringify(audit)}\n` : `${shown(audit, screen.terminal)}\n`)

const shown = ({ process, person, state, versions }: Audit, terminal: boolean): string =>
  [
    `${person} · ${process} · ${states[state]}`,
    ...versions.flatMap(version => ['', ...rows(rowsOf(version, terminal)), ...outcomeOf(version, state)])
  ].join('\n')

const states: { readonly [State in Audit['state']]: string } = {
  known: 'in the directory',
  erased: 'erased: details and salt are gone for good',
  missing: 'not in the directory'
}

/** Details as the bytes that are committed to, so that anybody can hash them. */
const rowsOf = (
  { event, at, recorded, details, salt, madeAgain }: Version,
  terminal: boolean
): ReadonlyArray<ReadonlyArray<string>> => [
  ['recorded', `${at.slice(0, 10)}, event ${event}`],
  ...(details === undefined ? [] : [['details', isolate(terminal)(canonicalText(details))]]),
  ...(salt === undefined ? [] : [['salt', salt]]),
  ...(madeAgain === undefined ? [] : [['made again', madeAgain]]),
  ['in the log', recorded]
]

const outcomeOf = ({ agrees }: Version, state: Audit['state']): ReadonlyArray<string> =>
  state === 'known' ? [agrees === true ? 'they agree' : 'they do not agree'] : []

const verdict = ({ process, person, answer }: LookedUp): TE.TaskEither<CliFailure, ExitCode> => {
  const flaws = directoryFlawsOf(person, answer)
  return flaws.length === 0
    ? TE.right(exitCodes.done)
    : TE.left({ tag: 'CheckFailed', found: flaws.map(flaw => `${process}: ${flaw}`) })
}
