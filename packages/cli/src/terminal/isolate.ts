/**
 * Mixed runs on a terminal: a name in Arabic beside a reference in Latin reads right when each stands in an isolate
 * of its own (FSI … PDI). Nothing is reordered here, and nothing is added to what goes into a file or a pipe.
 */
import { printable } from '@ardiya/core/text/show-change'

const firstStrongIsolate = '\u2068'
const popIsolate = '\u2069'

/** People's words as an isolate, on a terminal; as they are, elsewhere. */
export const isolate =
  (terminal: boolean) =>
  (words: string): string =>
    terminal ? `${firstStrongIsolate}${words}${popIsolate}` : words

/** Where people's words begin and end inside a line of a page: characters that no text holds. */
const BEGIN = '\ufdd0'
const END = '\ufdd1'

/** People's words inside a line; what could steer a screen is shown by its number. */
export const apart = (words: string): string =>
  words === '' ? '' : `${BEGIN}${printable(words).replace(/[\ufdd0-\ufdd2]/g, '')}${END}`

/** A space at which no line is broken. */
const FIXED = '\ufdd2'

/** Words that stay together on a line: a date with its time. */
export const together = (words: string): string => words.replaceAll(' ', FIXED)

/** Words that stand in isolates of their own already, as words apart. */
export const apartAlready = (text: string): string =>
  text.replaceAll(firstStrongIsolate, BEGIN).replaceAll(popIsolate, END)

/** A line of a page as it goes out: the words apart as isolates on a terminal, bare elsewhere. */
export const isolated = (terminal: boolean, line: string): string =>
  line
    .replaceAll(BEGIN, terminal ? firstStrongIsolate : '')
    .replaceAll(END, terminal ? popIsolate : '')
    .replaceAll(FIXED, ' ')

/** The same for each line of words that were broken: what is open at the end of one is open at the next. */
export const reopened = (lines: ReadonlyArray<string>): ReadonlyArray<string> => {
  let isOpen = false
  return lines.map(line => {
    const begun = isOpen ? `${BEGIN}${line}` : line
    isOpen = begun.lastIndexOf(BEGIN) > begun.lastIndexOf(END)
    return isOpen ? `${begun}${END}` : begun
  })
}
