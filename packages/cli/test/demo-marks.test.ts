/** docs/explanation/khemisset.md: what the demonstration invents is marked, and the facts of the report stand in it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './documents'

interface Act {
  readonly name: string
  readonly payload: unknown
}

const acts = readFileSync(join(root, 'packages/cli/demo/khemisset.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Act)

/** Arabic words in a payload that no «مثال توضيحي» or (مثال) marks, by where they stand. */
const unmarkedIn = (value: unknown, at: string): ReadonlyArray<string> => {
  if (typeof value === 'string') return /\p{sc=Arabic}/u.test(value) && !value.includes('مثال') ? [at] : []
  if (Array.isArray(value)) return value.flatMap(each => unmarkedIn(each, at))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => unmarkedIn(each, `${at}.${key}`))
}

describe('the story of Khemisset', () => {
  it('leaves unmarked what the report says, what names things, and what goes on in a text that is marked', () => {
    expect([...new Set(acts.flatMap(({ name, payload }) => unmarkedIn(payload, name)))]).toEqual([
      // F1, F2, F6, F9 and the words of the agenda
      'OpenProcess.title.ar',
      'OpenProcess.slogan.ar',
      'OpenProcess.territory.ar',
      'OpenProcess.convenor.names.ar',
      // a text whose title is marked
      'EnterFoundingCharter.text.blocks.text',
      'DefineTheme.names.ar',
      'RegisterReference.title.ar',
      'RegisterReference.issuer.ar',
      'RegisterAssociation.names.ar',
      'ScheduleMeeting.title.ar',
      'ScheduleMeeting.venue.name.ar',
      'ScheduleMeeting.venue.address.ar',
      'ScheduleMeeting.agenda.title.ar',
      'Submit.texts.blocks.text',
      // F8 to F10
      'Decide.reason',
      // F4: the New Development Model
      'Submit.subject.name.ar',
      'DefineIndicator.unit.ar',
      'EnterStage.reason',
      // words put in for words of a marked text
      'ProposeAmendment.operations.old',
      'ProposeAmendment.operations.new',
      'ProposeAmendment.operations.blocks.text',
      'ProposeMerge.blocks.block.text'
    ])
  })

  it('marks the title of every text', () => {
    const titles = acts.flatMap(({ payload }) => [
      ...JSON.stringify(payload).matchAll(/"language":"ar","title":"([^"]*)"/g)
    ])
    expect(titles.length).toBeGreaterThan(15)
    expect(titles.filter(([, title = '']) => !title.startsWith('مثال توضيحي'))).toEqual([])
  })

  it.each([
    ['F1', 'OpenProcess', 'تفعيل مقاربة التنمية المجالية المندمجة والفرص المتاحة على المستوى المحلي'],
    ['F1', 'OpenProcess', 'مبادرات مواطنة للتنمية والديمقراطية'],
    ['F1', 'ScheduleMeeting', 'دار الشباب 20 غشت'],
    ['F1', 'ScheduleMeeting', '2025-10-26'],
    ['F2', 'RegisterAssociation', 'Local association 20'],
    ['F4', 'Submit', 'النموذج التنموي الجديد (2021–2035)'],
    ['F6', 'RegisterReference', '2025-07-29'],
    ['F6', 'RegisterReference', '2025-10-10'],
    ['F6', 'RegisterReference', '2025-10-19'],
    ['F6', 'RegisterReference', '2025-08-01'],
    ['F9', 'ScheduleMeeting', 'تجميع المقترحات وتدقيقها'],
    ['F10', 'RaisePlatform', 'national']
  ])('says what the report says: %s, %s %s', (_, name, words) => {
    expect(acts.some(act => act.name === name && JSON.stringify(act.payload).includes(words))).toBe(true)
  })
})
