import { type agendaView } from '@ardiya/core/views/agenda'
import { type ResultOf } from '@ardiya/core/views/view'
import pc from 'picocolors'
import { laidOut } from '../lay-out'
import { type Say } from '../say'
import { agendaPage } from './agenda'

type Agenda = ResultOf<typeof agendaView>

const say: Say = {
  name: names => Object.values(names ?? {})[0] ?? '',
  person: ref => ref,
  withPersons: text => text,
  local: instant => instant,
  width: 80
}

const decided = (motion: string, subject: object) => ({
  decision: 'M2-Q1',
  at: '2025-12-28T11:00:00.000+01:00',
  motion,
  subject,
  outcome: 'adopted',
  method: { kind: 'consensus', standAsides: [], blocks: [] },
  present: 3,
  eligible: 5,
  needed: 3,
  charter: 0,
  corrections: []
})

const pageOf = (
  motion: string,
  subject: object,
  also: object = {},
  sittings: ReadonlyArray<object> = []
): string => {
  const agenda = {
    meeting: 'M2',
    startsAt: '2025-12-28T10:00:00.000+01:00',
    invited: [],
    moved: [],
    sittings,
    items: [],
    phase: 'open',
    decisions: [{ ...decided(motion, subject), ...also }]
  } as unknown as Agenda // a page reads no more of its view than is given here
  return laidOut(
    { width: 80, terminal: false, colours: pc.createColors(false) },
    agendaPage(agenda, say)
  ).join('\n')
}

describe('The agenda says what was decided', () => {
  it.each([
    ['annul', { kind: 'annulment', ref: 'M1-Q2' }, 'annul M1-Q2: adopted'],
    ['confirm', { kind: 'annulment', ref: 'M3-Q3' }, 'confirm M3-Q3: adopted'],
    ['merge', { kind: 'merge', ref: 'P4' }, 'merge P4: adopted'],
    ['undoMerge', { kind: 'merge', ref: 'P4' }, 'undo merge P4: adopted'],
    ['split', { kind: 'split', ref: 'P3', revision: 2 }, 'split P3@2: adopted'],
    ['accept', { kind: 'submission', ref: 'P3', revision: 2 }, 'accept submission P3@2: adopted'],
    ['enter', { kind: 'stage', ref: 'followUp' }, 'enter stage follow-up: adopted'],
    ['confirm', { kind: 'charter', ref: 'C1' }, 'confirm charter C1: adopted']
  ])('%s %j', (motion, subject, words) => {
    expect(pageOf(motion, subject)).toContain(`M2-Q1: ${words}`)
  })
})

const inOneLine = (page: string): string => page.replace(/\s+/g, ' ')

describe('The agenda says what is contested (rule 2)', () => {
  const accept = ['accept', { kind: 'submission', ref: 'P3', revision: 2 }] as const

  it('until a meeting settles it', () => {
    const contested = { wouldFail: [], against: ['typist'], settlement: 'open' }
    expect(inOneLine(pageOf(...accept, { contested }))).toContain(
      'CONTESTED until a meeting confirms or annuls it: who typed it had no right to'
    )
  })

  it('and what settled it', () => {
    const contested = { wouldFail: [], against: ['typist'], settlement: 'confirmed', by: 'M3-Q1' }
    const page = inOneLine(pageOf(...accept, { contested }))
    expect(page).toContain('contested, confirmed by M3-Q1: who typed it had no right to')
    expect(page).not.toContain('CONTESTED')
  })

  it('and which act a meeting confirmed that it named by its event', () => {
    const confirms = {
      command: 'Endorse',
      actor: { as: 'association', association: 'A5', mandate: 'A5-m1' },
      at: '2025-11-20T09:00:00.000+01:00',
      log: '41'
    }
    const page = pageOf(
      'confirm',
      { kind: 'other', ref: '01998100-0000-7000-8000-000000000030.0' },
      { confirms }
    )
    expect(page).toContain('confirm Endorse by A5 on 2025-11-20 09:00 (log 41): adopted')
  })
})

describe('The agenda says how the meeting went', () => {
  it('to whom the chair was handed, and why it was adjourned or cancelled', () => {
    const at = '2025-12-28T11:30:00.000+01:00'
    const page = inOneLine(
      pageOf('merge', { kind: 'merge', ref: 'P4' }, {}, [
        { kind: 'handedOver', at, from: 'A1-m1', to: 'A3-m1' },
        { kind: 'adjourned', at, until: '2025-12-29T10:00:00.000+01:00', reason: 'la salle ferme' },
        { kind: 'cancelled', at, reason: 'la neige' }
      ])
    )
    expect(page).toContain('11:30 the chair handed over by A1-m1 to A3-m1')
    expect(page).toContain('11:30 adjourned until 2025-12-29 10:00: «la salle ferme»')
    expect(page).toContain('11:30 cancelled: «la neige»')
  })

  it('with the tellers of a secret ballot, and why a vote was cast so', () => {
    const ballot = { kind: 'secretBallot', for: 3, against: 1, abstain: 0, tellers: ['A2-m1', 'A3-m1'] }
    const roll = { kind: 'rollCall', votes: [{ association: 'A4', vote: 'opposing', reason: 'trop tard' }] }
    const subject = { kind: 'association', ref: 'A5' }
    expect(inOneLine(pageOf('suspend', subject, { method: ballot }))).toContain('tellers A2-m1, A3-m1')
    expect(inOneLine(pageOf('suspend', subject, { method: roll }))).toContain('opposing: A4 «trop tard»')
  })
})
