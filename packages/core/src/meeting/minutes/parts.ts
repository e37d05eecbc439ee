/** What minutes are made of: headings, paragraphs and items, as a text takes them. */
import { type NewBlock } from '../../text/text'

export const paragraph = (text: string): NewBlock => ({ kind: 'paragraph', text }) as NewBlock
export const item = (text: string): NewBlock => ({ kind: 'item', level: 1, text }) as NewBlock
export const heading = (text: string, level: 1 | 2 = 1): NewBlock =>
  ({ kind: 'heading', level, text }) as NewBlock

/** Lines under a heading; nothing where there is none. */
export const section = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<NewBlock> =>
  lines.length === 0 ? [] : [heading(title), ...lines.map(item)]
