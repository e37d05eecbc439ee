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
