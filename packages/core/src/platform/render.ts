/**
 * The joint document as people read it: Markdown in Arabic, French or English, whole or of one theme or level. It is a
 * rendering: what binds is the document's hash, which the last line shows. Lines of an Arabic rendering begin with an
 * Arabic word, so that readers lay them out from right to left.
 */
import { type SubmissionRef } from '../submission/ids'
import { type Exclusion, type Position } from './events'
import { blocksMarkdown, escaped } from './markdown'
import { type OutlinedClause, type OutlinedPosition, type PlatformOutline } from './outline'
import {
  type About,
  areaName,
  associationName,
  named,
  type Page,
  quotedTitle,
  type RenderingChoice,
  type RenderingSources,
  themeName,
  titleOf
} from './rendering'
import { documentWords, type DocumentWords } from './words'

/** The whole document in Markdown, ending with a line break. */
export const renderPlatform = (
  outline: PlatformOutline,
  sources: RenderingSources,
  choice: RenderingChoice
): string => {
  const page: Page = { ...sources, choice, outline, words: documentWords(choice.language) }
  const parts = [
    ...head(page),
    ...findings(page),
    ...clauses(page),
    ...exclusions(page),
    ...undecided(page),
    ...positions(page),
    ...dissociations(page),
    ...hash(page)
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

const head = (page: Page): ReadonlyArray<string> => {
  const { words, outline, title, demonstration } = page
  return [
    `# ${words.platform}${words.colon}${escaped(named(page, title))} (${outline.platform})`,
    demonstration ? `> **${words.demonstration}**` : '',
    standingWords(page),
    limits(page),
    page.choice.language === outline.language ? '' : `*${words.translated} (${outline.language}).*`,
    blocksMarkdown(outline.preamble, 1)
  ]
}

/** With the platform that took its place, or why it was given up. */
const standingWords = ({ words, outline: { standing, supersededBy, setAside } }: Page): string => {
  const by = supersededBy === undefined ? '' : ` (${supersededBy})`
  const why = setAside === undefined ? '' : ` ${words.reason}${words.colon}${escaped(setAside.reason)}`
  return `**${words.standing[standing]}${by}**${why}`
}

const limits = (page: Page): string => {
  const { words, choice } = page
  const shown = [
    ...(choice.theme === undefined ? [] : [themeName(page, choice.theme)]),
    ...(choice.level === undefined ? [] : [words.level[choice.level]])
  ]
  return shown.length === 0 ? '' : `${words.only}${words.colon}${shown.join(words.comma)}.`
}

const findings = (page: Page): ReadonlyArray<string> => {
  const shown = page.outline.findings.filter(({ ref }) => isShown(page, page.about(ref)))
  return [
    `## ${page.words.findings}`,
    ...orNothing(
      page,
      shown.map(({ ref, revision }) => {
        const kind = ref.startsWith('D') ? page.words.kind.diagnosis : page.words.kind.assessment
        return section(page, `${kind}${page.words.colon}${titleOf(page, ref)} (${ref}@${revision})`, ref)
      })
    )
  ]
}

const clauses = (page: Page): ReadonlyArray<string> => {
  const shown = page.outline.clauses.filter(clause => isShown(page, clause))
  return [
    `## ${page.words.asks}`,
    ...orNothing(
      page,
      shown.map(clause => section(page, clauseHeading(page, clause), clause.ref, notes(page, clause)))
    )
  ]
}

const clauseHeading = (page: Page, { number, clause, ref, revision }: OutlinedClause): string => {
  const exact = `${ref}@${revision}`
  const called = clause === undefined ? exact : `${clause}${page.words.comma}${exact}`
  const numbered = number === undefined ? page.words.clause : `${page.words.clause} ${number}`
  return `${numbered}${page.words.colon}${titleOf(page, ref)} (${called})`
}

/** What it concerns, and what follows it in the platform that took the place of this one. */
const notes = (page: Page, { themes, areas, levels, followedBy, droppedBecause }: OutlinedClause): string => {
  const { words } = page
  return [
    labelled(
      words.themes,
      themes.map(theme => themeName(page, theme)),
      words
    ),
    labelled(
      words.areas,
      areas.map(area => areaName(page, area)),
      words
    ),
    labelled(
      words.levels,
      levels.map(level => words.level[level]),
      words
    ),
    followedBy === undefined ? '' : labelled(words.followedBy, [followedBy], words),
    droppedBecause === undefined ? '' : labelled(words.dropped, [escaped(droppedBecause)], words)
  ]
    .filter(line => line !== '')
    .join('  \n')
}

const labelled = (label: string, things: ReadonlyArray<string>, { comma, colon }: DocumentWords): string =>
  things.length === 0 ? '' : `*${label}${colon}${things.join(comma)}*`

const section = (page: Page, heading: string, ref: SubmissionRef, note = ''): string => {
  const text = page.text(ref)
  const words = text === undefined ? `*${page.words.noText}*` : blocksMarkdown(text.blocks, 3)
  return [`### ${heading}`, note, words].filter(part => part !== '').join('\n\n')
}

const exclusions = (page: Page): ReadonlyArray<string> => {
  const shown = page.outline.exclusions.filter(({ ref }) => isShown(page, page.about(ref)))
  return [
    `## ${page.words.exclusions}`,
    shown.length === 0 ? page.words.nothing : shown.map(one => exclusionLine(page, one)).join('\n')
  ]
}

/** It begins a sentence. */
const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`

const exclusionLine = (page: Page, { ref, fate, into, reason }: Exclusion): string => {
  const { words } = page
  const went = into === undefined ? words.fate[fate] : `${words.fate[fate]} ${into.join(words.comma)}`
  const why = reason === undefined ? '' : ` ${capital(words.reason)}${words.colon}${escaped(reason)}`
  return `- ${words.submission} ${ref} ${quotedTitle(page, ref)}${words.colon}${went}.${why}`
}

const undecided = (page: Page): ReadonlyArray<string> => {
  const { words, outline } = page
  return outline.undecided.length === 0
    ? []
    : [
        `## ${words.undecided}`,
        outline.undecided.map(ref => `- ${words.submission} ${ref} ${quotedTitle(page, ref)}`).join('\n')
      ]
}

const allPositions: ReadonlyArray<Position['position']> = [
  'endorsing',
  'withReservations',
  'opposing',
  'abstaining',
  'absent'
]

const positions = (page: Page): ReadonlyArray<string> => {
  const taken = page.outline.positions
  if (taken === undefined) return []
  const lines = allPositions.flatMap(position => {
    const those = taken.filter(one => one.position === position).map(one => positionWords(page, one))
    return those.length === 0
      ? []
      : [
          `- ${page.words.position[position]} (${those.length})${page.words.colon}${those.join(page.words.comma)}`
        ]
  })
  return [`## ${page.words.positions}`, lines.join('\n')]
}

const positionWords = (page: Page, { association, clauses: reserved, reason }: OutlinedPosition): string => {
  const { words } = page
  const on = reserved === undefined ? '' : ` (${words.onClauses} ${reserved.join(words.comma)})`
  const why = reason === undefined ? '' : ` (${words.reason}${words.colon}${escaped(reason)})`
  return `${associationName(page, association)}${on}${why}`
}

const dissociations = (page: Page): ReadonlyArray<string> => {
  const { dissociations: gone } = page.outline
  const lines = gone.map(
    ({ association, reason }) =>
      `- ${associationName(page, association)}${page.words.colon}${escaped(reason)}`
  )
  return gone.length === 0 ? [] : [`## ${page.words.dissociated}`, lines.join('\n')]
}

const hash = ({ outline, words }: Page): ReadonlyArray<string> =>
  outline.documentHash === undefined ? [] : ['---', `${words.hash}${words.colon}\`${outline.documentHash}\``]

const orNothing = (page: Page, parts: ReadonlyArray<string>): ReadonlyArray<string> =>
  parts.length === 0 ? [page.words.nothing] : parts

/** What is not known is shown rather than hidden. */
const isShown = ({ choice }: Page, about: About | undefined): boolean =>
  concernsIt(choice.theme, about?.themes ?? []) && concernsIt(choice.level, about?.levels ?? [])

/** Whether what names some themes, or some levels, concerns a chosen one: what names none concerns them all. */
export const concernsIt = <A>(chosen: A | undefined, named: ReadonlyArray<A>): boolean =>
  chosen === undefined || named.length === 0 || named.includes(chosen)
