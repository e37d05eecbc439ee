/** People's words as CommonMark that shows them as they are: nothing that they wrote becomes a mark. */
import { type NewBlock } from '../text/text'

/** Words inside a line, with every character that Markdown would read as a mark escaped. */
export const escaped = (words: string): string =>
  words
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')

/** Blocks of a text under a heading of the given depth (1 to 6); items of a list stand together. */
export const blocksMarkdown = (blocks: ReadonlyArray<NewBlock>, depth: number): string =>
  blocks.reduce(
    (text, block, index) => text + gap(blocks[index - 1], block) + blockMarkdown(blocks, index, depth),
    ''
  )

const gap = (before: NewBlock | undefined, block: NewBlock): string => {
  if (before === undefined) return ''
  return before.kind === 'item' && block.kind === 'item' ? '\n' : '\n\n'
}

const blockMarkdown = (blocks: ReadonlyArray<NewBlock>, index: number, depth: number): string => {
  const block = blocks[index]
  if (block === undefined) return ''
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, depth + block.level))} ${escaped(block.text)}`
    case 'item':
      return `${'  '.repeat(indentOf(blocks, index))}- ${escaped(block.text)}`
    case 'paragraph':
      return escaped(block.text)
  }
}

/** How deep an item is shown: never more than one below the item before it, or Markdown would take it for code. */
const indentOf = (blocks: ReadonlyArray<NewBlock>, index: number): number => {
  let indent = -1
  for (const block of blocks.slice(0, index + 1))
    indent = block.kind === 'item' ? Math.min(block.level - 1, indent + 1) : -1
  return Math.max(0, indent)
}
