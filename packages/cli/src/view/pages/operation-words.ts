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

const placeWords = (after: string): string => (after === 'start' ? 'at the beginning' : `behind ${after}`)

const replacement = (old: string, wanted: string): string => {
  if (old === '') return `insert ${quoted(wanted)}`
  return wanted === '' ? `delete ${quoted(old)}` : `${quoted(old)} becomes ${quoted(wanted)}`
}

const splitWords = (words: string, at: number): string => {
  const points = Array.from(words)
  return `${quoted(points.slice(0, at).join('').trim())} ${quoted(points.slice(at).join('').trim())}`
}
