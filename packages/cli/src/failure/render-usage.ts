/** What is wrong with the command line, a file or a line of it, in words. */
import { type NotInStore } from '@ardiya/core/kernel/store-fault'
import { type UsageFault } from './failure'
import { type Renderers, usage } from './rendered'
import { nearest } from './spelling'
import { either, listed, said } from './words'

export const usageFaults: Renderers<UsageFault | NotInStore> = {
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
  BeyondTheLog: failure =>
    usage(
      failure,
      said(
        `${failure.option} ${failure.value} lies beyond the log of ${failure.process}, which is at version ${failure.last}`,
        `Say at most ${failure.last}, or leave it out to see how it is now.`
      ),
      { field: failure.option, value: failure.value, details: { last: failure.last } }
    ),
  ViewUnknown: failure =>
    usage(
      failure,
      said(
        failure.asked === '' ? 'which view?' : `there is no view ${failure.asked}`,
        didYouMean(failure.asked, failure.views)
      ),
      {
        field: 'view',
        value: failure.asked,
        details: { views: failure.views }
      }
    ),
  ReferenceNotThere: failure =>
    usage(
      failure,
      said(
        failure.value === null
          ? `the view ${failure.view} needs a reference`
          : failure.about.kind === 'none'
            ? `the view ${failure.view} takes no reference`
            : `there is no ${failure.value} for the view ${failure.view}`,
        failure.about.kind === 'none'
          ? 'Leave the reference out.'
          : `Name one that is there and begins with ${either([...failure.about.letters])}: ardiya show register, or process, names them.`
      ),
      { field: 'ref', value: failure.value }
    ),
  NameUnknown: failure =>
    usage(failure, said(`there is no ${failure.kind} ${failure.asked}`, namesThere(failure)), {
      field: nameFields[failure.kind],
      value: failure.asked
    }),
  PersonNotInRecord: failure =>
    usage(
      failure,
      said(
        `the record of ${failure.process} knows no person ${failure.person}`,
        'See "ardiya show process --json": a person stands beside each mandate.'
      ),
      { field: 'person', value: failure.person, details: { process: failure.process } }
    ),
  NotADemonstration: failure =>
    usage(
      failure,
      said(
        `the process ${failure.process} is not a demonstration, so its times come from the clock`,
        'Leave --clock from-input out; only a process opened with "demonstration": true takes times from the input.'
      ),
      { field: '--clock', value: 'from-input' }
    )
}

/** Where on the command line the name of such a thing stands. */
const nameFields = {
  command: 'name',
  'event type': 'name',
  theme: '--theme',
  language: '--language'
} as const

/** Few and short ones are listed: any of them is near another. */
const namesThere = ({ kind, asked, known }: Extract<UsageFault, { readonly tag: 'NameUnknown' }>): string =>
  kind === 'theme' || kind === 'language' ? `There are ${listed(known)}.` : didYouMean(asked, known)

/** The nearest names, else those that begin alike, else what there is. */
const didYouMean = (asked: string, known: ReadonlyArray<string>): string => {
  const near = nearest(asked, known)
  const start = asked.toLowerCase().slice(0, 4)
  const alike = start === '' ? [] : known.filter(name => name.toLowerCase().includes(start)).slice(0, 8)
  const meant = near.length === 0 ? alike : near
  return meant.length === 0 ? `There are ${listed(known)}.` : `Did you mean ${either(meant)}?`
}
