import { after, each, found, shown } from '../../test/path-log'
import { testCommandId } from '../testing/given'
import { act, answered, entered, founded, opened } from '../../test/views-story'

describe('The process view', () => {
  const log = after(
    opened,
    founded({ lateSubmissions: 'refused' }),
    entered('refining', '12-01T09:00'),
    act('RevokeMandate', 'convenor', '12-02T09:00', { mandate: 'A3-m1', reason: 'مثال توضيحي' }),
    act('RecordAssociationLeft', 'convenor', '12-03T09:00', { association: 'A5' })
  )

  it('says that the founding charter waits for a meeting to confirm it', () => {
    expect(found(shown(log, 'process'), 'charter')).toMatchObject({ version: 1, confirmed: false })
    expect(found(shown(log, 'today'), 'waiting', 'what=charterToConfirm')).toMatchObject({
      ref: 'C1',
      for: ['meeting']
    })
  })

  it('rule 2: shows stage, charter, standing and mandates as they are now known to have been', () => {
    const then = shown(log, 'process', { at: '10-03T12:00' })
    const now = shown(log, 'process')
    expect([found(then, 'stage'), found(now, 'stage')]).toEqual(['gathering', 'refining'])
    expect([found(then, 'charter', 'version'), found(now, 'charter', 'version')]).toEqual([0, 1])
    expect(each(found(now, 'associations'), 'standing').at(-1)).toBe('left')
    expect(each(found(then, 'associations'), 'standing').at(-1)).toBe('registered')
    expect(found(now, 'associations', 'ref=A3', 'mandates', 'ref=A3-m1', 'valid')).toBe(false)
    expect(found(then, 'associations', 'ref=A3', 'mandates', 'ref=A3-m1', 'valid')).toBe(true)
    expect(found(then, 'asAt')).toBe('2025-10-03T12:00:00.000+01:00')
  })

  it('rule 2: before it was opened says so, and shows no stage and no charter', () => {
    const before = shown(log, 'process', { at: '09-01T12:00' })
    expect(before).toMatchObject({ notOpenYet: true, associations: [], meetings: [] })
    expect([found(before, 'stage'), found(before, 'charter')]).toEqual([undefined, undefined])
    expect(found(shown(log, 'process'), 'notOpenYet')).toBeUndefined()
  })

  it('rule 2: shows nobody who had not joined yet', () => {
    expect(each(found(shown(log, 'process', { at: '10-01T12:00' }), 'associations'), 'ref')).toEqual(['A1'])
  })

  it('rule 2: shows no meeting that was not called yet, and where a platform stood', () => {
    const then = (at: string) => shown(answered, 'process', { at })
    expect(each(found(then('10-04T12:00'), 'meetings'), 'ref')).toEqual([])
    expect(each(found(then('10-06T12:00'), 'meetings'), 'ref')).toEqual(['M1', 'M2'])
    const standings = ['12-28T12:05', '12-28T12:15', '12-28T12:30', '12-28T12:45'].map(at =>
      each(found(then(at), 'platforms'), 'standing')
    )
    expect(standings).toEqual([[], ['draft'], ['frozen'], ['adopted']])
  })

  it('rule 3: a mandate is valid on the date that is given', () => {
    const valid = (today: string) =>
      found(shown(opened, 'process', { today }), 'associations', 'ref=A2', 'mandates', 'ref=A2-m1', 'valid')
    expect([valid('2025-10-01'), valid('2025-10-02')]).toEqual([false, true])
  })

  it('rule 20: an erased person shows as erased, the mandate stays', () => {
    const person = `p_${'c'.repeat(26)}`
    const asked = after(
      opened,
      act('AskPersonErasure', 'convenor', '12-05T09:00', {
        person,
        completion: testCommandId(opened.acts + 1)
      })
    )
    const erased = after(asked, act('CompletePersonErasure', 'convenor', '12-05T09:00', { person }))
    expect(found(shown(asked, 'today'), 'waiting', 'what=erasureToFinish')).toMatchObject({ ref: person })
    expect(found(shown(erased, 'today'), 'waiting', 'what=erasureToFinish')).toBeUndefined()
    expect(found(shown(erased, 'process'), 'associations', 'ref=A2', 'mandates', 'ref=A2-m1')).toMatchObject({
      erased: true,
      role: 'representative'
    })
  })
})
