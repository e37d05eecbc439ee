import { after, each, found, shown } from '../../test/path-log'
import { act, amended, founded, gathered, mergeProposed, opened, submitted } from '../../test/views-story'

const waiting = (...given: Parameters<typeof shown>) => found(shown(...given), 'waiting')

describe('What waits today', () => {
  it('waits for the secretary to admit a submission', () => {
    const log = after(opened, submitted('P1', 'A2', 'الماء', ['نطالب بالماء']))
    expect(found(waiting(log, 'today'), 'what=submissionToAdmit')).toMatchObject({
      ref: 'P1',
      for: ['secretary']
    })
    expect(each(waiting(gathered, 'today'), 'what')).not.toContain('submissionToAdmit')
  })

  it('waits for the consent of those who have not answered, then for the authors to merge', () => {
    expect(found(waiting(mergeProposed, 'today'), 'what=consentToGive')).toMatchObject({
      ref: 'P4',
      for: ['A3'],
      about: ['P1', 'P2']
    })
    const agreed = after(
      mergeProposed,
      act('GiveMergeConsent', 'A3', '12-03T09:00', { merge: 'P4', sources: ['P1', 'P2'] })
    )
    expect(found(waiting(agreed, 'today'), 'ref=P4')).toMatchObject({
      what: 'mergeToCarryOut',
      for: ['authors']
    })
  })

  it('waits for somebody to settle a collision, and its amendments wait with it (rule 9)', () => {
    expect(found(waiting(amended, 'today'), 'what=collisionToSettle')).toMatchObject({
      ref: 'P4-X1',
      about: ['P4-A1', 'P4-A2']
    })
    expect(each(waiting(amended, 'today'), 'what')).not.toContain('amendmentToDecide')
  })

  describe('rule 15: the minutes of a closed meeting', () => {
    const text = { language: 'ar', title: 'محضر', blocks: [{ kind: 'paragraph', text: 'مثال توضيحي: محضر' }] }
    const claims = { attended: [], decisions: [] }
    const drafted = after(
      gathered,
      act('DraftMinutes', 'secretary', '10-27T09:00', { meeting: 'M1', text, claims })
    )
    const circulated = after(drafted, act('CirculateMinutes', 'secretary', '10-28T09:00', { meeting: 'M1' }))
    const corrected = after(
      circulated,
      act('ProposeMinutesCorrection', 'A2', '10-29T09:00', {
        meeting: 'M1',
        number: 1,
        wording: 'مثال توضيحي: حضرنا'
      })
    )
    const refused = after(
      corrected,
      act('SettleMinutesCorrection', 'secretary', '10-30T09:00', {
        meeting: 'M1',
        number: 1,
        outcome: 'refused',
        text,
        claims,
        reason: 'مثال توضيحي'
      })
    )
    const stepOf = (log: typeof gathered) => found(waiting(log, 'today'), 'ref=M1-PV', 'what')

    it('wait step by step', () => {
      expect([gathered, drafted, circulated, corrected].map(stepOf)).toEqual([
        'minutesToDraft',
        'minutesToCirculate',
        'minutesToApprove',
        'correctionToSettle'
      ])
    })

    it('list what contradicts the record', () => {
      const minutes = shown(drafted, 'minutes', { ref: 'M1' })
      expect(found(minutes, 'standing')).toBe('drafted')
      expect(found(minutes, 'contradictions', 'about=A1')).toMatchObject({ kind: 'presenceMissing' })
      expect(found(minutes, 'text', 'blocks')).toMatchObject([{ id: 'b1', text: 'مثال توضيحي: محضر' }])
    })

    it('print a refused correction as a remark', () => {
      expect(found(shown(refused, 'minutes', { ref: 'M1' }), 'remarks')).toEqual([
        { number: 1, association: 'A2', wording: 'مثال توضيحي: حضرنا' }
      ])
    })
  })

  it('counts silence from the date that the charter says', () => {
    const log = after(
      opened,
      founded({ mergeConsent: { rule: 'silenceAfterDays', days: 10 as never } }),
      submitted('P1', 'A2', 'الماء', ['نطالب بتجديد شبكة الماء']),
      submitted('P2', 'A3', 'الماء', ['نطالب بتجديد شبكة الماء في المدينة']),
      so =>
        act('ProposeMerge', 'A2', '11-20T09:00', {
          ref: 'P3',
          sources: ['P1', 'P2'].map(ref => sourceOf(so, ref)),
          title: 'الماء',
          blocks: [{ block: { kind: 'paragraph', text: 'نطالب بتجديد شبكة الماء' }, from: ['P1#b1'] }]
        })
    )
    const due = (today: string) => found(waiting(log, 'today', { today }), 'what=consentToGive')
    expect(due('2025-11-29')).toMatchObject({ due: '2025-11-30', overdue: false })
    expect(due('2025-11-30')).toMatchObject({ overdue: true })
  })
})

const sourceOf = (log: typeof gathered, ref: string) => {
  const row = found(shown(log, 'register'), 'submissions', `ref=${ref}`)
  return { ref, revision: found(row, 'revision'), textHash: found(row, 'textHash') }
}

describe('Participation', () => {
  it('tells who attended, spoke and submitted', () => {
    const rows = found(shown(gathered, 'participation'), 'associations')
    expect(found(rows, 'association=A2')).toMatchObject({
      attended: ['M1'],
      spoke: [{ meeting: 'M1', times: 1 }],
      submitted: ['D1', 'E1', 'P1']
    })
    expect(found(rows, 'association=A5')).toMatchObject({ stayedAway: ['M1'], silent: true })
  })
})
