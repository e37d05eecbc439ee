import { type mergesView } from '@ardiya/core/views/merges'
import { type ResultOf } from '@ardiya/core/views/view'
import pc from 'picocolors'
import { laidOut } from '../lay-out'
import { type Say } from '../say'
import { mergesPage } from './merges'

type Merge = ResultOf<typeof mergesView>['merges'][number]

const say: Say = {
  name: names => Object.values(names ?? {})[0] ?? '',
  person: ref => ref,
  withPersons: text => text,
  local: instant => instant,
  width: 80
}

const by = (association: string, at: string) => ({
  event: 'e.0',
  at: `${at}T10:00:00.000+01:00`,
  recordedAt: `${at}T09:00:00.000Z`,
  actor: { as: 'association', association, mandate: `${association}-m1` }
})

const asked = (association: string, answer: string, also: object = {}) => ({
  association,
  since: '2025-12-02T10:00:00.000+01:00',
  answer,
  ...also
})

const proposed = {
  merge: 'P4',
  kind: 'proposal',
  state: 'proposed',
  proposed: { ...by('A2', '2025-12-02'), reason: 'النصان واحد' },
  sources: [
    { submission: 'P1', revision: 2, textHash: 'h', title: { ar: 'الماء' }, authors: ['A2'], proposedOn: 1 },
    { submission: 'P2', revision: 1, textHash: 'h', title: { ar: 'الشبكة' }, authors: ['A3', 'A4'] }
  ],
  title: { ar: 'شبكة الماء' },
  blocks: [
    { block: 'b1', kind: 'paragraph', text: 'تجديد الشبكة', from: ['P1#b1', 'P2#b1'] },
    { block: 'b2', kind: 'paragraph', text: 'كل سنة', from: [] }
  ],
  notTakenOver: [{ block: 'P2#b2', kind: 'paragraph', text: 'صيانة القنوات' }],
  consents: [
    asked('A3', 'refused', { ...by('A3', '2025-12-03'), reason: 'أين الصيانة؟' }),
    asked('A4', 'lapsed', by('A4', '2025-12-04')),
    asked('A5', 'silent')
  ],
  silenceCountsFrom: '2025-12-16'
}

const said = (merge: object, terminal = false): string =>
  laidOut(
    { width: 80, terminal, colours: pc.createColors(false) },
    // the page reads no more of its view than these tests give
    mergesPage({ merges: [merge as Merge] }, say)
  ).join('\n')

describe('The page of merges', () => {
  it('shows the words that the authors are asked about, and from where they are', () => {
    const page = said(proposed)
    expect(page).toContain('P4 شبكة الماء · proposed')
    expect(page).toContain('proposed 2025-12-02 10:00 by A2: «النصان واحد»')
    expect(page).toContain('P1@2 الماء · A2 · proposed on @1')
    expect(page).toMatch(/b1 paragraph, from P1#b1, P2#b1\n +«تجديد الشبكة»/)
    expect(page).toMatch(/b2 paragraph, new words, from no source\n +«كل سنة»/)
  })

  it('quotes what of the sources is left out, and says where nothing is', () => {
    expect(said(proposed)).toMatch(/Not taken over\n +P2#b2 «صيانة القنوات»/)
    expect(said({ ...proposed, notTakenOver: [] })).toContain('Every block of the sources is named')
  })

  it('says who agreed, who refused and why, whose consent lapsed, and from when silence counts', () => {
    const page = said(proposed)
    expect(page).toMatch(/A3 +2025-12-02 +refused +2025-12-03 +«أين الصيانة؟»/)
    expect(page).toMatch(/A4 +2025-12-02 +lapsed +2025-12-04/)
    expect(page).toMatch(/A5 +2025-12-02 +silent$/m)
    expect(page).toContain('Silence is consent from 2025-12-16 on.')
  })

  it('says what stands in the way of an open one, and what to do about it', () => {
    const blocked = (carriedOutBy: string, ...obstacles: ReadonlyArray<object>): string =>
      said({ ...proposed, carriedOutBy, obstacles }).replace(/\s+/g, ' ')
    const refused = { what: 'refused', by: ['A3'] }
    const elsewhere = {
      what: 'sourceClosed',
      submission: 'P1',
      fate: 'mergedInto',
      into: ['P9'],
      wayBack: { motion: 'undoMerge', ref: 'P9' }
    }
    expect(said(proposed)).not.toContain('carried out')
    expect(blocked('authors')).not.toContain('carried out')
    expect(blocked('nobody', { what: 'sourceClosed', submission: 'P1', fate: 'withdrawn' })).toContain(
      'P1 is withdrawn It can no longer be carried out. A2 drops it (DropMergeProposal).'
    )
    expect(blocked('nobody', elsewhere)).toContain(
      'A2 drops it (DropMergeProposal), unless a meeting decides first: undoMerge P9.'
    )
    expect(blocked('nobody', refused, elsewhere)).toContain('A2 drops it (DropMergeProposal).')
    expect(blocked('meeting', { what: 'sourceAccepted', submission: 'P1', decision: 'M2-Q1' })).toContain(
      'P1 was accepted by M2-Q1 Only a meeting can carry it out: subject merge P4, motion merge.'
    )
    expect(blocked('nobody', { what: 'textsClosed', stage: 'adoption' })).toContain(
      'texts are closed in the stage of adoption It can no longer be carried out. It stays as it was proposed.'
    )
  })

  it('says who made, dropped or undid it', () => {
    const made = { ...by('A2', '2025-12-05'), decision: 'M1-Q2' }
    const undone = { ...by('A2', '2025-12-28'), decision: 'M2-Q1', reason: 'بطلب' }
    const page = said({ ...proposed, state: 'undone', made, undone })
    expect(page).toContain('made 2025-12-05 10:00 by M1-Q2')
    expect(page).toContain('undone 2025-12-28 10:00 by M2-Q1: «بطلب»')
    expect(said({ ...proposed, dropped: { ...by('A2', '2025-12-06'), reason: 'رفض' } })).toContain(
      'dropped 2025-12-06 10:00 by A2: «رفض»'
    )
  })

  it('puts people’s words apart on a terminal, and keeps to 80 columns', () => {
    const long = {
      ...proposed,
      notTakenOver: [{ block: 'P2#b2', kind: 'paragraph', text: 'كلمة '.repeat(40).trim() }]
    }
    const page = said(long, true)
    expect(page).toContain('«\u2068تجديد الشبكة\u2069»')
    for (const line of page.split('\n'))
      expect(line.replace(/[\u2066-\u2069]/g, '').length).toBeLessThanOrEqual(80)
  })
})
