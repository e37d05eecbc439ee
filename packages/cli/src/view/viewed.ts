/** The result of a view: now, as of one time, or what differs between two (domain.md §6). */
import { type Json } from '@ardiya/core/kernel/primitives'
import { showVersion } from '@ardiya/core/kernel/version'
import { type ComparableView, difference } from '@ardiya/core/views/difference'
import { showAsOf, showCurrent } from '@ardiya/core/views/show'
import { type View } from '@ardiya/core/views/view'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { askedOf } from './asked'
import { machine } from '../container'
import { type CliFailure } from '../failure/failure'
import { notUnderstood } from './flags'
import { positionOf } from './position'
import { notThere, type Showing } from './showing'
import { type Shown } from './tell'

/** What one call of `show` shows. */
export const viewed = (showing: Showing): TE.TaskEither<CliFailure, Shown> =>
  showing.flags.diff === undefined ? shownOnce(showing) : shownDifferences(showing, showing.flags.diff)

/** The view now, or as of one time. */
const shownOnce = (showing: Showing): TE.TaskEither<CliFailure, Shown> =>
  pipe(
    resultAt(showing, showing.flags.asOf === undefined ? undefined : ['--as-of', showing.flags.asOf]),
    TE.map(({ at, data }) => ({ ...frame(showing), log: at, ...asOf(showing), data }))
  )

/** What is other at the second time (or now) than at the first. */
const shownDifferences = (
  showing: Showing,
  [from = '0', to]: ReadonlyArray<string>
): TE.TaskEither<CliFailure, Shown> =>
  pipe(
    TE.fromEither(comparable(showing.view, from)),
    TE.bindTo('compared'),
    TE.bind('was', () => resultAt(showing, ['--diff', from])),
    TE.bind('is', () => resultAt(showing, to === undefined ? undefined : ['--diff', to])),
    TE.map(({ compared, was, is }) => ({
      ...frame(showing),
      from: was.at,
      log: is.at,
      // an interface over JSON is JSON, which the compiler does not see
      data: difference(compared, was.data, is.data) as unknown as Json
    }))
  )

const comparableViews: ReadonlyArray<ComparableView> = ['register', 'stands', 'platform']

const comparable = ({ name }: View, said: string): E.Either<CliFailure, ComparableView> => {
  const found = comparableViews.find(view => view === name)
  return found === undefined
    ? notUnderstood(
        '--diff',
        said,
        `it of ${comparableViews.join(', ')}: what differs is shown of these views`
      )
    : E.right(found)
}

const frame = ({ view, ref, process, demonstration, languages }: Showing) => ({
  view: view.name,
  ...(ref === undefined ? {} : { ref }),
  process,
  ...(demonstration ? { demonstration: true as const } : {}),
  languages
})

const asOf = ({ flags }: Showing): { readonly asOf?: string } =>
  flags.asOf === undefined ? {} : { asOf: flags.asOf }

interface Result {
  /** The log version that it is of. */
  readonly at: string
  readonly data: Json
}

const resultAt = (
  showing: Showing,
  said: readonly [option: string, value: string] | undefined
): TE.TaskEither<CliFailure, Result> => {
  const { stores, process, zone } = showing
  const { offsetAt } = machine('own')
  if (said === undefined)
    return pipe(
      TE.fromEither(askedOf(showing, undefined)),
      TE.flatMap(asked => found(showing, showCurrent(stores, process, showing.view, asked))),
      TE.bindTo('data'),
      TE.bindW('at', () => pipe(stores.store.head(process), TE.map(showVersion)))
    )
  return pipe(
    positionOf({ store: stores.store, process, zone, offsetAt })(...said),
    TE.bindTo('position'),
    TE.bind('asked', ({ position }) => TE.fromEither(askedOf(showing, position))),
    TE.bind('data', ({ position, asked }) =>
      found(showing, showAsOf(stores, process, showing.view, asked, position.version))
    ),
    TE.map(({ position, data }) => ({ at: showVersion(position.version), data }))
  )
}

/** A reference that the process does not have is said so. */
const found = (
  showing: Showing,
  result: TE.TaskEither<CliFailure, Json | undefined>
): TE.TaskEither<CliFailure, Json> =>
  pipe(
    result,
    TE.flatMap(data => (data === undefined ? TE.left(notThere(showing)) : TE.right(data)))
  )
