/**
 * How many columns words take on a fixed-width screen: an Arabic letter one, its vowel signs and directional characters
 * none, a wide character or an emoji two.
 */
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export const columns = (text: string): number =>
  /^[\x20-\x7e]*$/.test(text)
    ? text.length
    : [...graphemes.segment(text)].reduce((sum, { segment }) => sum + columnsOf(segment), 0)

const columnsOf = (grapheme: string): number => {
  const visible = grapheme.replace(/[\p{Mn}\p{Me}\p{Cf}\p{Cc}\ufdd0\ufdd1]/gu, '')
  if (visible === '') return 0
  return wide.test(grapheme) ? 2 : Array.from(visible.replace(/\p{Extended_Pictographic}/gu, '')).length || 2
}

/** East Asian wide and fullwidth forms, and what is shown as an emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u

/** The words with as many spaces behind as fill the columns. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columns(text)))
