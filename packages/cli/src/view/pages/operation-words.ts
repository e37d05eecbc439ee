/** What an amendment asks for, operation by operation, in words. */
import { type Operation } from '@ardiya/core/text/operation'
import { quoted } from '../say'

export const operationWords = (operation: Operation): string => {
  switch (operation.op) {
    case 'replace':
      return `${operation.block}: ${replacement(operation.old, operation.new)}`
    case 'insert':
      return `new ${placeWords(operation.after)}: ${operation.blocks.map(({ text }) => quoted(text)).join(' ')}`
    case 'delete':
      return `${operation.block}: delete ${quoted(operation.old)}`
    case 'move':
      return `${operation.block}: move ${operation.after === 'start' ? 'to the beginning' : placeWords(operation.after)}: ${quoted(operation.old)}`
    case 'split':
      return `${operation.block}: split at ${operation.at}: ${splitWords(operation.old, operation.at)}`
    case 'join':
      return `${operation.first} and ${operation.second}: join ${operation.old.map(quoted).join(' ')}`
    case 'recast':
      return `the whole text anew: ${[operation.title, ...operation.blocks.map(({ text }) => text)].map(quoted).join(' ')}`
    case 'retitle':
      return `title: ${replacement(operation.old, operation.new)}`
  }
}

/** All of them; a block that is deleted and comes new with the very same words only becomes of another kind. */
export const operationsWords = (operations: ReadonlyArray<Operation>): ReadonlyArray<string> => {
  const recast = new Map(
    operations.flatMap(one => {
      const again = one.op === 'delete' ? operations.find(other => isOnly(other, one.old)) : undefined
      return again === undefined ? [] : [[one, again] as const]
    })
  )
  const again = new Set(recast.values())
  return operations
    .filter(one => !again.has(one))
    .map(one => {
      const anew = recast.get(one)
      return anew?.op === 'insert' && one.op === 'delete'
        ? `${one.block}: becomes ${kindWords(anew.blocks[0])}, ${placeWords(anew.after)}: ${quoted(one.old)}`
        : operationWords(one)
    })
}

const isOnly = (operation: Operation, words: string): boolean =>
  operation.op === 'insert' && operation.blocks.length === 1 && operation.blocks[0]?.text === words

type NewBlock = Extract<Operation, { readonly op: 'insert' }>['blocks'][number]

const kindWords = (block: NewBlock | undefined): string =>
  block === undefined || block.kind === 'paragraph'
    ? 'a paragraph'
    : `${block.kind === 'item' ? 'an item' : 'a heading'} of level ${block.level}`

const placeWords = (after: string): string => (after === 'start' ? 'at the beginning' : `behind ${after}`)

const replacement = (old: string, wanted: string): string => {
  if (old === '') return `insert ${quoted(wanted)}`
  return wanted === '' ? `delete ${quoted(old)}` : `${quoted(old)} becomes ${quoted(wanted)}`
}

const splitWords = (words: string, at: number): string => {
  const points = Array.from(words)
  return `${quoted(points.slice(0, at).join('').trim())} ${quoted(points.slice(at).join('').trim())}`
}
