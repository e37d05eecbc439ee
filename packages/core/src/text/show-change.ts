/**
 * A change between revisions, shown in a terminal, as Markdown and as HTML. All words come out escaped for where they go;
 * what could steer a screen or turn its direction is shown by its number, so that no word can pass for another.
 */
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
const isRightToLeft = (language: string): boolean => {
  const [code = '', script] = language.split('-')
  return script?.length === 4
    ? ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo'].includes(script)
    : RIGHT_TO_LEFT.has(code)
}

const RIGHT_TO_LEFT_MARK = '\u200f'
const ISOLATE = '\u2068'
const END_ISOLATE = '\u2069'

/** What each block is marked with at the beginning of its line in a terminal. */
export const blockSigns: Readonly<Record<BlockChange['tag'], string>> = {
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
  const title = line(hasChanged(change.title) ? blockSigns.changed : blockSigns.same, '= ', change.title)
  return [
    title,
    ...change.blocks.map(block => line(blockSigns[block.tag], terminalIndent(block), block.runs))
  ].join('\n')
}

const hasChanged = (runs: ReadonlyArray<Run>): boolean => runs.some(run => run.tag !== 'same')

const terminalIndent = (block: BlockChange): string => {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} `
  return block.kind === 'item' ? `${'  '.repeat(block.level)}• ` : ''
}

function terminalRun({ tag, words }: Run, colour: boolean): string {
  const marked = markedWords(tag, printable(words))
  if (tag === 'same') return marked
  const painted = tag === 'deleted' ? `\u001b[31m${marked}\u001b[39m` : `\u001b[32m${marked}\u001b[39m`
  return `${ISOLATE}${colour ? painted : marked}${END_ISOLATE}`
}

/** `[-gone-]` and `{+new+}`; words that stayed are not marked, and signs of a text's own stand behind a `\\`. */
export const markedWords = (tag: Run['tag'], words: string): string => {
  const own = words.replace(/\\|\[-|-\]|\{\+|\+\}/g, sign => `\\${sign}`)
  if (tag === 'same') return own
  return tag === 'deleted' ? `[-${own}-]` : `{+${own}+}`
}

/** Control characters, bidi overrides and isolates of the words' own are shown by number, a border by `border`. */
export const printable = (words: string, border = ' ¶ '): string =>
  Array.from(words, point => (point === '\n' ? border : isUnsafe(point) ? numbered(point) : point)).join('')

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
  const direction = isRightToLeft(change.language) ? 'rtl' : 'ltr'
  const attributes = `lang="${escapedHtml(change.language)}" dir="${direction}"`
  return [
    `<h1 ${attributes}>${change.title.map(htmlRun).join('')}</h1>`,
    ...change.blocks.map(block => htmlBlock(block, attributes))
  ].join('\n')
}

function htmlBlock(block: BlockChange, attributes: string): string {
  const element = block.kind === 'heading' ? `h${Math.min(block.level + 1, 6)}` : 'p'
  const level = block.kind === 'paragraph' ? '' : ` data-level="${block.level}"`
  return `<${element} ${attributes} class="${block.kind} ${block.tag}"${level} data-block="${block.id}">${markedRuns(block).map(htmlRun).join('')}</${element}>`
}

/** A run with its mark; `moved` words are marked where they were and where they are. */
interface Marked extends Run {
  readonly moved?: true
}

const markedRuns = ({ tag, runs }: BlockChange): ReadonlyArray<Marked> => {
  if (tag === 'movedAway') return runs.map(run => ({ ...run, moved: true }))
  return tag === 'moved'
    ? runs.map(run => (run.tag === 'same' ? { ...run, tag: 'inserted', moved: true } : run))
    : runs
}

const htmlRun = ({ tag, words, moved }: Marked): string =>
  marked(tag, escapedHtml(printable(words, '\n')).replaceAll('\n', '¶<br>'), moved)

const marked = (tag: Run['tag'], shown: string, moved?: true): string => {
  if (tag === 'same') return shown
  const [element, what] = tag === 'deleted' ? ['del', 'moved-away'] : ['ins', 'moved']
  return `<${element}${moved === true ? ` class="${what}"` : ''}>${shown}</${element}>`
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
  [
    `# ${change.title.map(markdownRun).join('')}`,
    ...indented(change.blocks).map(([block, indent]) => markdownBlock(block, indent))
  ].join('\n\n')

/** How deep an item is shown: never more than one below the item before it, or Markdown would take it for code. */
function indented(
  blocks: ReadonlyArray<BlockChange>
): ReadonlyArray<readonly [block: BlockChange, indent: number]> {
  let indent = -1
  return blocks.map(block => {
    indent = block.kind === 'item' ? Math.min(block.level - 1, indent + 1) : -1
    return [block, indent]
  })
}

function markdownBlock(block: BlockChange, indent: number): string {
  const words = markedRuns(block).map(markdownRun).join('')
  if (block.kind === 'heading') return `${'#'.repeat(Math.min(block.level + 1, 6))} ${words}`
  return block.kind === 'item' ? `${'  '.repeat(indent)}- ${words}` : words
}

const markdownRun = ({ tag, words, moved }: Marked): string =>
  marked(tag, escapedMarkdown(printable(words)), moved)

/** Signs that are marks anywhere; those that are only at the beginning of a line or a run; and what makes a link. */
const escapedMarkdown = (words: string): string =>
  words
    .replace(/[&<>]/g, sign => ENTITIES[sign] ?? sign)
    .replace(/[\\`*_{}[\]#|~]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/(?<=[A-Za-z0-9])[:@]/g, '\\$&')
    .replace(/(?<=\bwww)\./gi, '\\.')
