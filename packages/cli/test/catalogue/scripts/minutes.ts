import {
  association,
  chair,
  coalitionOf,
  foundingCharter,
  hands,
  meeting,
  meets,
  motion,
  rapporteur,
  secretary,
  text
} from '../cast'
import { act, eventOf, on, type Script } from '../script'

const of = (m: number) => ({ meeting: `M${m}` })
const claims = { attended: [], decisions: [] }
const close = (m: number) => act(chair, 'CloseMeeting', of(m)).gives('MeetingClosed')
const approve = (present: number, ref = 'M1-PV', otherwise: object = {}) =>
  act(meeting(2), 'Decide', motion(2, present, 'minutes', ref, 'approve', otherwise))

export const minutesByDecision: Script = {
  title: 'minutes, corrected and approved by a later sitting',
  steps: [
    ...coalitionOf(3),
    ...meets(1, '2025-10-26', 3),
    act(meeting(1), 'Decide', motion(1, 2, 'other', 'x', 'other', { method: hands(2) }), {
      called: 'the decision'
    }).gives('DecisionTaken'),
    act(rapporteur, 'DraftMinutes', of(1)).refused('MeetingNotClosed'),
    act(rapporteur, 'DraftMinutes', of(9)).refused('ReferenceUnknown', { field: 'payload.meeting' }),
    close(1),
    act(rapporteur, 'SettleMinutesCorrection', { ...of(1), number: 1, outcome: 'accepted' }).refused(
      'MinutesNotDrafted',
      { rule: 15 }
    ),
    act(rapporteur, 'CirculateMinutes', of(1)).refused('MinutesNotDrafted'),
    act(rapporteur, 'DraftMinutes', {
      ...of(1),
      text: { ...text('PV', 'mot'), language: 'fr' },
      claims
    }).refused('MinutesLanguageDiffers', { details: { authoritative: 'ar' } }),
    act(rapporteur, 'DraftMinutes', { ...of(1), text: text('محضر'), claims }).refused('MinutesTextRefused'),
    act(rapporteur, 'DraftMinutes', { ...of(1), text: text('محضر', 'سطر'), claims }).gives('MinutesDrafted'),
    act(association(2), 'ProposeMinutesCorrection', { ...of(1), wording: 'ن' }).refused(
      'MinutesNotCirculated',
      { rule: 15 }
    ),
    act(rapporteur, 'CirculateMinutes', of(1)).gives('MinutesCirculated'),
    act(rapporteur, 'CirculateMinutes', of(1)).gives(),
    act(rapporteur, 'DraftMinutes', { ...of(1), text: text('محضر', 'سطر آخر'), claims }).refused(
      'MinutesAlreadyCirculated'
    ),
    act(rapporteur, 'ApproveMinutesTacitly', of(1)).refused('NoTacitApproval', { details: { charter: 0 } }),
    act(association(2), 'ProposeMinutesCorrection', { ...of(1), wording: 'تصحيح', number: 4 }).refused(
      'NumberNotNext',
      { field: 'payload.number', details: { next: '1' } }
    ),
    act(association(2), 'ProposeMinutesCorrection', { ...of(1), wording: 'تصحيح' }).gives(
      'MinutesCorrectionProposed'
    ),
    act(association(3), 'ProposeMinutesCorrection', { ...of(1), wording: 'تصحيح' }).gives(
      'MinutesCorrectionProposed'
    ),
    ...meets(2, '2025-11-02', 3),
    approve(2).refused('CorrectionsOpen', { rule: 15, details: { numbers: [1, 2] } }),
    act(rapporteur, 'SettleMinutesCorrection', { ...of(1), number: 7, outcome: 'refused' }).refused(
      'ReferenceUnknown',
      { details: { kind: 'minutesCorrection' } }
    ),
    act(rapporteur, 'SettleMinutesCorrection', {
      ...of(1),
      number: 1,
      outcome: 'refused',
      text: text('محضر', 'غيره')
    }).refused('MinutesTextDiffers', { rule: 16 }),
    act(rapporteur, 'SettleMinutesCorrection', { ...of(1), number: 1, outcome: 'accepted' }).refused(
      'CorrectionChangesNothing',
      { rule: 15, field: 'payload.text' }
    ),
    act(rapporteur, 'SettleMinutesCorrection', {
      ...of(1),
      number: 1,
      outcome: 'accepted',
      text: text('محضر', 'سطر مصحح')
    }).gives('MinutesCorrectionSettled'),
    act(rapporteur, 'SettleMinutesCorrection', { ...of(1), number: 1, outcome: 'refused' }).refused(
      'CorrectionIsSettled'
    ),
    act(rapporteur, 'SettleMinutesCorrection', {
      ...of(1),
      number: 2,
      outcome: 'refused',
      reason: 'سبب'
    }).gives('MinutesCorrectionSettled'),
    act(rapporteur, 'SealMinutes', of(1)).refused('MinutesNotApproved', { rule: 15 }),
    approve(2, 'M2-PV').refused('MinutesNotDrafted'),
    approve(2, 'M7-PV').refused('ReferenceUnknown', { details: { kind: 'minutes' } }),
    approve(2).gives('DecisionTaken', 'MinutesApproved'),
    approve(2).refused('MinutesAlreadyApproved', { rule: 15 }),
    act(rapporteur, 'SealMinutes', of(1)).refused('MinutesContradictTheRecord', {
      rule: 15,
      details: {
        contradictions: [
          { kind: 'decisionMissing', about: 'M1-Q1' },
          { kind: 'presenceMissing', about: 'A2' },
          { kind: 'presenceMissing', about: 'A3' }
        ]
      }
    }),
    act(rapporteur, 'SealMinutes', {
      ...of(1),
      explanations: [
        { contradiction: { kind: 'decisionMissing', about: 'M1-Q1' }, explanation: 'سهو' },
        { contradiction: { kind: 'presenceMissing', about: 'A2' }, explanation: 'سهو' },
        { contradiction: { kind: 'presenceMissing', about: 'A3' }, explanation: 'سهو' }
      ]
    }).gives('MinutesSealed'),
    act(secretary, 'RetractEntry', { entry: eventOf('the decision'), reason: 'خطأ' }).refused(
      'EntryNotRetractable',
      { rule: 1 }
    ),
    act(rapporteur, 'CorrectDecision', {
      ...of(1),
      decision: 'M1-Q1',
      method: hands(2),
      reason: 'خطأ'
    }).refused('MeetingSealed', { rule: 2 }),
    act(meeting(2), 'Decide', motion(2, 2, 'annulment', 'M2-Q1', 'annul', { reason: 'سبب' })).refused(
      'NotTakenBackByAnnulment',
      { rule: 1, details: { subject: 'minutes', motion: 'approve' } }
    )
  ]
}

export const minutesBySilence: Script = {
  title: 'minutes, approved by silence',
  steps: [
    ...coalitionOf(3),
    foundingCharter({ minutes: { tacitAfterDays: 14 } }),
    ...meets(1, '2025-10-26', 3),
    close(1),
    act(rapporteur, 'DraftMinutes', of(1)).gives('MinutesDrafted'),
    act(rapporteur, 'ApproveMinutesTacitly', of(1)).refused('MinutesNotCirculated', { rule: 15 }),
    act(rapporteur, 'CirculateMinutes', of(1)).gives('MinutesCirculated'),
    act(rapporteur, 'ApproveMinutesTacitly', of(1)).refused('TacitApprovalTooEarly', { rule: 15 }),
    on('2025-11-20T10:00'),
    act(rapporteur, 'ApproveMinutesTacitly', of(1)).gives('MinutesApproved'),
    act(rapporteur, 'SealMinutes', of(1)).gives('MinutesSealed'),
    ...meets(2, '2025-11-26', 3),
    close(2),
    act(rapporteur, 'DraftMinutes', of(2)).gives('MinutesDrafted'),
    act(rapporteur, 'CirculateMinutes', of(2)).gives('MinutesCirculated'),
    act(meeting(2), 'Decide', motion(2, 2, 'minutes', 'M2-PV', 'approve'), {
      at: '2025-11-26T10:02',
      recordedAt: '2025-11-27T10:00:00.000Z'
    }).refused('ApprovalNotLater', { rule: 15 })
  ]
}
