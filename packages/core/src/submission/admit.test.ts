import { act, eventsOf, refusalOf, story, submits } from '../../test/submission-story'
import { fateOf, isAdmitted, isClosed, settledFate } from './fate'
import { authorsOf, currentRevision } from './queries'

const brought = story().after(submits('P1', { coAuthors: ['A2'] }))
const admits = (when = '10:00') => act('AdmitSubmission', 'secretary', when, { submission: 'P1' })
const returns = (when = '10:00') =>
  act('ReturnSubmission', 'secretary', when, { submission: 'P1', reason: 'بدون محور' })
const joins = (by: string) => act('JoinAsCoAuthor', by, '10:00', { submission: 'P1' })
const withdraws = (by: string, when = '10:00') =>
  act('WithdrawSubmission', by, when, { submission: 'P1', reason: 'تم الإنجاز' })
const accepts = act('accept', 'A1', '12:00', {
  submission: 'P1',
  revision: 1,
  textHash: currentRevision(brought.submission('P1'))?.textHash
})

describe('Admission', () => {
  it('is said once', () => {
    expect(eventsOf(brought.when(admits()))).toEqual([{ type: 'SubmissionAdmitted', data: {} }])
    expect(eventsOf(brought.after(admits()).when(admits('11:00')))).toEqual([])
  })

  it('that never comes makes it lapse once texts are closed', () => {
    const P1 = brought.submission('P1')
    expect(settledFate(P1, 'refining').fate).toBe('open')
    expect(settledFate(P1, 'adoption').fate).toBe('lapsed')
    expect(settledFate(brought.after(admits()).submission('P1'), 'adoption').fate).toBe('open')
  })

  it('can follow a return that was mended', () => {
    const mended = brought.after(returns(), admits('11:00'))
    expect(fateOf(mended.submission('P1')).fate).toBe('open')
    expect(isAdmitted(mended.submission('P1'))).toBe(true)
  })

  it('cannot precede the return that it answers (rule 2)', () => {
    expect(refusalOf(brought.after(returns('11:00')).when(admits('10:00'))).tag).toBe(
      'PrecedesWhatItRefersTo'
    )
  })
})

describe('A return on formal grounds', () => {
  it('is a fate with its reason, and said once', () => {
    const returned = brought.after(returns())
    expect(fateOf(returned.submission('P1'))).toMatchObject({ fate: 'returned', reason: 'بدون محور' })
    expect(isClosed(returned.submission('P1'))).toBe(true)
    expect(eventsOf(returned.when(returns('11:00')))).toEqual([])
  })

  it('is not said of what is admitted', () => {
    expect(refusalOf(brought.after(admits()).when(returns('11:00')))).toMatchObject({
      tag: 'AlreadyAdmitted'
    })
  })

  it('can be appealed to a meeting, which takes it up', () => {
    const taken = brought.after(returns(), act('reopen', 'A1', '11:00', { submission: 'P1', reason: 'طعن' }))
    expect(fateOf(taken.submission('P1')).fate).toBe('open')
    expect(isAdmitted(taken.submission('P1'))).toBe(true)
  })

  it('leaves the text open to its authors only', () => {
    const returned = brought.after(returns())
    expect(
      refusalOf(returned.when(act('Endorse', 'A3', '11:00', { submission: 'P1', reservations: [] }))).tag
    ).toBe('SubmissionClosed')
    expect(
      eventsOf(
        returned.when(
          act('ReviseText', 'A1', '11:00', {
            submission: 'P1',
            operations: [{ op: 'retitle', old: 'توفير الماء', new: 'تعميم الماء' }],
            materiality: 'editorial',
            why: 'محور'
          })
        )
      )
    ).toHaveLength(1)
  })
})

describe('JoinAsCoAuthor', () => {
  it('puts an association’s name to it, once', () => {
    expect(authorsOf(brought.after(joins('A5')).submission('P1'))).toEqual(['A1', 'A2', 'A5'])
    expect(eventsOf(brought.when(joins('A2')))).toEqual([])
  })

  it('is an association’s act', () => {
    expect(refusalOf(brought.when(joins('secretary'))).tag).toBe('NotAnAssociation')
  })
})

describe('WithdrawSubmission', () => {
  it('is the act of who submitted it, and said once', () => {
    const withdrawn = brought.after(withdraws('A1'))
    expect(fateOf(withdrawn.submission('P1'))).toMatchObject({ fate: 'withdrawn', reason: 'تم الإنجاز' })
    expect(eventsOf(withdrawn.when(withdraws('A1', '11:00')))).toEqual([])
  })

  it.each([
    ['by a co-author alone', brought, withdraws('A2'), 'NotTheSubmitter'],
    ['by an office', brought, withdraws('secretary'), 'NotAnAssociation'],
    ['once a meeting has accepted it', brought.after(accepts), withdraws('A1', '13:00'), 'DecidedByMeeting'],
    [
      'dated before what was decided of it (rule 2)',
      brought.after(act('defer', 'A1', '12:00', { submission: 'P1' })),
      withdraws('A1', '11:00'),
      'LaterFateRecorded'
    ]
  ])('is refused %s', (_, told, asked, tag) => {
    expect(refusalOf(told.when(asked)).tag).toBe(tag)
  })
})
