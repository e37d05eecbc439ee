import { each, found, shown } from '../../test/path-log'
import { adopted, amended, answered, gathered, mergeProposed, merged } from '../../test/views-story'

describe('The register', () => {
  it('rule 12: shows every submission with its fate', () => {
    const submissions = found(shown(answered, 'register'), 'submissions')
    expect(each(submissions, 'ref')).toEqual(['D1', 'E1', 'P1', 'P2', 'P3', 'P4'])
    expect(each(submissions, 'fate')).toEqual([
      'adoptedAsIs',
      'adoptedAsIs',
      'mergedInto',
      'mergedInto',
      'declined',
      'adoptedAsAmended'
    ])
    expect(found(submissions, 'ref=P1')).toMatchObject({ into: ['P4'] })
    expect(found(submissions, 'ref=P3')).toMatchObject({
      decision: 'M2-Q5',
      reason: 'مثال توضيحي: أنجزت الأشغال'
    })
    expect(found(submissions, 'ref=P4')).toMatchObject({ clauses: ['V1.1'], authors: ['A2', 'A3'] })
  })

  it('shows a merge that was only proposed as proposed, with the title that was proposed', () => {
    expect(found(shown(mergeProposed, 'register'), 'submissions', 'ref=P4')).toMatchObject({
      fate: 'proposed',
      beganAs: 'merge',
      title: { ar: 'تجديد شبكة الماء' }
    })
  })

  it('rule 9: names the collisions that are open', () => {
    expect(found(shown(amended, 'register'), 'submissions', 'ref=P4')).toMatchObject({
      openCollisions: ['P4-X1'],
      amendments: { colliding: 2 },
      stands: { endorsement: 1 }
    })
  })
})

describe('The fate report', () => {
  it('rule 12: follows a point through a merge to its clause', () => {
    const mine = found(shown(answered, 'fates', { ref: 'A3' }), 'associations', 'association=A3')
    expect(found(mine, 'submissions', 'submission=P2')).toMatchObject({
      as: 'submitter',
      fate: 'mergedInto',
      course: [{ turn: 'admitted' }, { turn: 'mergedInto', into: ['P4'] }],
      ends: [{ submission: 'P4', fate: 'adoptedAsAmended', clauses: ['V1.1'], decision: 'M2-Q2' }]
    })
  })

  it('says of an amendment which decision adopted it and in which revision its words stand', () => {
    const mine = found(shown(answered, 'fates', { ref: 'A4' }), 'associations', 'association=A4')
    expect(found(mine, 'amendments', 'amendment=P4-A1')).toMatchObject({
      standing: 'adopted',
      decision: 'M2-Q1',
      revision: 2
    })
  })

  it('rule 12: gives the reason of what was declined', () => {
    const mine = found(shown(adopted, 'fates', { ref: 'A4' }), 'associations', 'association=A4')
    expect(found(mine, 'submissions', 'submission=P3', 'ends')).toMatchObject([
      { fate: 'declined', reason: 'مثال توضيحي: أنجزت الأشغال' }
    ])
  })

  it('reports to every association where none is named', () => {
    expect(each(found(shown(answered, 'fates'), 'associations'), 'association')).toEqual([
      'A1',
      'A2',
      'A3',
      'A4',
      'A5'
    ])
  })
})

describe('The near-duplicates', () => {
  it('are open proposals that say nearly the same, with what they share', () => {
    const [pair] = found(shown(gathered, 'duplicates'), 'pairs') as ReadonlyArray<never>
    expect(pair).toMatchObject({
      first: { submission: 'P1', authors: ['A2'] },
      second: { submission: 'P2', authors: ['A3'] },
      proposedIn: []
    })
    expect(found(pair, 'shared')).toContain(
      'نطالب بتجديد شبكة الماء الصالح للشرب في الأحياء القديمة قبل نهاية السنة'
    )
  })

  it('say that a merge of both is proposed already', () => {
    const [pair] = found(shown(mergeProposed, 'duplicates'), 'pairs') as ReadonlyArray<never>
    expect(found(pair, 'proposedIn')).toEqual(['P4'])
  })

  it('are no more once they are merged', () => {
    expect(found(shown(merged, 'duplicates'), 'pairs')).toEqual([])
  })
})
