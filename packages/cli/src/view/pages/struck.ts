/** An entry that was taken back as a typing mistake stays visible, struck through. */
import { quoted } from '../say'

export const struck = (entry: { readonly retracted?: unknown }, words: string): string => {
  if (entry.retracted === undefined) return words
  const { reason } = entry.retracted as { readonly reason?: string }
  return `[struck out] ${words}${reason === undefined ? '' : ` (${quoted(reason)})`}`
}
