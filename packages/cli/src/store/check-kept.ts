/**
 * Whether what is kept beside the log is what the log gives: every document, whatever its kind, is made again in memory and
 * compared. There is nothing else to compare: views are computed of these when they are shown.
 */
import { inMemoryViewStore } from '@ardiya/adapters/in-memory/view-store'
import { upToDate } from '@ardiya/core/intake/act'
import { canonicalText } from '@ardiya/core/kernel/canonical'
import { logVersionOf } from '@ardiya/core/kernel/kept'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { sameVersion, showVersion } from '@ardiya/core/kernel/version'
import { isForgotten, type Kept } from '@ardiya/core/kernel/view-store'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Stores } from './opened'

export interface KeptReport {
  readonly events: string
  readonly found: ReadonlyArray<string>
}

export const keptFlaws = (
  { store, views }: Pick<Stores, 'store' | 'views'>,
  process: ProcessSlug
): TE.TaskEither<StoreFault, KeptReport> => {
  const anew = inMemoryViewStore()
  const compared = pipe(
    TE.Do,
    TE.bind('made', () => upToDate({ store, views: anew }, process)),
    TE.bind('was', () => views.scan(process, { prefix: '' })),
    TE.bind('is', () => anew.scan(process, { prefix: '' })),
    TE.bind('kept', () => upToDate({ store, views }, process)),
    TE.map(({ kept, made, was, is }) => ({
      moved: !sameVersion(logVersionOf(kept), logVersionOf(made)),
      events: showVersion(logVersionOf(made)),
      found: isForgotten(is.checkpoint, was.checkpoint)
        ? ['what was kept was damaged, and is made again from the log']
        : differences(textsOf(was), textsOf(is))
    }))
  )
  /** Where somebody recorded something meanwhile, the two were not of one log: once more. */
  const once = (left: number): TE.TaskEither<StoreFault, KeptReport> =>
    pipe(
      compared,
      TE.flatMap(report => (report.moved && left > 0 ? once(left - 1) : TE.right(report)))
    )
  return pipe(
    upToDate({ store, views }, process),
    TE.flatMap(() => once(retries))
  )
}

const retries = 10

const textsOf = ({ documents }: Kept): ReadonlyMap<string, string> =>
  new Map(documents.map(({ key, value }) => [key, canonicalText(value)]))

/** Keys whose documents are not the same. */
const differences = (
  was: ReadonlyMap<string, string>,
  is: ReadonlyMap<string, string>
): ReadonlyArray<string> =>
  [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .filter(key => was.get(key) !== is.get(key))
    .map(key => `what is kept as ${key} is not what the log gives`)
