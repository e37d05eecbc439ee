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

const pageOf = (motion: string, subject: object): string => {
  const agenda = {
    meeting: 'M2',
    startsAt: '2025-12-28T10:00:00.000+01:00',
    invited: [],
    moved: [],
    items: [],
    phase: 'open',
    decisions: [decided(motion, subject)]
  } as unknown as Agenda
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
