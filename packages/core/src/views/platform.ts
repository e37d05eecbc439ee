/**
 * The platform as a document: what we found, what we ask, what is not in it and why, as data and as Markdown, in one
 * language, whole or of one theme or level (rules 12 and 13).
 */
import { Language } from '../kernel/primitives'
import { type DecisionEntry } from '../meeting/state'
import { type DecisionRef } from '../meeting/ids'
import { ownerOf } from '../path/reads'
import { type States } from '../path/states'
import { type Text } from '../text/text'
import { type OutlinedClause, type PlatformOutline, platformOutline } from '../platform/outline'
import { concernsIt, renderPlatform } from '../platform/render'
import { type RenderingChoice } from '../platform/rendering'
import { adoptionOf } from '../platform/standing'
import { type PlatformState } from '../platform/state'
import { Level, ThemeRef } from '../process/ids'
import { associationOf, numbered } from '../process/numbers'
import { type RevisionRef } from '../submission/events'
import { present } from './entry'
import { exactText, originalText } from './exact-text'
import { platformsOf } from './in-order'
import { type Board, defineView } from './view'

/** Without a reference the newest platform. */
export const platformView = defineView({
  name: 'platform',
  purpose: 'the joint platform as a document, per language, theme and level',
  needs: 'all',
  about: { kind: 'optional', letters: 'V' },
  dated: false,
  show: board => {
    const state = board.states.platforms[board.asked.ref ?? platformsOf(board.states).at(-1)?.ref ?? '']
    const outline = state === undefined ? undefined : platformOutline(state)
    if (state !== undefined && outline !== undefined)
      return documentOf(withReasons(outline, state, board), board)
    return board.asked.ref === undefined ? { standing: 'none' } : undefined
  }
})

/** With what each association said in the vote of why it stood there. */
const withReasons = (outline: PlatformOutline, state: PlatformState, { states }: Board): PlatformOutline => {
  const adoption = adoptionOf(state)
  if (adoption === undefined) return outline
  const method = decisionOf(states, adoption.decision)?.methodNow
  const votes = method?.kind === 'rollCall' ? method.votes : []
  const reasons = new Map(votes.map(({ association, reason }) => [association, reason]))
  return {
    ...outline,
    positions: adoption.positions.map(one => ({
      ...one,
      ...present('reason', reasons.get(one.association))
    }))
  }
}

const decisionOf = ({ meetings }: States, decision: DecisionRef): DecisionEntry | undefined =>
  meetings[ownerOf(decision)]?.decisions.find(({ ref }) => ref === decision)

const documentOf = (outline: PlatformOutline, board: Board) => {
  const choice = choiceOf(outline, board)
  const shown = limitedTo(choice, outline, board)
  return {
    ...shown,
    language: choice.language,
    authoritative: outline.language,
    ...present('theme', choice.theme),
    ...present('level', choice.level),
    findings: shown.findings.map(finding => ({ ...finding, ...wordsOf(finding, choice.language, board) })),
    clauses: shown.clauses.map(clause => ({ ...clause, ...wordsOf(clause, choice.language, board) })),
    exclusions: shown.exclusions.map(exclusion => ({
      ...exclusion,
      ...titleIn(choice.language, lastText(exclusion.ref, choice.language, board))
    })),
    markdown: markdownOf(outline, choice, board)
  }
}

const choiceOf = (outline: PlatformOutline, { asked }: Board): RenderingChoice => ({
  language: Language.is(asked.language) ? asked.language : outline.language,
  ...(ThemeRef.is(asked.theme) ? { theme: asked.theme } : {}),
  ...(Level.is(asked.level) ? { level: asked.level } : {})
})

/** What a chosen theme or level leaves of the document; all of it where none is chosen. */
const limitedTo = (choice: RenderingChoice, outline: PlatformOutline, board: Board): PlatformOutline => {
  const about = (ref: string) => aboutOf(ref, board)
  const isShown = ({ themes, levels }: Pick<OutlinedClause, 'themes' | 'levels'>): boolean =>
    concernsIt(choice.theme, themes) && concernsIt(choice.level, levels)
  return {
    ...outline,
    findings: outline.findings.filter(({ ref }) => isShown(about(ref))),
    clauses: outline.clauses.filter(isShown),
    exclusions: outline.exclusions.filter(({ ref }) => isShown(about(ref)))
  }
}

const aboutOf = (ref: string, { states }: Board) => {
  const classification = states.submissions[ref]?.submission.classification
  return { themes: classification?.themes ?? [], levels: classification?.levels ?? [] }
}

/** Without words where there are none in the language; the title then as it was written, with its language. */
const wordsOf = (exact: RevisionRef, language: Language, { states }: Board) => {
  const text = exactText(states, exact, language)
  return text === undefined
    ? titleIn(language, originalText(states, exact))
    : { title: text.title, blocks: text.blocks }
}

const titleIn = (language: Language, text: Text | undefined) =>
  text === undefined
    ? {}
    : { title: text.title, ...present('titleIn', text.language === language ? undefined : text.language) }

const markdownOf = (outline: PlatformOutline, choice: RenderingChoice, board: Board): string => {
  const exact = new Map([...outline.findings, ...outline.clauses].map(one => [one.ref, one]))
  return renderPlatform(
    outline,
    {
      title: board.own.opened?.title ?? {},
      demonstration: board.own.opened?.demonstration === true,
      text: ref => {
        const named = exact.get(ref)
        return named === undefined
          ? lastText(ref, choice.language, board)
          : exactText(board.states, named, choice.language)
      },
      original: ref => {
        const named = exact.get(ref)
        return named === undefined ? undefined : originalText(board.states, named)
      },
      theme: ref => numbered(board.own.themes, ref)?.names,
      association: ref => associationOf(board.own, ref)?.names,
      about: ref => (board.states.submissions[ref] === undefined ? undefined : aboutOf(ref, board))
    },
    choice
  )
}

const lastText = (ref: string, language: Language, { states }: Board): Text | undefined => {
  const submission = states.submissions[ref]?.submission
  const texts = submission?.texts[language] ?? submission?.texts[submission.authoritative ?? '']
  return texts?.at(-1)?.text
}
