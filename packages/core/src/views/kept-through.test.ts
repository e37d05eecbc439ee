import { after, each, found, type Log, shown } from '../../test/path-log'
import { act, endorsed, entered, gathered, onText, replacing } from '../../test/views-story'

const changed = (at: string, old: string, wanted: string, materiality: string) => (log: Log) =>
  act('ReviseText', 'A4', at, {
    ...onText(log, 'P3'),
    operations: [replacing(log, 'P3', 'b1', old, wanted)],
    materiality,
    why: 'مثال توضيحي'
  })

const stood = after(
  gathered,
  entered('refining', '12-01T09:00'),
  endorsed('P3', 'A2', '12-02T09:00'),
  endorsed('P3', 'A3', '12-02T09:00'),
  log =>
    act('RaiseObjection', 'A5', '12-02T10:00', {
      ...onText(log, 'P3'),
      reason: 'مثال توضيحي: نعترض',
      blocks: []
    })
)
const edited = after(stood, changed('12-03T09:00', 'السوق', 'المدرسة', 'editorial'))
const replaced = after(edited, changed('12-04T09:00', 'المدرسة', 'المستوصف', 'substantive'))

const stands = (log: Log, ...path: ReadonlyArray<string>) =>
  found(shown(log, 'stands'), 'submissions', 'submission=P3', ...path)

describe('A stand kept through a change that was not called substantive', () => {
  it('counts, and shows the texts that came since, by whom, with the difference', () => {
    expect(stands(edited, 'stands', 'association=A2')).toMatchObject({
      cell: 'endorsement',
      revision: 1,
      keptThrough: [
        { revision: 2, materiality: 'editorial', because: 'author', actor: { association: 'A4' } }
      ]
    })
    expect(stands(edited, 'changes')).toMatchObject([{ from: 1, to: 2, blocks: [{ id: 'b1' }] }])
    expect(stands(stood, 'changes')).toEqual([])
    expect(stands(stood, 'stands', 'association=A2')).not.toHaveProperty('keptThrough')
  })

  it('does so no more once the words are back that it was given on', () => {
    const back = after(edited, changed('12-04T09:00', 'المدرسة', 'السوق', 'editorial'))
    expect(stands(back, 'stands', 'association=A2')).not.toHaveProperty('keptThrough')
    expect(stands(back, 'changes')).toEqual([])
  })

  it('is told in the register', () => {
    const row = (log: Log) => found(shown(log, 'register'), 'submissions', 'ref=P3')
    expect(row(edited)).toMatchObject({
      stands: { endorsement: 2, objection: 1 },
      standsOnEarlierText: 3
    })
    expect(row(stood)).not.toHaveProperty('standsOnEarlierText')
  })

  it('is something to look at today, and nothing that waits', () => {
    expect(found(shown(edited, 'today'), 'toLookAt')).toEqual([
      {
        what: 'changedUnderStand',
        ref: 'P3',
        for: ['A2', 'A3', 'A5'],
        about: ['P3@2'],
        since: '2025-12-03T09:00:00.000+01:00'
      }
    ])
    expect(found(shown(stood, 'today'), 'toLookAt')).toEqual([])
    expect(each(found(shown(edited, 'today'), 'waiting'), 'what')).not.toContain('standToReaffirm')
  })

  it('is in the provenance of a block as that read then', () => {
    const standing = (log: Log) =>
      found(shown(log, 'provenance', { ref: 'P3' }), 'blocks', 'block=P3#b1', 'stands')
    expect(standing(edited)).toMatchObject([
      { association: 'A2', status: 'live', revision: 1, readThen: 'otherwise' },
      { association: 'A3', status: 'live', revision: 1, readThen: 'otherwise' },
      { association: 'A5', kind: 'objection', readThen: 'otherwise' }
    ])
    expect(standing(stood)).not.toMatchObject([{ readThen: 'otherwise' }, {}, {}])
    expect(standing(replaced)).toEqual([])
  })
})

describe('A stand that a substantive change made stale', () => {
  it('waits to be reaffirmed; an objection, to be raised again or lifted', () => {
    const waiting = found(shown(replaced, 'today'), 'waiting')
    expect(found(waiting, 'what=standToReaffirm')).toMatchObject({ ref: 'P3', for: ['A2', 'A3'] })
    expect(found(waiting, 'what=objectionToRaiseAgainOrLift')).toMatchObject({ ref: 'P3', for: ['A5'] })
    expect(found(shown(replaced, 'today'), 'toLookAt')).toEqual([])
  })
})
