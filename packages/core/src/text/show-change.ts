/** A change between revisions, shown: terminal, Markdown, HTML. All words come out escaped for where they go. */
import { type BlockChange, type TextChange } from './text-diff'
import { type Run } from './word-edits'

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'ar',
  'fa',
  'ur',
  'he',
  'ps',
  'sd',
  'ug',
  'ckb',
  'yi',
  'dv',
  'syr'
])

/** Whether a language is written from right to left (a script subtag decides where there is one). */
export const isRightToLeft = (language: string): boolean => {
  const [code = '', script] = language.split('-')
  return script?.length === 4
    ? ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo'].includes(script)
    : RIGHT_TO_LEFT.has(code)
}

const RIGHT_TO_LEFT_MARK = '\u200f'
const ISOLATE = '\u2068'
const END_ISOLATE = '\u2069'

/** What each block is marked with at the beginning of its line in a terminal. */
const SIGNS: Record<BlockChange['tag'], string> = {
  same: ' ',
  changed: '~',
  inserted: '+',
  deleted: '-',
  moved: '>',
  movedAway: '<'
}

/**
 * Lines for a terminal: `[-gone-]` and `{+new+}`, with colours too where asked; each marked run stands in an isolate of
 * its own, and a line of a right-to-left language begins with its mark, so that signs do not jump between the words.
 */
export const showInTerminal = (change: TextChange, options: { readonly colour: boolean }): string => {
  const rtl = isRightToLeft(change.language)
  const line = (sign: string, indent: string, runs: ReadonlyArray<Run>): string =>
    `${rtl ? RIGHT_TO_LEFT_MARK : ''}${sign} ${indent}${runs.map(run => terminalRun(run, options.colour)).join('')}`
  const title = line(hasChanged(change.title) ? SIGNS.changed : SIGNS.same, '= ', change.title)
  return [
    title,
    ...change.blocks.map(block => line(SIGNS[block.tag], terminalIndent(block), block.runs))
  ].join('\n')
}

const hasChanged = (runs: ReadonlyArray<Run>): boolean => runs.some(run => run.tag !== 'same')

const terminalIndent = (block: BlockChange): string => {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} `
  return block.kind === 'item' ? `${'  '.repeat(block.level)}• ` : ''
}

function terminalRun({ tag, words }: Run, colour: boolean): string {
  const shown = printable(words)
  if (tag === 'same') return shown
  const marked = tag === 'deleted' ? `[-${shown}-]` : `{+${shown}+}`
  const painted = tag === 'deleted' ? `\u001b[31m${marked}\u001b[39m` : `\u001b[32m${marked}\u001b[39m`
  return `${ISOLATE}${colour ? painted : marked}${END_ISOLATE}`
}

/** Control characters never reach a terminal; bidi overrides, and isolates of the words' own, are shown by number. */
const printable = (words: string): string =>
  Array.from(words, point => (point === '\n' ? ' ¶ ' : isUnsafe(point) ? numbered(point) : point)).join('')

const isUnsafe = (point: string): boolean => {
  const code = point.codePointAt(0) ?? 0
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  )
}

const numbered = (point: string): string =>
  `<U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`

/** An HTML fragment: one element a block with `lang` and `dir`, `ins` and `del` inside, everything escaped. */
export const showAsHtml = (change: TextChange): string => {
  const attributes = `lang="${change.language}" dir="${isRightToLeft(change.language) ? 'rtl' : 'ltr'}"`
  return [
    `<h1 ${attributes}>${change.title.map(htmlRun).join('')}</h1>`,
    ...change.blocks.map(block => htmlBlock(block, attributes))
  ].join('\n')
}

function htmlBlock(block: BlockChange, attributes: string): string {
  const element = block.kind === 'heading' ? `h${Math.min(block.level + 1, 6)}` : 'p'
  const level = block.kind === 'paragraph' ? '' : ` data-level="${block.level}"`
  return `<${element} ${attributes} class="${block.kind} ${block.tag}"${level} data-block="${block.id}">${block.runs.map(htmlRun).join('')}</${element}>`
}

const htmlRun = ({ tag, words }: Run): string => {
  const shown = escapedHtml(words).replaceAll('\n', '¶<br>')
  if (tag === 'same') return shown
  return tag === 'deleted' ? `<del>${shown}</del>` : `<ins>${shown}</ins>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

const escapedHtml = (words: string): string => words.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)

/** Markdown with `ins` and `del` elements (CommonMark passes them through); no word of the text acts as markup. */
export const showAsMarkdown = (change: TextChange): string =>
  [`# ${change.title.map(markdownRun).join('')}`, ...change.blocks.map(markdownBlock)].join('\n\n')

function markdownBlock(block: BlockChange): string {
  const words = block.runs.map(markdownRun).join('')
  if (block.kind === 'heading') return `${'#'.repeat(Math.min(block.level + 1, 6))} ${words}`
  return block.kind === 'item' ? `${'  '.repeat(block.level - 1)}- ${words}` : words
}

const markdownRun = ({ tag, words }: Run): string => {
  const shown = escapedMarkdown(words).replaceAll('\n', ' ¶ ')
  if (tag === 'same') return shown
  return tag === 'deleted' ? `<del>${shown}</del>` : `<ins>${shown}</ins>`
}

const escapedMarkdown = (words: string): string =>
  words
    .replace(/[&<>]/g, sign => ENTITIES[sign] ?? sign)
    .replace(/[\\`*_{}[\]()#+\-!|~.:@]/g, sign => (isAscii(sign) ? `\\${sign}` : sign))

const isAscii = (sign: string): boolean => sign.charCodeAt(0) < 0x80
