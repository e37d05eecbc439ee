import {
  adjourned,
  arrived,
  at,
  closed,
  coalitionOf,
  departed,
  discussed,
  fact,
  handedOver,
  hands,
  itemOpened,
  opened,
  proxied,
  resumed,
  retracted,
  nth,
  scheduled,
  stateOf,
  type Told
} from '../../../test/meeting-story'
import { textRefused } from './text'
import { draftMinutes } from './draft'

const nextDay = (told: Told): Told => ({ ...told, at: at(told.at.slice(11, 16), '2025-12-29') })
const until = (clock: string, data: object): Told => fact('MeetingAdjourned', clock, data)
const entered = (ref: string, clock: string): Told =>
  fact('DecisionTaken', clock, {
    ref,
    subject: { kind: 'stage', ref: 'refining' },
    motion: 'enter',
    outcome: 'adopted',
    method: hands(2, 0),
    present: ['A1', 'A2'],
    proxies: [],
    eligible: ['A1', 'A2', 'A3'],
    quorumNeeded: 2,
    charter: 0
  })

const coalition = coalitionOf({})(at('18:00', '2025-12-29'))
const draftedIn = (authoritative: string, events: ReadonlyArray<Told>) =>
  draftMinutes(stateOf(events), { ...coalition, authoritative } as typeof coalition).text
const linesIn = (authoritative: string, events: ReadonlyArray<Told>): ReadonlyArray<string> =>
  draftedIn(authoritative, events).blocks.map(block =>
    block.kind === 'heading' ? `${'#'.repeat(block.level)} ${block.text}` : block.text
  )
const withoutNames = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.map(line => line.replace(/\{p_[a-z2-7]+\}/g, '{}'))

const twoDays = [
  scheduled({ agenda: [{ ref: 'M2.1', title: { fr: 'Propositions' }, minutes: 90 }] }),
  opened(),
  arrived('A1', '10:01'),
  arrived('A2', '10:02', { attending: 'remote' }),
  proxied('A4', 'A1', '10:07'),
  itemOpened(),
  discussed(['A2'], '10:40'),
  departed('A2', '12:00'),
  until('12:50', { until: at('10:00', '2025-12-29'), reason: 'la nuit tombe' }),
  nextDay(resumed('10:00')),
  nextDay(arrived('A1', '10:03')),
  nextDay(arrived('A3', '10:04')),
  nextDay(handedOver('A3-m1', '10:30')),
  nextDay(entered('M2-Q1', '11:00')),
  nextDay(closed('11:30'))
]

describe('Minutes of a meeting that sat on two days', () => {
  it('say when it was adjourned and resumed, and who was there in which sitting', () => {
    expect(withoutNames(linesIn('fr', twoDays))).toEqual([
      '2025-12-28, 10:00 – 2025-12-29, 11:30, دار الشباب 20 غشت',
      'Présidence : {}',
      'Rapporteur : {}',
      'Séance suspendue : 2025-12-28, 12:50 (reprise prévue : 2025-12-29, 10:00), motif : la nuit tombe',
      'Séance reprise : 2025-12-29, 10:00',
      '{} préside à partir de 2025-12-29, 10:30',
      '# Présences',
      '## Séance 1 : 2025-12-28, 10:00–12:50',
      'A1 : {} (vote pour l’association), en salle, 10:01–12:50',
      'A2 : {} (vote pour l’association), à distance, 10:02–12:00',
      'A1 vote pour A4 (10:07)',
      '## Séance 2 : 2025-12-29, 10:00–11:30',
      'A1 : {} (vote pour l’association), en salle, 10:03–11:30',
      'A3 : {} (vote pour l’association), en salle, 10:04–11:30',
      '# Ordre du jour',
      'M2.1 Propositions (90 min)',
      '# Débats',
      '## Séance 1 : 2025-12-28, 10:00–12:50',
      'M2.1 : نقاش حول توفير الماء — Interventions : A2 — (P1, R1)',
      '# Décisions',
      '## Séance 2 : 2025-12-29, 10:00–11:30',
      'M2-Q1 : passer à (étape affinage) — adopté — à main levée : pour 2, contre 0, abstentions 0 — présentes 2 sur 3, quorum requis 2'
    ])
  })

  it('say so in Arabic and in English too, as texts that may be recorded', () => {
    expect(linesIn('ar', twoDays)).toEqual(
      expect.arrayContaining([
        '2025-12-28، 10:00 – 2025-12-29، 11:30، دار الشباب 20 غشت',
        'رُفعت الجلسة: 2025-12-28، 12:50 (على أن تُستأنف: 2025-12-29، 10:00)، التعليل: la nuit tombe',
        'استُؤنفت الجلسة: 2025-12-29، 10:00',
        '## الجلسة 2: 2025-12-29، 10:00–11:30'
      ])
    )
    expect(linesIn('en', twoDays)).toEqual(
      expect.arrayContaining([
        'Adjourned: 2025-12-28, 12:50 (to be resumed: 2025-12-29, 10:00), reason: la nuit tombe',
        'Resumed: 2025-12-29, 10:00',
        '## Sitting 2: 2025-12-29, 10:00–11:30'
      ])
    )
    for (const language of ['ar', 'fr', 'en']) {
      const inLanguage = { ...coalition, authoritative: language } as typeof coalition
      expect(textRefused(draftedIn(language, twoDays), inLanguage)).toBeUndefined()
    }
  })

  it('are in the order in which things happened, however they were typed', () => {
    const typedLate = [...twoDays.slice(0, 8), ...twoDays.slice(9), ...twoDays.slice(8, 9)]
    expect(linesIn('fr', typedLate)).toEqual(linesIn('fr', twoDays))
  })

  it('leave nobody out who was recorded while no sitting was open', () => {
    const between = [...twoDays, fact('ArrivalRecorded', '13:00', arrived('A5').data)]
    expect(linesIn('fr', between).filter(line => line.startsWith('A5'))).toHaveLength(1)
  })
})

describe('Minutes of a meeting that sat on one day', () => {
  const pause = [
    scheduled(),
    opened(),
    arrived('A1'),
    adjourned('12:00'),
    resumed('13:00'),
    arrived('A1', '13:01'),
    closed()
  ]

  it('tell a break by the clock alone', () => {
    expect(withoutNames(linesIn('en', pause)).slice(0, 10)).toEqual([
      '2025-12-28, 10:00–14:00, دار الشباب 20 غشت',
      'Chair: {}',
      'Rapporteur: {}',
      'Adjourned: 12:00',
      'Resumed: 13:00',
      '# Attendance',
      '## Sitting 1: 2025-12-28, 10:00–12:00',
      'A1: {} (votes for the association), in the room, 10:00–12:00',
      '## Sitting 2: 2025-12-28, 13:00–14:00',
      'A1: {} (votes for the association), in the room, 13:01–14:00'
    ])
  })

  it('do not number a sitting that was the only one', () => {
    expect(linesIn('en', [scheduled(), opened(), arrived('A1'), closed()]).join('\n')).not.toContain('##')
  })

  it('leave out what was taken back', () => {
    const events = [scheduled(), opened(), arrived('A1'), proxied('A4', 'A1', '10:07')]
    expect(linesIn('en', [...events, retracted(nth(3), '12:00'), closed()]).join('\n')).not.toContain('A4')
  })
})

describe('Minutes of a merge', () => {
  const merged = { ...entered('M2-Q1', '11:00').data, subject: { kind: 'merge', ref: 'P4' }, motion: 'merge' }

  it('do not say twice that it is one', () => {
    const events = [scheduled(), opened(), { ...entered('M2-Q1', '11:00'), data: merged } as Told, closed()]
    expect(linesIn('en', events)).toContainEqual(expect.stringContaining('M2-Q1: merge (P4) — adopted'))
  })
})

describe('Minutes name a stage by its word', () => {
  const wordOf = (language: string, ref: string) =>
    linesIn(language, [
      scheduled(),
      opened(),
      {
        ...entered('M2-Q1', '11:00'),
        data: { ...entered('M2-Q1', '11:00').data, subject: { kind: 'stage', ref } }
      } as Told,
      closed()
    ]).find(line => line.startsWith('M2-Q1'))

  it.each([
    ['gathering', 'مرحلة جمع', 'étape collecte', 'stage gathering'],
    ['adoption', 'مرحلة اعتماد', 'étape adoption', 'stage adoption'],
    ['followUp', 'مرحلة تتبع', 'étape suivi', 'stage follow-up']
  ])('%s', (ref, arabic, french, english) => {
    expect(wordOf('ar', ref)).toContain(`(${arabic})`)
    expect(wordOf('fr', ref)).toContain(`(${french})`)
    expect(wordOf('en', ref)).toContain(`(${english})`)
  })
})
