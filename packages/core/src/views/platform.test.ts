import { each, found, shown } from '../../test/path-log'
import { adopted, answered, decidedAll, opened } from '../../test/views-story'

describe('The platform as a document', () => {
  it('rule 13: shows the frozen words with their hashes, and who stood where at the adoption', () => {
    const document = shown(adopted, 'platform', { ref: 'V1' })
    expect(found(document, 'standing')).toBe('adopted')
    expect(each(found(document, 'findings'), 'ref')).toEqual(['D1', 'E1'])
    expect(found(document, 'clauses', 'ref=P4')).toMatchObject({
      clause: 'V1.1',
      revision: 2,
      title: 'تجديد شبكة الماء',
      blocks: [{ id: 'b1' }, { id: 'b2' }]
    })
    expect(found(document, 'positions', 'association=A3')).toMatchObject({
      position: 'withReservations',
      clauses: ['V1.1']
    })
    expect(found(document, 'positions', 'association=A5')).toMatchObject({ position: 'absent' })
  })

  it('rule 12: says what is not in it and why', () => {
    const exclusions = found(shown(adopted, 'platform'), 'exclusions')
    expect(found(exclusions, 'ref=P1')).toMatchObject({ fate: 'mergedInto', into: ['P4'] })
    expect(found(exclusions, 'ref=P3')).toMatchObject({
      fate: 'declined',
      reason: 'مثال توضيحي: أنجزت الأشغال'
    })
  })

  it('is limited to one theme, in the data as in the rendering', () => {
    const document = shown(adopted, 'platform', { theme: 'T2' })
    expect(found(document, 'clauses')).toEqual([])
    expect(each(found(document, 'exclusions'), 'ref')).toEqual(['P3'])
    expect(found(document, 'markdown')).not.toContain('P4@2')
  })

  it('is limited to one level: what names none concerns them all', () => {
    const document = shown(adopted, 'platform', { level: 'national' })
    expect(each(found(document, 'clauses'), 'ref')).toEqual(['P4'])
    expect(each(found(document, 'exclusions'), 'ref')).toEqual(['P1', 'P2'])
  })

  it('shows no words in a language that the text was not translated to', () => {
    const document = shown(adopted, 'platform', { language: 'fr' })
    expect(found(document, 'language')).toBe('fr')
    expect(found(document, 'clauses', 'ref=P4', 'blocks')).toBeUndefined()
    expect(found(document, 'markdown')).toContain('Plateforme de plaidoyer')
  })

  it('says in the rendering that it is a demonstration', () => {
    expect(found(shown(adopted, 'platform'), 'markdown')).toContain('عرض توضيحي')
  })

  it('is none before the first compilation', () => {
    expect(shown(opened, 'platform')).toMatchObject({ standing: 'none' })
    expect(shown(decidedAll, 'platform', { ref: 'V1' })).toBeUndefined()
  })
})

describe('The authority ledger', () => {
  const ledger = (asked: Parameters<typeof shown>[2]) =>
    found(shown(answered, 'authorities', asked), 'platforms', 'platform=V1')

  it('rule 14: a clause without answer is silent until the due date, and overdue after it', () => {
    const overdue = (today: string) => found(ledger({ today }), 'unanswered', 'raising=V1-S2', 'overdue')
    expect([overdue('2026-01-31'), overdue('2026-02-01')]).toEqual([false, true])
    expect(found(shown(answered, 'today', { today: '2026-02-01' }), 'waiting', 'ref=V1-S2')).toMatchObject({
      what: 'answerDue',
      for: ['H2'],
      overdue: true,
      about: ['V1.1']
    })
  })

  it('keeps every answer, so that a changed position shows', () => {
    const clause = found(ledger({}), 'raisings', 'raising=V1-S1', 'clauses', 'clause=V1.1')
    expect(clause).toMatchObject({ outcome: 'accepted', changed: true, responses: ['V1-S1-N1', 'V1-S1-N2'] })
  })

  it('rule 2: as at an instant it knows only what was answered by then', () => {
    const clause = found(
      ledger({ at: '2026-01-15T09:00' }),
      'raisings',
      'raising=V1-S1',
      'clauses',
      'clause=V1.1'
    )
    expect(clause).toMatchObject({ outcome: 'refused', changed: false })
    expect(found(ledger({ at: '2026-01-15T09:00' }), 'commitments')).toEqual([])
  })

  it('follows commitments to their due date', () => {
    const commitment = (today: string) =>
      found(ledger({ today }), 'commitments', 'commitment=V1-K1', 'overdue')
    expect([commitment('2026-03-01'), commitment('2026-03-02')]).toEqual([false, true])
  })
})

describe('The assessment board', () => {
  it('reads indicators in the order of their dates, against baseline and target, exactly', () => {
    const indicator = found(
      shown(answered, 'assessments', { ref: 'E1' }),
      'assessments',
      'assessment=E1',
      'indicators',
      'indicator=E1-I1'
    )
    expect(each(found(indicator, 'readings'), 'value')).toEqual(['72', '70', '90.50'])
    expect(indicator).toMatchObject({
      last: { value: '90.50' },
      direction: 'better',
      lastStep: 'better',
      targetReached: true
    })
  })

  it('shows ratings with what they rest on', () => {
    expect(found(shown(answered, 'assessments'), 'assessments', 'assessment=E1', 'ratings')).toMatchObject([
      { score: '2', outOf: 5, references: ['R1'] }
    ])
  })
})
