/**
 * The stems of the words that tell what a text is about: light stemming for Arabic and French, without dictionaries.
 * For comparison only, never for what is stored or decided.
 */
import { folded } from './folding'

/** Folded words that say nothing about the matter: particles, in Moroccan Arabic too, and articles. */
const PARTICLES =
  'في من علي الي عن مع ان او ثم التي الذي الذين هذا هذه ذلك تلك كل بين عبر خلال اجل حول بعد قبل عند لدي غير ' +
  'وفق كما لا ما لم لن قد هو هي هم حتي لكي كي اي بها به لها له فيها فيه منها عليها دون عدم بعض جميع ' +
  'ديال ديالها ديالو ديالنا اللي باش بغينا خاص خاصها خاصو خاصنا هاد داك فين ' +
  'le la les l de des du d un une et a au aux en dans pour par sur que qui qu se s ce ces cet cette son sa ses leur ' +
  'leurs avec entre afin est sont ou plus tous tout toute toutes n ne pas y il elle ils elles on nous vers chez sans ' +
  'sous lors dont ainsi the of and to in for on'

/** What every demand says: to make, to give, to better. Its object tells one demand from another. */
const ASKING =
  'نطالب نقترح نطلب نريد يجب ينبغي ضروره احداث انشاء بناء خلق توفير تعزيز دعم تحسين تقويه تاهيل تجهيز تزويد تخصيص ' +
  'تنظيم برمجه اقامه فتح وضع منح تمكين العمل لفائده المدينه بالمدينه ' +
  'demander demandons proposer proposons faut doit doivent creer creation ouvrir ouverture construire construction ' +
  'mettre mise place installer installation equiper doter ameliorer amelioration renforcer developper organiser ' +
  'aider soutenir donner permettre prevoir ville'

const SILENT: ReadonlySet<string> = new Set(`${PARTICLES} ${ASKING}`.split(' '))

/** The stems of the telling words, in order; of all words where none tells. */
export const stems = (words: string): ReadonlyArray<string> => {
  const all = folded(words).match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = all.filter(tells)
  return (telling.length === 0 ? all : telling).map(stem)
}

/** The stem of one word as people write it. */
export const stemOf = (word: string): string => stem(bareOf(word))

/** Whether a word as people write it says what a text is about. */
export const isTelling = (word: string): boolean => tells(bareOf(word))

/** French writes its article onto the word. */
const bareOf = (word: string): string => folded(word).replace(/^(?:[cdjlmnst]|qu)'/, '')

const tells = (word: string): boolean => !SILENT.has(word) && !SILENT.has(withoutAnd(word))

/** Arabic writes "and" onto the word. */
const withoutAnd = (word: string): string => (word.length > 3 ? word.replace(/^و/, '') : word)

const stem = (word: string): string => (/^[\u0600-\u06ff]/.test(word) ? arabicStem(word) : frenchStem(word))

/**
 * Article, clitics and endings off (after Larkey, Ballesteros and Connell, "light10"), then the letters that build
 * forms of a root: so that a plural, a noun of action and a participle meet (مدرسة and مدارس, تجهيز and مجهزة).
 */
function arabicStem(word: string): string {
  const bare = leftOf(withoutAnd(word), 3, /^(?:بال|كال|فال|لل|ال)/)
  const core = leftOf(leftOf(bare, 4, /^[بلكف]/), 3, /(?:ها|هم|نا|ات|ان|ون|ين|يه|ه|ي)$/)
  const formless = leftOf(core, 3, /^(?:است|[متايأ])/)
  const skeleton = formless.slice(0, 1) + formless.slice(1).replace(/[اويت](?!$)|[اوي]$/g, '')
  return skeleton.length >= 3 ? skeleton : core
}

const FRENCH_ENDINGS =
  /(?:issements?|atrices?|ateurs?|ations?|itions?|ements?|ments?|iques?|ables?|istes?|euses?|eurs?|ions?|ites?|ives?|ifs?|ales?|aux|elles?|iers?|ieres?|ants?|antes?|er|ez|ees?|es?|ir|is|ent|s|x)$/

const frenchStem = (word: string): string => leftOf(word, 3, FRENCH_ENDINGS).slice(0, 7)

/** The word without what is found, where at least so many letters are left. */
const leftOf = (word: string, least: number, found: RegExp): string => {
  const left = word.replace(found, '')
  return left.length >= least ? left : word
}
