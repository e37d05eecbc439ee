/**
 * The contract of the directory of persons (guarantees.md §6): a retry finds its own entries, erased is for good and
 * never mixed up with missing, and a damaged directory says so. Shipped like the event store's contract.
 */
import { pipe } from 'fp-ts/lib/function'
import * as T from 'fp-ts/lib/Task'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Directory, type DirectoryAnswer, type DirectoryEntry } from '../kernel/directory'
import {
  type CommandId,
  type Hash,
  type PersonRef,
  type ProcessSlug,
  type UtcInstant,
  type Words
} from '../kernel/primitives'
import { type StoreFault } from '../kernel/store-fault'
import {
  casesOn,
  type ContractCase,
  inOrder,
  type Promised,
  refuses,
  same,
  type Step,
  succeeds
} from './contract'
import { commandOf, khemisset, tiflet } from './store-contract-acts'

/** One fresh, empty directory and what can be done with it. */
export interface DirectoryUnderTest {
  readonly directory: Directory
  /** Another handle on the same entries. Absent where they live in the handle. */
  readonly reopen?: TE.TaskEither<StoreFault, Directory>
  /** Destroys some of the entries while the directory is closed, and opens it again. */
  readonly damaged?: TE.TaskEither<StoreFault, Directory>
  /** All that is stored, as text, to look for what must be gone. */
  readonly traces?: TE.TaskEither<StoreFault, string>
  readonly release?: T.Task<void>
}

export interface DirectoryContract {
  readonly name: string
  readonly open: TE.TaskEither<StoreFault, DirectoryUnderTest>
  /** Whether `open` gives the means to damage the directory. */
  readonly damaging?: boolean
}

/** All cases for one directory. */
export const directoryContract = ({
  name,
  open,
  damaging = false
}: DirectoryContract): ReadonlyArray<ContractCase> =>
  casesOn(name, { open, release }, [...entering, ...erasing, ...sweeping, ...(damaging ? damage : [])])

const release = ({ directory, release: remove }: DirectoryUnderTest): T.Task<unknown> =>
  pipe(
    directory.close,
    T.flatMap(() => remove ?? T.of(undefined))
  )

const personOf = (n: number): PersonRef => `p_${String.fromCharCode(97 + n).repeat(26)}` as PersonRef

const instantOf = (day: number): UtcInstant =>
  `2025-10-${String(day).padStart(2, '0')}T09:00:00.000Z` as UtcInstant

const entry = (
  person: number,
  command: number,
  name = `فاطمة الزهراء ${person}`,
  process: ProcessSlug = khemisset
): DirectoryEntry => ({
  process,
  person: personOf(person),
  command: commandOf(command),
  details: { name: name as Words, phone: '+212 5 37 00 00 00' as Words },
  salt: person.toString(16).padStart(64, '0'),
  commitment: `sha256:${command.toString(16).padStart(64, '0')}` as Hash,
  enteredAt: instantOf(command)
})

const enters = (directory: Directory, ...entries: ReadonlyArray<DirectoryEntry>): Step<void> =>
  succeeds('entering', directory.put(entries))

const answers = (
  directory: Directory,
  person: number,
  expected: DirectoryAnswer,
  process: ProcessSlug = khemisset
): Step<void> =>
  pipe(
    succeeds('the lookup', directory.lookup(process, personOf(person))),
    TE.flatMap(answer => same('the answer', answer, expected))
  )

const known = (...entries: ReadonlyArray<DirectoryEntry>): DirectoryAnswer => ({ tag: 'Known', entries })

const finds = (
  directory: Directory,
  command: CommandId,
  ...entries: ReadonlyArray<DirectoryEntry>
): Step<void> =>
  pipe(
    succeeds('finding by command', directory.byCommand(khemisset, command)),
    TE.flatMap(found => same('the entries of the command', found, entries))
  )

const entering: ReadonlyArray<Promised<DirectoryUnderTest>> = [
  {
    law: 0,
    title: 'a person who was never entered is missing, not erased',
    holds: ({ directory }) => answers(directory, 1, { tag: 'Missing' })
  },
  {
    law: 0,
    title: 'a person who was entered is known, with every version in the order of entry',
    holds: ({ directory }) => {
      const first = entry(1, 1)
      const changed = entry(1, 2, 'فاطمة الزهراء، الهاتف الجديد')
      return inOrder(
        enters(directory, first, entry(2, 1)),
        enters(directory, changed),
        answers(directory, 1, known(first, changed)),
        answers(directory, 2, known(entry(2, 1)))
      )
    }
  },
  {
    law: 0,
    title: 'a retry finds its own entries by the command, and what it enters again changes nothing',
    holds: ({ directory }) =>
      inOrder(
        enters(directory, entry(1, 7), entry(2, 7), entry(3, 8)),
        finds(directory, commandOf(7), entry(1, 7), entry(2, 7)),
        enters(directory, entry(1, 7, 'شخص آخر')),
        answers(directory, 1, known(entry(1, 7))),
        finds(directory, commandOf(9))
      )
  },
  {
    law: 0,
    title: 'each process has its own persons',
    holds: ({ directory }) =>
      inOrder(
        enters(directory, entry(1, 1, 'هنا'), entry(1, 1, 'هناك', tiflet)),
        answers(directory, 1, known(entry(1, 1, 'هنا'))),
        succeeds('erasing', directory.erase(tiflet, [personOf(1)])),
        answers(directory, 1, { tag: 'Erased' }, tiflet),
        answers(directory, 1, known(entry(1, 1, 'هنا')))
      )
  },
  {
    law: 0,
    title: 'what was entered is there when the directory is opened again',
    holds: ({ directory, reopen }) =>
      reopen === undefined
        ? TE.right(undefined)
        : pipe(
            enters(directory, entry(1, 1)),
            TE.flatMap(() => succeeds('closing', directory.close)),
            TE.flatMap(() => succeeds('opening again', reopen)),
            TE.flatMap(again =>
              inOrder(answers(again, 1, known(entry(1, 1))), succeeds('closing', again.close))
            )
          )
  },
  {
    law: 9,
    title: 'a closed directory says that it is out of reach, and does not say missing',
    holds: ({ directory }) =>
      inOrder(
        succeeds('closing', directory.close),
        refuses('the lookup', ['StoreUnreachable'], directory.lookup(khemisset, personOf(1)))
      )
  }
]

const erasing: ReadonlyArray<Promised<DirectoryUnderTest>> = [
  {
    law: 0,
    title: 'rule 20: an erased person shows as erased, by lookup and by command',
    holds: ({ directory }) =>
      inOrder(
        enters(directory, entry(1, 1), entry(2, 1), entry(1, 2)),
        succeeds('erasing', directory.erase(khemisset, [personOf(1)])),
        answers(directory, 1, { tag: 'Erased' }),
        finds(directory, commandOf(1), entry(2, 1)),
        finds(directory, commandOf(2))
      )
  },
  {
    law: 0,
    title: 'rule 20: erasing again, or one who was never entered, is no error and shows as erased',
    holds: ({ directory }) =>
      inOrder(
        enters(directory, entry(1, 1)),
        succeeds('erasing', directory.erase(khemisset, [personOf(1), personOf(5)])),
        succeeds('erasing again', directory.erase(khemisset, [personOf(1)])),
        answers(directory, 1, { tag: 'Erased' }),
        answers(directory, 5, { tag: 'Erased' })
      )
  },
  {
    law: 0,
    title: 'rule 20: a person who was erased does not come back by a retry of an old command',
    holds: ({ directory }) =>
      inOrder(
        enters(directory, entry(1, 1)),
        succeeds('erasing', directory.erase(khemisset, [personOf(1)])),
        enters(directory, entry(1, 1), entry(1, 2), entry(2, 2)),
        answers(directory, 1, { tag: 'Erased' }),
        answers(directory, 2, known(entry(2, 2)))
      )
  },
  {
    law: 0,
    title: 'rule 20: nothing of an erased person is left in what is stored, neither details nor salt',
    holds: ({ directory, traces }) =>
      traces === undefined
        ? TE.right(undefined)
        : pipe(
            enters(
              directory,
              { ...entry(1, 1, 'Zineb-to-be-forgotten'), salt: 'ab'.repeat(32) },
              entry(2, 2)
            ),
            TE.flatMap(() => succeeds('erasing', directory.erase(khemisset, [personOf(1)]))),
            TE.flatMap(() => succeeds('looking through what is stored', traces)),
            TE.flatMap(text =>
              inOrder(
                same('a trace of the name', text.includes('Zineb-to-be-forgotten'), false),
                same('a trace of the salt', text.includes('ab'.repeat(32)), false)
              )
            )
          )
  }
]

const sweeping: ReadonlyArray<Promised<DirectoryUnderTest>> = [
  {
    law: 0,
    title: 'old entries are listed by command in id order, page by page, none of a command cut off',
    holds: ({ directory }) =>
      inOrder(
        enters(directory, entry(1, 3), entry(2, 1), entry(3, 2), entry(4, 2), entry(5, 9)),
        listed(directory, { before: instantOf(9), limit: 2 }, [entry(2, 1), entry(3, 2), entry(4, 2)]),
        listed(directory, { before: instantOf(9), after: commandOf(2), limit: 2 }, [entry(1, 3)]),
        listed(directory, { before: instantOf(1), limit: 2 }, [])
      )
  },
  {
    law: 0,
    title: 'the entries of a command that never came into the log are removed, and then missing',
    holds: ({ directory }) =>
      inOrder(
        enters(directory, entry(1, 1), entry(1, 2), entry(2, 2)),
        succeeds('removing', directory.remove(khemisset, [commandOf(2)])),
        answers(directory, 1, known(entry(1, 1))),
        answers(directory, 2, { tag: 'Missing' })
      )
  }
]

const listed = (
  directory: Directory,
  query: Parameters<Directory['enteredBefore']>[1],
  entries: ReadonlyArray<DirectoryEntry>
): Step<void> =>
  pipe(
    succeeds('the list', directory.enteredBefore(khemisset, query)),
    TE.flatMap(found => same('the old entries', found, entries))
  )

const damage: ReadonlyArray<Promised<DirectoryUnderTest>> = [
  {
    law: 9,
    title: 'a damaged directory says so: never missing, never erased',
    holds: ({ directory, damaged }) =>
      pipe(
        enters(directory, ...Array.from({ length: 20 }, (_, i) => entry(i, 1 + (i % 9)))),
        TE.flatMap(() => succeeds('closing', directory.close)),
        TE.flatMap(() =>
          refuses(
            'it',
            ['StoreDamaged', 'NotAStore'],
            pipe(
              damaged ??
                TE.left<StoreFault>({ tag: 'StoreUnreachable', at: 'contract', detail: 'no means for it' }),
              TE.flatMap(again => lookingUpAll(again))
            )
          )
        )
      )
  }
]

const lookingUpAll = (directory: Directory): TE.TaskEither<StoreFault, unknown> =>
  pipe(
    TE.sequenceSeqArray(Array.from({ length: 20 }, (_, i) => directory.lookup(khemisset, personOf(i)))),
    T.tap(() => directory.close)
  )
