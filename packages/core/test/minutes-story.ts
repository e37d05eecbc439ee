/** The minutes of the tests' meeting, from draft to seal. */
import { withBlockIds } from '../src/text/apply'
import { type NewText } from '../src/text/text'
import { textHash } from '../src/text/text-hash'
import { at, type Told } from './meeting-story'

/** A wording of the minutes; persons stand in it as tokens. */
export const minutesText = (
  words = 'افتتحت الجلسة {p_aaaaaaaaaaaaaaaaaaaaaaaaaa} على الساعة العاشرة'
): NewText =>
  newText({ language: 'ar', title: 'محضر اللقاء الثاني', blocks: [{ kind: 'paragraph', text: words }] })

const newText = (text: object): NewText => text as NewText

/** What minutes of a meeting of A1 to A3 without decisions claim. */
export const claims = {
  attended: ['A1', 'A2', 'A3'].map(association => ({ association, delegates: [`${association}-m1`] })),
  decisions: []
}

export const recorded = (text: NewText) => ({ text: withBlockIds(text, 1).text, textHash: textHash(text) })

const event = (type: Told['type'], instant: string, data: object): Told =>
  ({ type, data, at: instant }) as Told

export const drafted = (data: object = {}, text = minutesText()): Told =>
  event('MinutesDrafted', at('15:00'), { ref: 'M2-PV', ...recorded(text), claims, ...data })
export const circulated = (text = minutesText()): Told =>
  event('MinutesCirculated', at('16:00'), { textHash: textHash(text) })
export const corrected = (number = 1, association = 'A2'): Told =>
  event('MinutesCorrectionProposed', at('17:00'), { number, association, wording: 'حضرنا منذ البداية' })
export const settled = (outcome: 'accepted' | 'refused', text = minutesText(), number = 1): Told =>
  event('MinutesCorrectionSettled', at('17:30'), { number, outcome, ...recorded(text), claims })
export const approved = (text = minutesText()): Told =>
  event('MinutesApproved', at('11:00', '2026-01-25'), {
    textHash: textHash(text),
    how: 'decision',
    decision: 'M3-Q1'
  })
export const sealed = (text = minutesText()): Told =>
  event('MinutesSealed', at('12:00', '2026-01-26'), { textHash: textHash(text), explanations: [] })
