/** Prints a view: one line of JSON, or lines for a person. Every view of a demonstration says that it is one. */
import { type Json, type Language } from '@ardiya/core/kernel/primitives'
import { documentWords } from '@ardiya/core/platform/words'
import { type Invocation } from '../invocation'
import { readable } from './readable'

export interface Shown {
  readonly view: string
  readonly ref?: string
  readonly process: string
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

/** Said over every view of a demonstration, in the language that it is read in. */
const notice = ({ languages }: Shown): string =>
  documentWords((languages[0] ?? 'ar') as Language).demonstration

export const tellShown = async ({ json, screen }: Invocation, shown: Shown): Promise<void> => {
  if (json) return screen.data(`${JSON.stringify(shown)}\n`)
  const { colours, terminal } = screen
  const document = documentIn(shown.data)
  const reading = { language: shown.languages[0] ?? 'ar', languages: shown.languages, terminal }
  const lines = document === undefined ? readable(reading, withoutHeading(shown)) : [document.trimEnd()]
  const noticed = shown.demonstration !== true || document?.includes(notice(shown)) === true
  const heading = [...(noticed ? [] : [colours.yellow(notice(shown))]), colours.bold(title(shown))]
  return screen.data(`${[...heading, '', ...lines].join('\n')}\n`)
}

/** A view that is a document, in Markdown, is read as one. */
const documentIn = (data: Json): string | undefined => {
  const { markdown } = (typeof data === 'object' ? data : {}) as { readonly markdown?: Json }
  return typeof markdown === 'string' ? markdown : undefined
}

/** A person reads in the heading which view of which process it is. */
const withoutHeading = ({ data, view, process }: Shown): Json => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data
  const isSaid = ([key, value]: readonly [string, Json]): boolean =>
    (key === 'view' && value === view) || (key === 'process' && value === process) || key === 'demonstration'
  return Object.fromEntries(
    Object.entries(data as { readonly [key: string]: Json }).filter(entry => !isSaid(entry))
  )
}

const title = ({ view, ref, process, log, asOf, from }: Shown): string =>
  [
    view,
    ...(ref === undefined ? [] : [ref]),
    `· ${process}`,
    from === undefined ? `· log version ${log}` : `· what differs from log version ${from} to ${log}`,
    ...(asOf === undefined ? [] : [`(as of ${asOf})`])
  ].join(' ')
