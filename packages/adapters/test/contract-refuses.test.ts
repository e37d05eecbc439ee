/**
 * The contract itself is tried: stores that are broken on purpose, each in one way, must fail by the law they break, and
 * every case of the contract must be failed by one of them.
 */
import * as E from 'fp-ts/lib/Either'
import * as TE from 'fp-ts/lib/TaskEither'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type ContractCase } from '@ardiya/core/testing/contract'
import { eventStoreContract } from '@ardiya/core/testing/store-contract'
import { type Faults, type StoreUnderTest } from '@ardiya/core/testing/store-under-test'
import { inMemoryEventStore } from '../src/in-memory/event-store'
import * as expectations from './broken-expectations'
import * as reads from './broken-reads'
import * as writes from './broken-writes'

jest.setTimeout(120_000)

type Open = TE.TaskEither<StoreFault, StoreUnderTest>

const opened = (broken: writes.Break): Open =>
  TE.fromIO(() => {
    const store = inMemoryEventStore()
    return { store: { ...store, ...broken(store) } }
  })

const casesOf = (open: Open, faults: ReadonlyArray<keyof Faults> = []): ReadonlyArray<ContractCase> =>
  eventStoreContract({ name: 'broken', open, faults })

/** The cases that fail. */
const failing = async (
  open: Open,
  faults?: ReadonlyArray<keyof Faults>
): Promise<ReadonlyArray<ContractCase>> => {
  const cases = casesOf(open, faults)
  const answers = await Promise.all(cases.map(({ run }) => Promise.race([run(), hanging(3000)])))
  return cases.filter((_, i) => answers[i] === undefined || E.isLeft(answers[i]))
}

const hanging = (ms: number): Promise<undefined> =>
  new Promise(done => {
    setTimeout(() => done(undefined), ms).unref()
  })

const breaks: ReadonlyArray<readonly [string, number, writes.Break]> = [
  ['writes the records of an append one by one', 1, writes.writesOneByOne],
  ['sorts the records of an append by their streams', 1, writes.sortsByStream],
  ['imports records one by one', 1, writes.importsOneByOne],
  ['is unusable after one conflict', 1, writes.unusableAfterConflict],
  ['ignores that a stream must not exist', 2, expectations.ignoresNoStream],
  ['ignores streams that are only read', 2, expectations.ignoresWhatIsOnlyRead],
  ['ignores the version of the log', 2, expectations.ignoresTheLog],
  ['looks first and writes later', 2, expectations.looksThenWrites],
  ['looks at the log first and writes later', 2, expectations.looksAtTheLogThenWrites],
  ['does not know an append that is sent again', 3, writes.forgetsWhatWasSent],
  ['takes any append with a known id for a retry', 3, writes.takesAnyRetry],
  ['leaves gaps in the versions of the log', 4, reads.leavesGaps],
  ['skips a record between two pages', 4, reads.skipsBetweenPages],
  ['gives all streams and types whatever is asked', 4, reads.leavesNothingOut],
  ['skips a record where it resumes by its cursor', 4, reads.skipsAtItsCursor],
  ['subscribes to what comes and not to what is there', 4, reads.subscribesToWhatComesOnly],
  ['resumes a subscription inclusively', 4, reads.resumesInclusively],
  ['subscribes only to a process that is there', 4, reads.subscribesOnlyToWhatIsThere],
  ['delivers to a subscription that was closed', 4, reads.deliversAfterClosing],
  ['writes JSON anew instead of keeping the bytes', 6, reads.writesJsonAnew],
  ['keeps ASCII only', 6, reads.keepsAsciiOnly],
  ['keeps the basic plane of Unicode only', 6, reads.keepsTheBasicPlaneOnly],
  ['drops a byte order mark', 6, reads.dropsByteOrderMarks],
  ['composes letters', 6, reads.composesLetters],
  ['keeps text instead of bytes', 6, reads.keepsText],
  ['reads deep values as empty', 6, reads.readsShallowly],
  ['has room for less than 1 MiB', 6, writes.hasRoomForLess],
  ['takes appends beyond 1 MiB', 6, writes.tooLargeIsFine],
  ['hands out the bytes that it was given', 6, reads.sharesBytes],
  ['shares ids between processes', 7, writes.idsAreOfAllProcesses],
  ['reads a missing stream as an empty one', 8, reads.missingIsEmpty],
  ['fails while it is empty', 8, reads.failsWhileItIsEmpty],
  ['goes on after it was closed', 9, writes.goesOnAfterClosing],
  ['drops types that it does not know', 10, reads.dropsUnknownTypes]
]

describe('the contract refuses a store that', () => {
  const failed = new Set<string>()

  it.each(breaks)('%s (law %i)', async (_, law, broken) => {
    const cases = await failing(opened(broken))
    for (const { title } of cases) failed.add(title)
    expect(cases.map(each => each.law)).toContain(law)
  })

  it('forgets all when it is opened again (law 9)', async () => {
    const cases = await failing(
      TE.fromIO(() => ({ store: inMemoryEventStore(), reopen: TE.fromIO(inMemoryEventStore) }))
    )
    for (const { title } of cases) failed.add(title)
    expect(cases.map(each => each.law)).toContain(9)
  })

  /** A store that goes on as if nothing were the matter, and one that answers as an empty one. */
  const unharmed = (store: EventStore): EventStore => store
  const emptied = (): EventStore => inMemoryEventStore()

  it.each<readonly [keyof Faults, string, (store: EventStore) => EventStore]>([
    ['damaged', 'answers with less than there is', emptied],
    ['newer', 'reads a format that it does not know', unharmed],
    ['readOnly', 'writes where it may only read', unharmed],
    ['full', 'acknowledges without end', unharmed],
    ['locked', 'writes while another holds the store', unharmed],
    ['unreachable', 'is taken for an empty one', emptied],
    ['gone', 'is taken for an empty one', emptied]
  ])('is %s and %s (law 9)', async (fault, _, becomes) => {
    const open = TE.fromIO<StoreUnderTest, StoreFault>(() => {
      const kept = inMemoryEventStore()
      return {
        store: { ...kept, close: TE.right(undefined) },
        faults: { [fault]: TE.fromIO(() => becomes(kept)) }
      }
    })
    const all = casesOf(open, [fault])
    const cases = await failing(open, [fault])
    expect(cases.map(({ title }) => title)).toContain(all[all.length - 1]?.title)
  })

  it('fails in any way: each case is failed by one of them', () => {
    expect(casesOf(opened(() => ({}))).filter(({ title }) => !failed.has(title))).toEqual([])
  })

  it('and accepts the store that none of this is done to', async () => {
    expect(await failing(opened(() => ({})))).toEqual([])
  })
})
