/** What a rendering of the joint document is made from, and how it names things: in its language, else in what there is. */
import { type AssociationRef } from '../kernel/envelope'
import { type Language, type Localized } from '../kernel/primitives'
import { type Level, type ThemeRef } from '../process/ids'
import { type Area } from '../submission/events'
import { type SubmissionRef } from '../submission/ids'
import { type Text } from '../text/text'
import { escaped } from './markdown'
import { type PlatformOutline } from './outline'
import { type DocumentWords } from './words'

/** What a rendering is made from besides the platform: texts and names by lookup, and what to show. */
export interface RenderingSources {
  /** The process's title. */
  readonly title: Localized
  /** Whether the process is a demonstration: said in a line of its own. */
  readonly demonstration: boolean
  /** The text to show of a submission; absent where there is none in the language. */
  readonly text: (ref: SubmissionRef) => Text | undefined
  /** The same in the language that it was written in: its title is shown, marked, where there is no other. */
  readonly original: (ref: SubmissionRef) => Text | undefined
  readonly theme: (ref: ThemeRef) => Localized | undefined
  readonly association: (ref: AssociationRef) => Localized | undefined
  /** What a submission is about: findings and exclusions do not say it in the document. */
  readonly about: (ref: SubmissionRef) => About | undefined
}

/** What a submission concerns. */
export interface About {
  readonly themes: ReadonlyArray<ThemeRef>
  readonly levels: ReadonlyArray<Level>
}

/** In which language headings and names are, and what to show: all, or what concerns one theme or one level. */
export interface RenderingChoice {
  readonly language: Language
  readonly theme?: ThemeRef
  readonly level?: Level
}

/** One rendering: what is shown, from what, in whose words. */
export interface Page extends RenderingSources {
  readonly choice: RenderingChoice
  readonly outline: PlatformOutline
  readonly words: DocumentWords
}

/** In another language than the document's where there is no other, marked with it. */
export const titleOf = (page: Page, ref: SubmissionRef): string => {
  const text = page.text(ref) ?? page.original(ref)
  if (text === undefined) return ref
  return text.language === page.choice.language
    ? escaped(text.title)
    : `${escaped(text.title)} (${text.language})`
}

export const quotedTitle = (page: Page, ref: SubmissionRef): string => {
  const [open, close] = page.words.quoted
  return `${open}${titleOf(page, ref)}${close}`
}

export const themeName = (page: Page, ref: ThemeRef): string => nameOr(page, page.theme(ref), ref)

export const associationName = (page: Page, ref: AssociationRef): string =>
  nameOr(page, page.association(ref), ref)

export const areaName = (page: Page, area: Area): string =>
  area.kind === 'quarter' ? escaped(named(page, area.name)) : page.words.area[area.kind]

const nameOr = (page: Page, names: Localized | undefined, ref: string): string =>
  names === undefined ? ref : escaped(named(page, names))

/** A name in the chosen language, else in the authoritative one, else in any that there is. */
export const named = ({ choice, outline }: Page, names: Localized): string =>
  names[choice.language] ?? names[outline.language] ?? Object.values(names)[0] ?? ''
