import { after, each, found, lastEvent, shown } from '../../test/path-log'
import { act, decided, departed, gathered, held, opened } from '../../test/views-story'

const confirming = decided('M1-Q1', '10-26T11:30', { kind: 'other', ref: 'مثال' }, 'other', 3)
const sitting = after(opened, ...held('M1', '10-26', ['A1', 'A2', 'A3']), confirming)
const late = after(sitting, departed('M1', 'A3', '10-26T11:00', { recordedAt: '10-26T12:00' }))
const retracted = (() => {
  const entry = lastEvent(late)
  return after(
    late,
    act('RetractEntry', 'secretary', '10-26T12:30', {
      entry,
      stream: 'meeting-khemisset.M1',
      reason: 'مثال توضيحي: خطأ'
    })
  )
})()

describe('The attendance book', () => {
  it('rule 4: says at every change how many are there and how many are needed', () => {
    const changes = found(shown(gathered, 'attendance', { ref: 'M1' }), 'changes')
    expect(each(changes, 'counted')).toEqual([3, 4, 3, 0])
    expect(each(changes, 'needed')).toEqual([3, 3, 3, undefined])
    expect(each(changes, 'reached')).toEqual([true, true, true, undefined])
  })

  it('shows from when to when each was there', () => {
    const stays = found(shown(gathered, 'attendance', { ref: 'M1' }), 'stays')
    expect(found(stays, 'association=A4')).toMatchObject({
      since: '2025-10-26T11:00:00.000+01:00',
      until: '2025-10-26T13:00:00.000+01:00'
    })
  })

  it('rule 2: as at an instant nothing later is shown', () => {
    const then = shown(gathered, 'attendance', { ref: 'M1', at: '10-26T10:30' })
    expect(each(found(then, 'stays'), 'association')).toEqual(['A1', 'A2', 'A3'])
    expect(each(found(then, 'stays'), 'until')).toEqual([undefined, undefined, undefined])
    expect(found(then, 'phase')).toBe('open')
  })

  it('rule 2: a departure entered late changes no decision, but what is now known of it', () => {
    const decision = found(shown(late, 'attendance', { ref: 'M1' }), 'decisions', 'decision=M1-Q1')
    expect(decision).toMatchObject({ present: 3, needed: 3, now: { counted: 2, reached: false } })
  })

  it('rule 1: an entry taken back stays, struck through, and counts no more', () => {
    const book = shown(retracted, 'attendance', { ref: 'M1' })
    expect(found(book, 'entries', 'kind=departure', 'retracted')).toMatchObject({
      reason: 'مثال توضيحي: خطأ'
    })
    expect(found(book, 'decisions', 'decision=M1-Q1', 'now')).toMatchObject({ counted: 3, reached: true })
  })
})

describe('The agenda', () => {
  it('shows each item with what was said and decided on it', () => {
    const item = found(shown(gathered, 'agenda', { ref: 'M1' }), 'items', 'item=M1.1')
    expect(item).toMatchObject({ minutes: 90, discussions: [{ speakers: ['A2', 'A3'], references: ['R1'] }] })
  })

  it('shows decisions outside any item, with the count', () => {
    expect(found(shown(sitting, 'agenda', { ref: 'M1' }), 'decisions', 'decision=M1-Q1')).toMatchObject({
      outcome: 'adopted',
      present: 3,
      needed: 3,
      method: { kind: 'showOfHands', for: 3 }
    })
  })
})
