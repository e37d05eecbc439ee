/** Prints a view: one line of JSON, or a page for a person. Every view of a demonstration says that it is one. */
import { lookIn } from '@ardiya/core/intake/look'
import {
  type Json,
  type Language,
  type ProcessSlug,
  type UtcInstant,
  type Zone
} from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { documentWords } from '@ardiya/core/platform/words'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { machine } from '../container'
import { noDirectory } from '../failure/render-store'
import { type Invocation } from '../invocation'
import { type Stores } from '../store/opened'
import { apart } from '../terminal/isolate'
import { laidOut } from './lay-out'
import { pages } from './pages/all'
import { differencePage } from './pages/difference'
import { line, type Part } from './parts'
import { namesIn, type PersonNames } from './persons'
import { moment, type Say } from './say'

export interface Shown {
  readonly view: string
  readonly ref?: string
  readonly process: ProcessSlug
  readonly demonstration?: true
  /** Of the process; the one to read in first. */
  readonly languages: ReadonlyArray<string>
  /** The log version that it is of. */
  readonly log: string
  readonly asOf?: string
  /** Of differences: the log version of the first time. */
  readonly from?: string
  readonly data: Json
}

export const tellShown = (
  stores: Stores,
  invocation: Invocation,
  shown: Shown
): TE.TaskEither<StoreFault, void> =>
  invocation.json
    ? TE.fromTask(() => invocation.screen.data(`${JSON.stringify(shown)}\n`))
    : pipe(
        TE.Do,
        TE.apS('names', namesIn(stores, shown.process, shown.data)),
        TE.tapIO(
          ({ names }) =>
            () =>
              sayWhereMissing(stores, invocation, names)
        ),
        TE.apS('zone', zoneOf(stores, shown.process)),
        TE.flatMapTask(
          ({ names, zone }) =>
            () =>
              tellPage(invocation, shown, names, zone)
        )
      )

/** Only where somebody is named: an auditor's copy of the events has no directory, and needs none. */
const sayWhereMissing = ({ personsMissing }: Stores, { screen }: Invocation, names: PersonNames): void => {
  if (personsMissing === undefined || names.size === 0) return
  const { message, remedy } = noDirectory(personsMissing)
  screen.say(`ardiya: ${message}: persons are shown by their references`)
  screen.say(`ardiya: ${remedy}`)
}

const zoneOf = (stores: Stores, process: ProcessSlug): TE.TaskEither<StoreFault, Zone | undefined> =>
  pipe(
    lookIn(stores, process).process,
    TE.map(state => state?.opened?.zone)
  )

const tellPage = (
  { screen }: Invocation,
  shown: Shown,
  names: PersonNames,
  zone: Zone | undefined
): Promise<void> => {
  const { dataColours: colours, terminal, width } = screen
  const sheet = { colours, terminal, width }
  const say = sayIn(shown.languages, names, zone, width)
  const head = laidOut(sheet, [...noticeOf(shown), line(title(shown), 'strong')])
  return screen.data(`${[...head, '', ...laidOut(sheet, pageOf(shown, say))].join('\n')}\n`)
}

/** Said over every view of a demonstration, in the language that it is read in; a document says it itself. */
const noticeOf = ({ demonstration, languages, data }: Shown): ReadonlyArray<Part> => {
  const notice = documentWords((languages[0] ?? 'ar') as Language).demonstration
  return demonstration !== true || JSON.stringify(data).includes(notice)
    ? []
    : [line(apart(notice), 'strong')]
}

const pageOf = ({ view, from, data }: Shown, say: Say): ReadonlyArray<Part> => {
  const page = from === undefined ? pages[view] : differencePage
  return page === undefined ? [line(JSON.stringify(data))] : page(data as never, say)
}

export const sayIn = (
  languages: ReadonlyArray<string>,
  names: PersonNames,
  zone: Zone | undefined,
  width: number
): Say => {
  const { inZone } = machine('own')
  const person = (ref: string): string => apart(names.get(ref) ?? ref)
  return {
    name: localized => {
      const known: Readonly<Record<string, string>> = localized ?? {}
      const language = languages.find(tag => known[tag] !== undefined)
      return apart((language === undefined ? Object.values(known)[0] : known[language]) ?? '')
    },
    person,
    withPersons: text =>
      text.replace(/\{(p_[a-z2-7]{26})\}/g, (token, ref: string) => names.get(ref) ?? token),
    local: instant => (zone === undefined ? undefined : inZone(zone, instant as UtcInstant)) ?? instant,
    width
  }
}

const title = ({ view, ref, process, log, asOf, from, data }: Shown): string => {
  const at = askedAt(data)
  return [
    view,
    ...(ref === undefined ? [] : [ref]),
    `· ${process}`,
    from === undefined ? `· log version ${log}` : `· what differs from log version ${from} to ${log}`,
    ...(asOf === undefined ? [] : [`(as of ${asOf})`]),
    ...(at === undefined ? [] : [`· as now known to have been at ${moment(at)}`])
  ].join(' ')
}

/** The instant that a dated view was asked for. */
const askedAt = (data: Json): string | undefined =>
  typeof data === 'object' && data !== null && 'asAt' in data && typeof data.asAt === 'string'
    ? data.asAt
    : undefined
