/** What is wrong with a store, in words (law 9): the file or address, and the remedy. */
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { exitCodes } from './exit-code'
import { type Rendered, type Renderers } from './rendered'
import { said, type Said } from './words'

const store = (failure: StoreFault, { message, remedy }: Said): Rendered => {
  const { tag, ...details } = failure
  return { tag, message, remedy, details, exit: exitCodes.store }
}

export const storeFaults: Renderers<StoreFault> = {
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
  LogRolledBack: failure =>
    store(
      failure,
      said(
        `the log of ${failure.at} is not the one that the views were made of: ${failure.detail}`,
        'Events may be missing: restore a later backup. If you restored this one on purpose, run "ardiya store rebuild".'
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
      failure.of === 'persons'
        ? noDirectory(failure.at)
        : said(
            `there is no store at ${failure.at}`,
            'Make one with "ardiya init", or name another with --store.'
          )
    ),
  NotAStore: failure => store(failure, notAStore(failure))
}

/** It is never begun anew by itself beside a log that names persons (guarantees.md §6). */
export const noDirectory = (at: string): Said =>
  said(
    `the directory of persons ${at} is missing`,
    'Restore it from its last backup ("ardiya store backup" makes one), then run "ardiya store check --sweep".'
  )

/** Views are made again, persons come back from a backup; only the events are what --store names. */
const notAStore = ({ at, detail, of }: Extract<StoreFault, { readonly tag: 'NotAStore' }>): Said => {
  switch (of) {
    case 'views':
      return said(
        `${at} is not a file of views of ardiya: ${detail}`,
        'Run "ardiya store rebuild": views are made again from the record. A database of another program is left as it is: move it away first.'
      )
    case 'persons':
      return said(
        `${at} is not a directory of persons of ardiya: ${detail}`,
        'Keep the file, and restore its last backup ("ardiya store backup" makes one); then run "ardiya store check --sweep".'
      )
    default:
      return said(`${at} is not a store of ardiya: ${detail}`, 'Name the right file with --store.')
  }
}
