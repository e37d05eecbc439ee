/** Minutes are drafted in Arabic, French or English. */
import { type Language } from '../../kernel/primitives'
import { type Wording } from './wording'
import { arabic } from './wording-arabic'
import { english } from './wording-english'
import { french } from './wording-french'

/** The words for a language; where there are none yet, the Arabic ones. */
export const wordingIn = (language: Language): Wording => {
  const [primary = ''] = language.split('-')
  return primary === 'fr' ? french : primary === 'en' ? english : arabic
}
