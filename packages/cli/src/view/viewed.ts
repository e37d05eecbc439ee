/** The result of a view: now, as of one time, or what differs between two (domain.md §6). */
import { upToDate } from '@ardiya/core/intake/act'
import { lookIn } from '@ardiya/core/intake/look'
import { instantOf } from '@ardiya/core/intake/moment'
import {
  type Instant,
  type Json,
  LocalDate,
  type ProcessSlug,
  type Zone
} from '@ardiya/core/kernel/primitives'
import { showVersion } from '@ardiya/core/kernel/version'
import { showAsOf, showCurrent } from '@ardiya/core/views/show'
import { type ComparableView, difference } from '@ardiya/core/views/difference'
import { type Asked, type View } from '@ardiya/core/views/view'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { machine } from '../container'
import { type CliFailure } from '../failure/failure'
import { type Invocation } from '../invocation'
import { type Stores } from '../store/opened'
import { oneProcess } from '../store/process'
import { type Position, positionOf } from './position'
import { type Shown } from './tell'

export interface ShowFlags {
  readonly asOf?: string
  readonly diff?: ReadonlyArray<string>
  readonly at?: string
  readonly today?: string
  readonly language?: string
  readonly theme?: string
  readonly level?: string
}

/** What is the same for every result of one command. */
interface Showing {
  readonly stores: Stores
  readonly process: ProcessSlug
  readonly view: View
  readonly ref: string | undefined
  readonly flags: ShowFlags
  readonly zone: Zone
  /** The languages of the process, the one to read in first. */
  readonly languages: ReadonlyArray<string>
  readonly demonstration: boolean
}

/** What one call of `show` shows. */
export const viewed = (
  stores: Stores,
  invocation: Invocation,
  view: View,
  ref: string | undefined,
  flags: ShowFlags
): TE.TaskEither<CliFailure, Shown> =>
  pipe(
    oneProcess(stores.store, invocation),
    TE.tap(process => upToDate(stores, process)),
    TE.flatMap(process =>
      pipe(
        lookIn(stores, process).process,
        TE.map((state): Showing => ({
          stores,
          process,
          view,
          ref,
          flags,
          zone: state?.opened?.zone ?? ('UTC' as Zone),
          languages: languagesOf(state?.opened, flags.language),
          demonstration: state?.opened?.demonstration === true
        }))
      )
    ),
    TE.filterOrElse(takesReference, notThere),
    TE.flatMap(showing =>
      flags.diff === undefined ? shownOnce(showing) : shownDifferences(showing, flags.diff)
    )
  )

const takesReference = ({ view, ref }: Showing): boolean => ref === undefined || view.about.kind !== 'none'

const notThere = ({ view, ref }: Pick<Showing, 'view' | 'ref'>): CliFailure => ({
  tag: 'ReferenceNotThere',
  view: view.name,
  value: ref ?? null,
  about: view.about
})

const languagesOf = (
  opened: { readonly languages: ReadonlyArray<string>; readonly authoritative: string } | undefined,
  asked: string | undefined
): ReadonlyArray<string> => [
  ...new Set([asked, opened?.authoritative, ...(opened?.languages ?? [])].filter(tag => tag !== undefined))
]

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
      data: difference(compared, was.data, is.data) as unknown as Json
    }))
  )

const comparableViews: ReadonlyArray<ComparableView> = ['register', 'stands', 'platform']

const comparable = ({ name }: View, said: string): E.Either<CliFailure, ComparableView> => {
  const found = comparableViews.find(view => view === name)
  return found === undefined
    ? E.left({
        tag: 'OptionNotUnderstood',
        option: '--diff',
        value: said,
        expected: `it of ${comparableViews.join(', ')}: what differs is shown of these views`
      })
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

const askedOf = (
  { view, ref, flags, zone }: Showing,
  position: Position | undefined
): E.Either<CliFailure, Asked> => {
  const { now, inZone } = machine('own')
  const today = flags.today ?? position?.date ?? inZone(zone, now())?.slice(0, 10)
  if (!LocalDate.is(today))
    return E.left({
      tag: 'OptionNotUnderstood',
      option: '--today',
      value: today ?? '',
      expected: 'a date like 2025-10-26'
    })
  return pipe(
    instantAsked(view, flags.at, zone),
    E.map(at => ({
      today,
      ...(ref === undefined ? {} : { ref }),
      ...(at === undefined ? {} : { at }),
      ...(flags.language === undefined ? {} : { language: flags.language }),
      ...(flags.theme === undefined ? {} : { theme: flags.theme }),
      ...(flags.level === undefined ? {} : { level: flags.level })
    }))
  )
}

const instantAsked = (
  view: View,
  said: string | undefined,
  zone: Zone
): E.Either<CliFailure, Instant | undefined> => {
  if (said === undefined) return E.right(undefined)
  const notUnderstood = (expected: string): CliFailure => ({
    tag: 'OptionNotUnderstood',
    option: '--at',
    value: said,
    expected
  })
  return view.dated
    ? pipe(
        instantOf(machine('own'), zone)(said, '--at'),
        E.mapLeft(() => notUnderstood('a date and time like 2025-10-26T10:00'))
      )
    : E.left(notUnderstood('--as-of: this view is not made of dated facts'))
}
