import { grouped } from '@ardiya/core/kernel/grouped'
import { type provenanceView } from '@ardiya/core/views/provenance'
import { type AmendmentNow } from '@ardiya/core/views/traced-words'
import { type ResultOf } from '@ardiya/core/views/view'
import { apart } from '../../terminal/isolate'
import { heading, line, type Part, subheading, tableOr } from '../parts'
import { actorName, day, dotted, list, moment, plain, quoted } from '../say'
import { gaveWayWords } from './moot-words'
import { type Page } from './page'

type Provenance = ResultOf<typeof provenanceView>
type Platform = Extract<Provenance, { readonly platform: string }>
type OneText = Exclude<Provenance, Platform>
type Block = OneText['blocks'][number]
type Run = Block['runs'][number]

/** Like blame, for words: every run of words beside who brought it, and under each block who stands by it. */
export const provenancePage: Page<Provenance> = result =>
  'platform' in result ? platformParts(result) : textParts(result)

const platformParts = (result: Platform): ReadonlyArray<Part> => [
  line(
    dotted(
      `${result.platform} ${plain(result.standing)}`,
      `compiled ${moment(result.compiled.at)} from log version ${result.compiled.from}`,
      result.frozen === undefined ? undefined : `frozen by ${result.frozen.decision}`,
      result.adopted === undefined ? undefined : `adopted by ${result.adopted.decision}`
    )
  ),
  ...(result.preamble.length === 0
    ? []
    : [
        heading('Preamble'),
        ...tableOr(
          '',
          ['words', 'written'],
          result.preamble.flatMap(({ runs }) =>
            runs.map(({ words, source }) => [
              apart(words),
              `${day(source.at)}, typed by ${source.recordedBy}`
            ])
          ),
          2
        )
      ]),
  ...[...result.findings, ...result.clauses].flatMap(textParts)
]

const textParts = (text: OneText): ReadonlyArray<Part> => [
  heading(
    `${text.clause === undefined ? '' : `${text.clause} = `}${text.submission}@${text.revision} ${apart(
      text.title.map(({ words }) => words).join('')
    )}`
  ),
  line(
    dotted(
      plain(text.fate),
      text.decision === undefined ? undefined : `decided by ${text.decision}`,
      text.accepted === undefined ? undefined : `on @${text.accepted.revision}`
    ),
    'plain',
    2
  ),
  ...titleParts(text.title, text.revision),
  ...text.blocks.flatMap(block => blockParts(block, text.revision))
]

/** A title of one origin is said in a line, under the heading that has its words. */
const titleParts = (runs: ReadonlyArray<Run>, shown: number): ReadonlyArray<Part> => {
  const [only] = runs
  return runs.length === 1 && only !== undefined
    ? [line(`title: ${originWords(only, shown)}`, 'plain', 2)]
    : runsTable(runs, 'title', shown)
}

const blockParts = ({ block, kind, runs, stands }: Block, shown: number): ReadonlyArray<Part> => [
  subheading(`${block.slice(block.indexOf('#') + 1)} ${kind}`),
  ...runsTable(runs, 'words', shown),
  ...standsLines(stands, block.slice(0, block.indexOf('#')))
]

const runsTable = (runs: ReadonlyArray<Run>, what: string, shown: number): ReadonlyArray<Part> =>
  tableOr(
    '',
    [what, 'brought by'],
    runs.filter(isWords).map(run => [apart(run.words.trim()), originWords(run, shown)]),
    2
  )

/** A space alone is nobody's words. */
const isWords = ({ words }: Run): boolean => words.trim() !== ''

/** `A3, received 2025-11-14 (P3@1)`, `P3-A1 of A17, adopted by M2-Q3 (P3@2)`. */
const originWords = ({ revision, source }: Run, shown: number): string => {
  const where = `(${source.submission}@${revision})`
  const who = list([...source.by, ...[source.office, source.meeting].flatMap(one => one ?? [])])
  const amended = (source.amendments ?? []).map(one => amendmentWords(one, source.submission, shown))
  const settled = source.resolutions ?? []
  if (amended.length > 0)
    return `${amended.join('; ')}${settled.length === 0 ? '' : `, as settled in ${list(settled)}`} ${where}`
  const decided = source.decision === undefined ? '' : `, decided by ${source.decision}`
  return `${who}, ${plain(source.because)} ${day(source.at)}${decided} ${where}`
}

/** Where a text is shown that has its words, and a later one no longer does, it says to what they gave way. */
const amendmentWords = (
  { amendment, association, wordedBy, standing, decision, as, by, gaveWay = [] }: AmendmentNow,
  submission: string,
  shown: number
): string =>
  [
    amendment,
    association === undefined ? '' : ` of ${association}`,
    wordedBy === undefined ? '' : `, worded in the original by ${actorName(wordedBy)}`,
    as === 'modified' ? ', adopted as modified' : standing === undefined ? '' : `, ${plain(standing)}`,
    decision === undefined ? '' : ` by ${decision}`,
    by === undefined ? '' : ` (${by})`,
    ...said(
      gaveWayWords(
        submission,
        gaveWay.filter(({ since }) => since > shown)
      )
    )
  ].join('')

const said = (words: string): ReadonlyArray<string> => (words === '' ? [] : [`, ${words}`])

const standsLines = (stands: Block['stands'], submission: string): ReadonlyArray<Part> => {
  const byKind = grouped(stands, stand => standWords(stand, submission))
  return [...byKind].map(([kind, those]) => line(`${kind}: ${list(those.map(whose))}`, 'plain', 2))
}

/** `endorsement`, `reservation (stale)`, `endorsement, as it read in P1@1`. */
const standWords = ({ kind, status, readThen, revision }: Block['stands'][number], ref: string): string => {
  if (status !== 'live') return `${kind} (${status})`
  if (readThen === undefined) return kind
  return readThen === 'otherwise'
    ? `${kind}, as it read in ${ref}@${revision}`
    : `${kind} of ${ref}@${revision}, where it did not stand yet`
}

/** `A4 on P1@1`: of an inherited one, the text that it was given on. */
const whose = ({ association, submission, revision, reason }: Block['stands'][number]): string => {
  const on = submission === undefined ? '' : ` on ${submission}@${revision}`
  const why = reason === undefined ? '' : ` ${quoted(reason)}`
  return `${association}${on}${why}`
}
