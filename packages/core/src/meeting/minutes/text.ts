/** The words of minutes as they are recorded: in the authoritative language, persons as tokens (guarantees.md §6). */
import * as E from 'fp-ts/lib/Either'
import { type Rejection } from '../../kernel/rejection'
import { type Coalition } from '../../process/coalition'
import { withBlockIds } from '../../text/apply'
import { checkNewText } from '../../text/check'
import { type NewBlock, type NewText } from '../../text/text'
import { textHash } from '../../text/text-hash'
import { MinutesLanguageDiffers, MinutesTextRefused } from '../rejections'
import { type MinutesText } from '../state'

/** The text with block ids from `b1` on, and its hash, person tokens as written. */
export const recordedText = (text: NewText): Pick<MinutesText, 'text' | 'textHash'> => ({
  text: withBlockIds(text, 1).text,
  textHash: textHash(text)
})

/** The language and the words may be recorded; unlike people's own texts, minutes may hold person tokens. */
export const textRefused = (text: NewText, { authoritative }: Coalition): Rejection | undefined => {
  if (text.language !== authoritative)
    return MinutesLanguageDiffers('payload.text.language', text.language, { authoritative })
  const checked = checkNewText(withoutTokens(text))
  return E.isLeft(checked)
    ? MinutesTextRefused('payload.text', text.title, { problem: checked.left.tag })
    : undefined
}

const TOKEN = /\{p_[a-z2-7]{26}\}/g

const withoutTokens = (text: NewText): NewText => ({
  ...text,
  blocks: text.blocks.map(block => ({ ...block, text: named(block.text) }) as NewBlock)
})

/** As many letters as the token has, so that the size is the same. */
const named = (words: string): string => words.replace(TOKEN, token => 'p'.repeat(token.length))
