/** What is the same for every result of one call of `ardiya show`: of which process, in which zone and languages. */
import { upToDate } from '@ardiya/core/intake/act'
import { lookIn } from '@ardiya/core/intake/look'
import { loadStates } from '@ardiya/core/kernel/load-states'
import { type ProcessSlug, type Zone } from '@ardiya/core/kernel/primitives'
import { type PathState } from '@ardiya/core/path/states'
import { initialProcessState, type ProcessState } from '@ardiya/core/process/state'
import { languagesOf } from '@ardiya/core/submission/queries'
import { type View } from '@ardiya/core/views/view'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CliFailure } from '../failure/failure'
import { type Invocation } from '../invocation'
import { type Stores } from '../store/opened'
import { oneProcess } from '../store/process'
import { type ShowFlags } from './flags'

export interface Showing {
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

/** Of the process that is named, or the only one; refused where it is asked for what the process does not have. */
export const showingOf = (
  stores: Stores,
  invocation: Invocation,
  asked: Pick<Showing, 'view' | 'ref' | 'flags'>
): TE.TaskEither<CliFailure, Showing> =>
  pipe(
    oneProcess(stores.store, invocation),
    TE.tap(process => upToDate(stores, process)),
    TE.bindTo('process'),
    TE.bindW('state', ({ process }) =>
      pipe(
        lookIn(stores, process).process,
        TE.map(state => state ?? initialProcessState)
      )
    ),
    TE.tap(({ state }) => themeThere(state, asked.flags.theme)),
    TE.tap(({ process, state }) => languageThere(stores, process, state, asked.flags.language)),
    TE.map(({ process, state }) => ({ stores, process, ...asked, ...frameOf(state, asked.flags) })),
    TE.filterOrElse(takesReference, notThere)
  )

const utc = 'UTC' as Zone

const frameOf = ({ opened }: ProcessState, { language }: ShowFlags) => ({
  zone: opened?.zone ?? utc,
  languages: [...new Set([language, opened?.authoritative, ...(opened?.languages ?? [])])].filter(
    tag => tag !== undefined
  ),
  demonstration: opened?.demonstration === true
})

const takesReference = ({ view, ref }: Showing): boolean => ref === undefined || view.about.kind !== 'none'

export const notThere = ({ view, ref }: Pick<Showing, 'view' | 'ref'>): CliFailure => ({
  tag: 'ReferenceNotThere',
  view: view.name,
  value: ref ?? null,
  about: view.about
})

const themeThere = ({ themes }: ProcessState, asked: string | undefined): TE.TaskEither<CliFailure, void> => {
  const known: ReadonlyArray<string> = themes.map(({ ref }) => ref)
  return asked === undefined || known.includes(asked)
    ? TE.right(undefined)
    : TE.left({ tag: 'NameUnknown', kind: 'theme', asked, known })
}

/** A text may be in a language that the process does not name: only then are the texts looked at. */
const languageThere = (
  { views }: Stores,
  process: ProcessSlug,
  { opened }: ProcessState,
  asked: string | undefined
): TE.TaskEither<CliFailure, void> => {
  const named: ReadonlyArray<string> = opened?.languages ?? []
  if (asked === undefined || named.includes(asked)) return TE.right(undefined)
  return pipe(
    loadStates<PathState>(views, process, { tag: 'Log' }),
    TE.map(({ states }) => [...new Set([...named, ...[...states.streams.values()].flatMap(textsIn)])]),
    TE.flatMap(known =>
      known.includes(asked)
        ? TE.right(undefined)
        : TE.left<CliFailure>({ tag: 'NameUnknown', kind: 'language', asked, known })
    )
  )
}

const textsIn = ({ state }: { readonly state: PathState }): ReadonlyArray<string> =>
  state.kind === 'submission' ? languagesOf(state.submission) : []
