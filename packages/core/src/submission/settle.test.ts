import { act, eventsOf, refusalOf, revises, story, submits } from '../../test/submission-story'
import { fateOf, isAccepted, isClosed } from './fate'
import { currentRevision } from './queries'

const told = story().after(submits('P1'))
const text = {
  revision: 1,
  textHash: currentRevision(told.submission('P1'))?.textHash
}
const accepts = (when: string, over: object = {}) => act('accept', 'A1', when, { submission: 'P1', ...over })
const declines = (when: string, over: object = {}) =>
  act('decline', 'A1', when, { submission: 'P1', reason: 'خارج الاختصاص', ...over })
const defers = (when: string, over: object = {}) =>
  act('defer', 'A1', when, { submission: 'P1', until: 'M3', ...over })
const reopens = (when: string, over: object = {}) =>
  act('reopen', 'A1', when, { submission: 'P1', reason: 'إلغاء القرار', ...over })

describe('What a meeting decides of a submission', () => {
  it('is its fate, with decision, text, reason and the meeting that it waits for', () => {
    expect(fateOf(told.after(accepts('10:00')).submission('P1'))).toMatchObject({
      fate: 'adoptedAsIs',
      decision: 'M2-Q1',
      accepted: text
    })
    expect(fateOf(told.after(declines('10:00')).submission('P1'))).toMatchObject({
      fate: 'declined',
      reason: 'خارج الاختصاص'
    })
    expect(fateOf(told.after(defers('10:00')).submission('P1'))).toMatchObject({
      fate: 'deferred',
      until: 'M3'
    })
  })

  it('accepts as it is what only its author has reworded', () => {
    const own = told.after(revises('P1', '09:00', ['b1', 'توفير', 'تعميم']), accepts('10:00'))
    expect(fateOf(own.submission('P1')).fate).toBe('adoptedAsIs')
  })

  it('leaves a deferred one open to work on, and closes a declined one', () => {
    expect(isClosed(told.after(defers('10:00')).submission('P1'))).toBe(false)
    expect(isClosed(told.after(declines('10:00')).submission('P1'))).toBe(true)
  })

  it('can be decided again, also after a decline', () => {
    const again = told.after(declines('10:00'), accepts('11:00', { decision: 'M2-Q2' }))
    expect(fateOf(again.submission('P1'))).toMatchObject({ fate: 'adoptedAsIs', decision: 'M2-Q2' })
  })

  it.each([
    [
      'of a text that has moved (rule 16)',
      told,
      accepts('10:00', { revision: 1, textHash: `sha256:${'0'.repeat(64)}` }),
      'TextHasMoved'
    ],
    [
      'before the text’s last revision (rule 2)',
      told.after(revises('P1', '11:00', ['b1', 'توفير', 'تعميم'])),
      accepts('10:00'),
      'LaterRevisionRecorded'
    ],
    [
      'before what was decided later (rule 2)',
      told.after(defers('11:00')),
      accepts('10:00'),
      'LaterFateRecorded'
    ],
    [
      'without a reason for a decline',
      told,
      act('decline', 'A1', '10:00', { submission: 'P1' }),
      'ReasonMissing'
    ],
    [
      'of what was withdrawn',
      told.after(act('WithdrawSubmission', 'A1', '09:00', { submission: 'P1' })),
      defers('10:00'),
      'SubmissionClosed'
    ],
    ['of what is not there', told, declines('10:00', { submission: 'P9' }), 'ReferenceUnknown']
  ])('is refused %s', (_, so, asked, tag) => {
    expect(refusalOf(so.when(asked)).tag).toBe(tag)
  })
})

describe('SubmissionReopened (rule 1)', () => {
  it('takes a decision back: it is open as before', () => {
    const reopened = told.after(accepts('10:00'), reopens('11:00'))
    expect(fateOf(reopened.submission('P1'))).toEqual({ fate: 'open' })
    expect(isAccepted(reopened.submission('P1'))).toBe(false)
  })

  it('is nothing where it is open', () => {
    expect(eventsOf(told.when(reopens('10:00')))).toEqual([])
  })

  it('leaves a later decision in force when an earlier one is annulled', () => {
    const twice = told.after(defers('10:00'), accepts('11:00', { decision: 'M2-Q2' }))
    expect(eventsOf(twice.when(reopens('12:00', { annulled: 'M2-Q1' })))).toEqual([])
    expect(eventsOf(twice.when(reopens('12:00', { annulled: 'M2-Q2' })))).toHaveLength(1)
  })

  it('does not bring back what its submitter withdrew', () => {
    const withdrawn = told.after(act('WithdrawSubmission', 'A1', '09:00', { submission: 'P1' }))
    expect(refusalOf(withdrawn.when(reopens('10:00'))).tag).toBe('SubmissionClosed')
  })
})
