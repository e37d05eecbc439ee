import {
  arrivals,
  arrived,
  closed,
  coalitionOf,
  at,
  departed,
  discussed,
  fact,
  handedOver,
  hands,
  itemOpened,
  nth,
  opened,
  person,
  proxied,
  retracted,
  roll,
  scheduled,
  stateOf
} from '../../../test/meeting-story'
import { type Localized } from '../../kernel/primitives'
import { type MinutesClaims } from '../events'
import { contradictions } from './contradictions'
import { claimsOf, draftMinutes } from './draft'
import { textRefused } from './text'

const taken = (ref: string, also: object = {}) =>
  fact('DecisionTaken', '11:30', {
    ref,
    subject: { kind: 'submission', ref: 'P1', revision: 2 },
    motion: 'accept',
    outcome: 'adopted',
    method: hands(3, 0),
    present: ['A1', 'A2', 'A3'],
    proxies: [{ from: 'A4', to: 'A1' }],
    eligible: ['A1', 'A2', 'A3', 'A4', 'A5'],
    quorumNeeded: 3,
    charter: 0,
    ...also
  })
const events = [
  scheduled(),
  opened(),
  ...arrivals(2),
  arrived('A3', '10:20', { delegates: ['A3-m1', 'A3-m2'] }),
  itemOpened(),
  discussed(['A2', 'A3'], '10:40'),
  proxied('A4', 'A1', '10:50'),
  handedOver('A2-m1', '11:00'),
  taken('M2-Q1'),
  taken('M2-Q2', { method: roll({ A1: 'for', A2: 'for', A3: 'against' }), reason: 'لضيق\nالوقت' }),
  departed('A2', '13:00'),
  closed()
]
const state = stateOf(events)
const claims = claimsOf(state)
const found = (changed: (claims: MinutesClaims) => object): ReadonlyArray<unknown> =>
  contradictions(changed(claims) as MinutesClaims, state)

describe('Minutes against the record (rule 15)', () => {
  it('contradict nothing where they say what the record says', () => {
    expect(contradictions(claims, state)).toEqual([])
  })

  it('miss a decision, or know one that was not taken', () => {
    expect(found(said => ({ ...said, decisions: said.decisions.slice(1) }))).toEqual([
      { kind: 'decisionMissing', about: 'M2-Q1' }
    ])
    const third = { ...claims.decisions[0], ref: 'M2-Q3' }
    expect(found(said => ({ ...said, decisions: [...said.decisions, third] }))).toEqual([
      { kind: 'decisionUnknown', about: 'M2-Q3' }
    ])
  })

  it('have another count or outcome; the corrected count is the record’s', () => {
    const first = (also: object) => (said: MinutesClaims) => ({
      ...said,
      decisions: said.decisions.map((claim, index) => (index === 0 ? { ...claim, ...also } : claim))
    })
    const differs = [{ kind: 'countDiffers', about: 'M2-Q1' }]
    expect(found(first({ method: hands(2, 1) }))).toEqual(differs)
    expect(found(first({ outcome: 'rejected' }))).toEqual(differs)
    const correction = fact('DecisionCorrected', '15:00', {
      decision: 'M2-Q1',
      method: hands(2, 1),
      reason: 'x'
    })
    expect(contradictions(claims, stateOf([...events, correction]))).toEqual(differs)
  })

  it('list a roll call in another order without contradicting', () => {
    const reordered = { ...claims.decisions[1], method: roll({ A3: 'against', A1: 'for', A2: 'for' }) }
    expect(found(said => ({ ...said, decisions: [said.decisions[0], reordered] }))).toEqual([])
  })

  it('name who was not present, and leave out who was: associations and delegates', () => {
    const attended =
      (change: (list: MinutesClaims['attended']) => ReadonlyArray<object>) => (said: MinutesClaims) => ({
        ...said,
        attended: change(said.attended)
      })
    expect(found(attended(list => [...list, { association: 'A5', delegates: [] }]))).toEqual([
      { kind: 'notPresent', about: 'A5' }
    ])
    expect(found(attended(list => list.slice(1)))).toEqual([{ kind: 'presenceMissing', about: 'A1' }])
    expect(
      found(attended(list => [...list.slice(0, 2), { association: 'A3', delegates: ['A3-m2', 'A3-m9'] }]))
    ).toEqual([
      { kind: 'presenceMissing', about: 'A3-m1' },
      { kind: 'notPresent', about: 'A3-m9' }
    ])
    expect(contradictions(claims, stateOf([...events, retracted(nth(2), '16:00')]))).toEqual([
      { kind: 'notPresent', about: 'A1' }
    ])
  })
})

describe('Minutes drafted from the record', () => {
  const coalition = coalitionOf()(at('18:00'))
  const names = (ref: string): Localized => ({ ar: `جمعية محلية ${ref.slice(1)}` }) as Localized
  const drafted = draftMinutes(state, coalition, names)
  const words = drafted.text.blocks.map(({ text }) => text).join('\n')

  it('are a text that may be recorded, in the authoritative language, with claims that contradict nothing', () => {
    expect(textRefused(drafted.text, coalition)).toBeUndefined()
    expect(drafted.text).toMatchObject({ language: 'ar', title: 'محضر: لقاء تجميع المقترحات' })
    expect(contradictions(drafted.claims, state)).toEqual([])
  })

  it('name persons by their tokens, associations by name, decisions with their counts', () => {
    expect(words).toContain(`A3 جمعية محلية 3: {${person(7)}}`)
    expect(words).not.toMatch(/A\d-m\d/)
    expect(words).toContain('M2-Q1')
    expect(words).toContain('مع 3، ضد 0، امتناع 0')
    expect(words).toContain('لضيق الوقت')
    expect(words).toContain('A1 جمعية محلية 1 تصوت نيابة عن A4 جمعية محلية 4')
  })

  it('rule 1: show a corrected count beside the declared one, and who is now known to have been there beside whom it counted', () => {
    const late = [
      taken('M2-Q1', { present: ['A1', 'A2'], proxies: [], method: hands(2, 0) }),
      closed(),
      fact('DecisionCorrected', '15:00', { decision: 'M2-Q1', method: hands(2, 0, 1), reason: 'x' })
    ]
    const lineOf = (events: Parameters<typeof stateOf>[0]) =>
      draftMinutes(stateOf([scheduled(), opened(), ...events]), coalition).text.blocks.find(({ text }) =>
        text.startsWith('M2-Q1')
      )?.text
    expect(lineOf([...arrivals(3), ...late])).toContain(
      'مع 2، ضد 0، امتناع 1 — الحاضرون 2 من أصل 5، النصاب المطلوب 3، والحاضرون كما سُجل بعد ذلك 3 — صححت الحصيلة لاحقا، وكانت المعلنة برفع الأيدي: مع 2، ضد 0، امتناع 0'
    )
    expect(lineOf([...arrivals(2), ...late.slice(0, 2)])).toMatch(/الحاضرون 2 من أصل 5، النصاب المطلوب 3$/)
  })

  it('tell the times on the clock there: from arrival to departure', () => {
    expect(words).toMatch(/A2 جمعية محلية 2: .*10:00–13:00/)
  })

  it('read in French and in English where that is the authoritative language', () => {
    const opening = (authoritative: string) =>
      draftMinutes(state, { ...coalition, authoritative } as typeof coalition).text
    expect(opening('fr')).toMatchObject({ language: 'fr', title: 'Procès-verbal : Rencontre de synthèse' })
    expect(
      opening('en')
        .blocks.map(({ text }) => text)
        .join('\n')
    ).toContain('Decisions')
    expect(
      textRefused(opening('fr'), { ...coalition, authoritative: 'fr' } as typeof coalition)
    ).toBeUndefined()
  })

  it('are words of their own, whatever the meeting: nobody came, nothing was decided', () => {
    const empty = draftMinutes(stateOf([scheduled(), opened(), closed()]), coalition)
    expect(textRefused(empty.text, coalition)).toBeUndefined()
  })
})
