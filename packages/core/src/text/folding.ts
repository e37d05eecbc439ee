/**
 * Folding for comparison and search only, never for what is stored: what people see as the same word is made equal.
 * It may use the engine's Unicode tables, because nothing is decided by it.
 */

const LETTERS: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  œ: 'oe',
  æ: 'ae',
  '’': "'",
  ʼ: "'"
}

const ARABIC_ZERO = 0x0660
const FARSI_ZERO = 0x06f0

/** Tatweel, joiners and direction marks: seen by nobody who reads. */
const UNSEEN = /[\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/**
 * Lower case, without accents, tashkeel, hamza on a carrier, tatweel and joiners; Farsi yeh and kaf, alef maksura and
 * taa marbuta as their nearest Arabic letters; Arabic and Farsi digits as Latin ones.
 */
export const folded = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(/[ٱىیېکڪةہھœæ’ʼ٠-٩۰-۹]/g, sign => LETTERS[sign] ?? latinDigit(sign))

const latinDigit = (sign: string): string => {
  const code = sign.charCodeAt(0)
  return String(code - (code >= FARSI_ZERO ? FARSI_ZERO : ARABIC_ZERO))
}

const SILENT: ReadonlySet<string> = new Set(
  (
    'في من علي الي عن مع ان او ثم التي الذي الذين هذا هذه ذلك تلك كل بين عبر خلال اجل حول بعد قبل عند لدي غير ' +
    'وفق وفي ومن وعلي كما لا ما قد هو هي ' +
    'le la les l de des du d un une et a au aux en dans pour par sur que qui qu se s ce ces cette son sa ses leur ' +
    'leurs avec entre afin est sont ou plus tous tout toute toutes the of and to in for on'
  ).split(' ')
)

/** The stems of the words that carry meaning, in order; all stems where none does. */
export const stems = (words: string): ReadonlyArray<string> => {
  const all = folded(words).match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = all.filter(word => !SILENT.has(word))
  return (telling.length === 0 ? all : telling).map(stem)
}

const stem = (word: string): string => (/^[\u0600-\u06ff]/.test(word) ? arabicStem(word) : frenchStem(word))

/** Light stemming (after Larkey, Ballesteros and Connell, "light10"): article and clitics before, endings behind. */
function arabicStem(word: string): string {
  const bare = word.replace(/^(?:وال|بال|كال|فال|ولل|لل|ال|و(?=.{3}))/, found =>
    word.length - found.length >= 3 ? '' : found
  )
  return bare.length > 4 ? bare.replace(/(?:ها|ات|ان|ون|ين|يه|ه|ي)$/, '') : bare.replace(/(?<=.{3})ه$/, '')
}

const frenchStem = (word: string): string =>
  word.length > 5 ? word.slice(0, Math.max(5, word.length - 3)) : word.replace(/(?<=.{3})[sx]$/, '')
