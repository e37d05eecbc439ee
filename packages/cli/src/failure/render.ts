/** The one place where a failure becomes words, a rule number and an exit code. */
import { type Difference } from '@ardiya/core/ledger/replay'
import { type Json } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type ExitCode, exitCodes } from './exit-code'
import { type CliFailure } from './failure'
import { sayProblem } from './problems'
import { sayRefusal } from './refusals'
import { counted, either, listed, said, type Said } from './words'

/** A failure as it is shown, and as `--json` prints it. */
export interface Rendered extends Said {
  readonly tag: string
  readonly rule?: number
  readonly field?: string
  readonly value?: Json
  readonly details?: Json
  readonly exit: ExitCode
}

type Tag = CliFailure['tag']
type FailureWith<T extends Tag> = Extract<CliFailure, { readonly tag: T }>
type Renderers = { readonly [T in Tag]: (failure: FailureWith<T>) => Rendered }

export const render = (failure: CliFailure): Rendered => {
  const of = renderers[failure.tag] as (failure: CliFailure) => Rendered
  return of(failure)
}

const store = (failure: StoreFault, { message, remedy }: Said): Rendered => {
  const { tag, ...details } = failure
  return { tag, message, remedy, details, exit: exitCodes.store }
}

const usage = (
  failure: { readonly tag: Tag },
  { message, remedy }: Said,
  more: Partial<Rendered> = {}
): Rendered => ({
  tag: failure.tag,
  message,
  remedy,
  exit: exitCodes.usage,
  ...more
})

const renderers: Renderers = {
  Refused: ({ rejection }) => ({
    tag: rejection.tag,
    ...sayRefusal(rejection),
    ...(rejection.rule === undefined ? {} : { rule: rejection.rule }),
    field: rejection.field,
    value: rejection.value,
    details: rejection.details as Json,
    // What the act names is no longer so: somebody else was first (rule 16).
    exit: rejection.rule === 16 ? exitCodes.conflict : exitCodes.refused
  }),
  Busy: failure => ({
    tag: failure.tag,
    rule: 16,
    ...said(
      `others recorded all the time: not recorded after ${counted(failure.attempts, 'attempt')}`,
      'Run it again; with the same id it is recorded once.'
    ),
    details: { attempts: failure.attempts },
    exit: exitCodes.conflict
  }),
  CommandIdReused: failure => ({
    tag: failure.tag,
    rule: 17,
    ...said(
      `the id ${failure.id} was recorded with another ${failure.differs}`,
      'A new act takes a new id; leave the id out and one is made.'
    ),
    field: failure.differs,
    value: failure.id,
    exit: exitCodes.refused
  }),
  BadInput: failure => {
    const [first] = failure.problems
    const all = failure.problems.map(sayProblem)
    return usage(
      failure,
      said(
        all.map(({ message }) => message).join('; '),
        [...new Set(all.map(({ remedy }) => remedy))].join(' ')
      ),
      {
        ...(first === undefined ? {} : { field: first.field, value: first.value }),
        details: {
          problems: failure.problems.map(({ field, value, expected }) => ({ field, value, expected }))
        }
      }
    )
  },
  AppendTooLarge: failure =>
    usage(
      failure,
      said(
        `the act takes ${failure.bytes} bytes; one append holds at most ${failure.limit}`,
        'Divide it: shorter texts, or several acts.'
      ),
      { details: { bytes: failure.bytes, limit: failure.limit } }
    ),
  MalformedAppend: failure => ({
    tag: failure.tag,
    ...said(`records that do not follow one another: ${failure.detail}`, 'This is a bug: please report it.'),
    details: { detail: failure.detail },
    exit: exitCodes.bug
  }),

  StoreUnreachable: failure =>
    store(
      failure,
      said(
        `the store ${failure.at} cannot be reached: ${failure.detail}`,
        'Check the address, the folder and its permissions.'
      )
    ),
  StoreDamaged: failure =>
    store(
      failure,
      said(
        `the store is damaged at ${failure.at}: ${failure.detail}`,
        'Do not write to it. Keep the file, and restore the last backup ("ardiya store backup" makes one).'
      )
    ),
  StoreOfNewerFormat: failure =>
    store(
      failure,
      said(
        `${failure.at} has format ${failure.found}; this software knows ${failure.known}`,
        'Update ardiya; nothing was changed.'
      )
    ),
  StoreReadOnly: failure =>
    store(
      failure,
      said(`${failure.at} cannot be written`, 'Check the permissions of the file and of its folder.')
    ),
  StoreFull: failure =>
    store(
      failure,
      said(`there is no room left for ${failure.at}`, 'Free some space; what was acknowledged is kept.')
    ),
  StoreLocked: failure =>
    store(
      failure,
      said(
        `${failure.at} was held by another program for ${failure.waitedMs} ms`,
        'Wait until the other program has ended, and run it again.'
      )
    ),
  StoreNotFound: failure =>
    store(
      failure,
      said(`there is no store at ${failure.at}`, 'Make one with "ardiya init", or name another with --store.')
    ),
  NotAStore: failure =>
    store(
      failure,
      said(`${failure.at} is not a store of ardiya: ${failure.detail}`, 'Name the right file with --store.')
    ),
  NotInStore: failure =>
    usage(
      failure,
      said(
        failure.stream === undefined
          ? `there is no process ${failure.process} in the store`
          : `there is no ${failure.stream} in the store`,
        'See what there is with "ardiya store info".'
      ),
      {
        details: {
          process: failure.process,
          ...(failure.stream === undefined ? {} : { stream: failure.stream })
        }
      }
    ),

  NoProcessInStore: failure =>
    usage(
      failure,
      said(
        `the store ${failure.at} holds no process yet`,
        'Open one: "ardiya apply" a line with OpenProcess that names its process.'
      ),
      { field: 'process' }
    ),
  ProcessNotNamed: failure =>
    usage(
      failure,
      said(
        `the store holds several processes: ${listed(failure.processes)}`,
        'Name one with --process (in a file: "process" in the line).'
      ),
      { field: 'process', details: { processes: failure.processes } }
    ),
  ProcessUnknown: failure =>
    usage(
      failure,
      said(
        `there is no process ${failure.asked} in the store; it holds ${listed(failure.processes)}`,
        'Name one of these with --process.'
      ),
      { field: 'process', value: failure.asked, details: { processes: failure.processes } }
    ),
  ProcessDiffers: failure =>
    usage(
      failure,
      said(
        `the line is of process ${failure.value}, and --process names ${failure.asked}`,
        'Leave --process out, or correct the line.'
      ),
      { field: failure.field, value: failure.value }
    ),
  StoreUrlNotUnderstood: failure =>
    usage(failure, said(`the store ${failure.url} is not understood`, `Please ${failure.remedy}.`), {
      field: '--store',
      value: failure.url
    }),
  BackupTaken: failure =>
    usage(
      failure,
      said(`${failure.at} exists already, and is left as it is`, 'Name another place for the backup.'),
      {
        value: failure.at
      }
    ),
  StoreExists: failure =>
    usage(
      failure,
      said(`${failure.at} exists already, and is left as it is`, 'Name another place with --store.'),
      {
        field: '--store',
        value: failure.at
      }
    ),
  FileUnreadable: failure =>
    usage(failure, said(`cannot read ${failure.file}: ${failure.detail}`, 'Check its name; - is stdin.'), {
      field: 'file',
      value: failure.file
    }),
  OptionNotUnderstood: failure =>
    usage(failure, said(`${failure.option} ${failure.value} is not understood`, `Say ${failure.expected}.`), {
      field: failure.option,
      value: failure.value
    }),
  ViewUnknown: failure =>
    usage(failure, said(`there is no view ${failure.asked}`, `There are ${listed(failure.views)}.`), {
      field: 'view',
      value: failure.asked,
      details: { views: failure.views }
    }),
  NameUnknown: failure =>
    usage(
      failure,
      said(`there is no ${failure.asked}`, `Did you mean ${either(nearest(failure.asked, failure.known))}?`),
      {
        field: 'name',
        value: failure.asked
      }
    ),
  NotADemonstration: failure =>
    usage(
      failure,
      said(
        `the process ${failure.process} is not a demonstration, so its times come from the clock`,
        'Leave --clock from-input out; only a process opened with "demonstration": true takes times from the input.'
      ),
      { field: '--clock', value: 'from-input' }
    ),

  NotJson: failure =>
    usage(
      failure,
      said(
        `the line is not JSON${failure.field === '' ? '' : `, at ${failure.field}`}: ${failure.detail}`,
        'One object a line; NaN, infinities and comments are not JSON.'
      ),
      { field: failure.field }
    ),
  DuplicateKey: failure =>
    usage(failure, said(`the key ${failure.field} stands twice`, 'Say it once.'), { field: failure.field }),
  NotUtf8: failure => usage(failure, said('the line is not UTF-8', 'Save the file as UTF-8.')),
  LineTooLong: failure =>
    usage(
      failure,
      said(`a line is longer than ${failure.limit} bytes`, 'One act a line; one append holds at most 1 MiB.'),
      { details: { limit: failure.limit } }
    ),
  LineHasNoReference: failure =>
    usage(
      failure,
      said(
        `${failure.value} names a line that got no reference`,
        'The line with that id stands earlier in the same file, and makes something new.'
      ),
      { field: failure.field, value: failure.value }
    ),

  ReplayDiffers: ({ tag, process, difference }) => ({
    tag,
    rule: 18,
    ...said(
      `${difference.type} ${difference.id} (log version ${difference.log} of ${process}) does not follow from the record: ${because(difference)}`,
      'The record was changed, or made by other software. Compare it with a backup or a published checkpoint.'
    ),
    value: difference.id,
    details: {
      process,
      log: difference.log,
      event: difference.id,
      type: difference.type,
      because: difference.because as unknown as Json
    },
    exit: exitCodes.store
  }),
  CheckFailed: failure => ({
    tag: failure.tag,
    ...said(
      `${counted(failure.found.length, 'thing')} not as it should be: ${failure.found.join('; ')}`,
      'What is kept beside the log is made again by "ardiya store rebuild"; the log and the directory come back from a backup.'
    ),
    details: { found: failure.found },
    exit: exitCodes.store
  })
}

const because = ({ because }: Difference): string => {
  switch (because.tag) {
    case 'BytesDiffer':
      return `decided again, it differs in ${listed(because.fields)}`
    case 'Refused':
      return `decided again, the command is refused: ${sayRefusal(because.rejection).message}`
    case 'NotDecided':
      return 'no command of the record gives it'
    case 'LeftOut':
      return 'an event that its command gives is left out'
    case 'CommandNotUnderstood':
      return 'its command is not one that this software knows'
  }
}

/** Names that begin alike, or all of them. */
const nearest = (asked: string, known: ReadonlyArray<string>): ReadonlyArray<string> => {
  const like = known.filter(name => name.toLowerCase().includes(asked.toLowerCase().slice(0, 4)))
  return (like.length === 0 ? known : like).slice(0, 8)
}
