import { each, found, shown } from '../../test/path-log'
import { amended, decidedAll } from '../../test/views-story'

describe('The collision register', () => {
  it('rule 9: shows both sides with who wants them, the words of the text, and what it blocks', () => {
    expect(found(shown(amended, 'collisions'), 'collisions', 'collision=P4-X1')).toMatchObject({
      submission: 'P4',
      open: true,
      kind: 'sameWords',
      base: 'القديمة',
      first: { ref: 'P4-A1', association: 'A4', words: 'القديمة والدواوير' },
      second: { ref: 'P4-A2', association: 'A5', words: 'الهامشية' },
      concerns: ['P4-A1', 'P4-A2'],
      history: [{ status: 'detected' }]
    })
  })

  it('rule 9: shows how one was settled, by whom and why', () => {
    expect(found(shown(decidedAll, 'collisions'), 'collisions', 'collision=P4-X1')).toMatchObject({
      open: false,
      history: [
        {},
        {
          status: 'resolved',
          actor: { association: 'A2' },
          reason: 'مثال توضيحي: اتفق الطرفان',
          resolution: { take: 'one', ref: 'P4-A1' }
        }
      ]
    })
  })

  it('is asked for a submission or for one collision', () => {
    expect(each(found(shown(amended, 'collisions', { ref: 'P4' }), 'collisions'), 'collision')).toEqual([
      'P4-X1'
    ])
    expect(
      found(shown(amended, 'collisions', { ref: 'P4-X1' }), 'collisions', 'collision=P4-X1')
    ).toBeDefined()
    expect(shown(amended, 'collisions', { ref: 'P3' })).toMatchObject({ collisions: [] })
    expect(shown(amended, 'collisions', { ref: 'P4-X9' })).toBeUndefined()
    expect(shown(amended, 'collisions', { ref: 'P99' })).toBeUndefined()
  })
})
