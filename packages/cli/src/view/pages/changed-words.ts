/** What changed between two texts, in words: only what is not the same. */
import { blockSigns, markedWords } from '@ardiya/core/text/show-change'
import { type ChangeSince } from '@ardiya/core/views/text-changes'
import { apart } from '../../terminal/isolate'
import { line, type Part } from '../parts'

type Run = ChangeSince['blocks'][number]['runs'][number]

/** Under a line that says from where to where. */
export const changedSince = (change: ChangeSince, submission: string): ReadonlyArray<Part> => {
  const from = `${change.source ?? submission}@${change.from}`
  const to = `${submission}@${change.to}`
  return change.title === undefined && change.blocks.length === 0
    ? [line(`Nothing changed from ${from} to ${to}.`, 'faint', 2)]
    : [
        line(`What changed from ${from} to ${to}:`, 'plain', 2),
        ...(change.title === undefined ? [] : [line(`title  ${runsWords(change.title)}`, 'plain', 4)]),
        ...change.blocks.map(block =>
          line(`${blockSigns[block.tag]} ${nameOf(block.id)}  ${runsWords(block.runs)}`, 'plain', 4)
        )
      ]
}

/** A block of a source that was not taken over is named there: `P1#b3`. */
const nameOf = (id: string): string => {
  const [, block, source] = /^(b\d+)-([A-Z]\d+)$/.exec(id) ?? []
  return source === undefined ? id : `${source}#${block ?? ''}`
}

/** Among the words that stayed; a border between blocks is ¶. */
const runsWords = (runs: ReadonlyArray<Run>): string =>
  apart(runs.map(({ tag, words }) => markedWords(tag, words)).join(''))
