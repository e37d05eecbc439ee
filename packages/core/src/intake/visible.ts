/** Text that shows nothing, and characters that no name can have: by closed lists, never by an engine's tables. */
import { isSpace } from '../text/code-points'

/**
 * Marks of direction and of joining, fillers, tatweel, and marks that stand on a letter: alone they show nothing that can
 * be read. Within words all of them are left alone.
 */
const INVISIBLE =
  /[\u00ad\u0300-\u036f\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\uffa0]/

/** Whether a text is made of what shows nothing, and perhaps spaces; of spaces alone is judged elsewhere. */
export const showsNothing = (text: string): boolean =>
  INVISIBLE.test(text) && Array.from(text).every(point => isSpace(point) || INVISIBLE.test(point))

/** U+0001–U+001F save the tab and the ends of lines, which are judged by the field. */
export const hasControl = (text: string): boolean =>
  Array.from(text).some(point => point < ' ' && !'\u0000\t\n\v\f\r'.includes(point))
