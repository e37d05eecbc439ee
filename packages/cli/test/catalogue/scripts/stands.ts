import { association, coalitionOf, enters, foundingCharter, secretary, submission, text } from '../cast'
import { act, eventOf, on, type Script } from '../script'

const p1 = { submission: 'P1' }
const revises = (title: string) =>
  act(association(2), 'ReviseText', {
    ...p1,
    materiality: 'substantive',
    why: 'توضيح',
    text: { title, blocks: text('', 'توفير الماء', 'كل يوم').blocks }
  })

export const stands: Script = {
  title: 'stands, and how they become stale',
  steps: [
    ...coalitionOf(5),
    foundingCharter({ support: { parts: 2, of: 5 } }),
    on('2025-11-01T09:00'),
    act(association(2), 'Submit', submission('proposal', text('الماء', 'توفير الماء', 'كل يوم'))).gives(
      'SubmissionReceived',
      'TextRevised'
    ),
    act(secretary, 'Endorse', p1).refused('NotAnAssociation'),
    act(association(3), 'Endorse', { ...p1, reservations: [{ block: 'b9', reason: 'سبب' }] }).refused(
      'ReferenceUnknown',
      { field: 'payload.reservations', details: { kind: 'block' } }
    ),
    act(association(3), 'WithdrawEndorsement', p1).refused('NoSupportToWithdraw', {
      rule: 10,
      details: { stand: 'none' }
    }),
    act(association(3), 'LiftObjection', p1).refused('NoObjectionToLift', {
      rule: 10,
      details: { stand: 'none' }
    }),
    act(association(3), 'ReaffirmEndorsement', p1).refused('NothingToReaffirm', {
      rule: 10,
      details: { stand: 'none' }
    }),
    act(
      association(3),
      'Endorse',
      { ...p1, reservations: [{ block: 'b2', reason: 'سبب' }] },
      {
        called: 'A3 endorses'
      }
    ).gives('EndorsementGiven'),
    act(association(3), 'Endorse', { ...p1, reservations: [{ block: 'b2', reason: 'سبب' }] }).gives(),
    act(association(4), 'Endorse', p1).gives('EndorsementGiven', 'ThresholdReached'),
    act(association(5), 'RaiseObjection', { ...p1, reason: 'سبب' }, { called: 'A5 objects' }).gives(
      'ObjectionRaised'
    ),
    act(association(5), 'LiftObjection', p1).gives('ObjectionLifted'),
    act(secretary, 'RetractEntry', { entry: eventOf('A5 objects'), reason: 'خطأ' }).refused('EntryIsNamed', {
      rule: 1
    }),
    act(secretary, 'RetractEntry', { entry: eventOf('A3 endorses', 0), reason: 'خطأ' }).gives(
      'EntryRetracted'
    ),
    act(association(3), 'Endorse', p1).gives('EndorsementGiven'),
    on('2025-11-10T09:00'),
    revises('الماء والكهرباء').gives('TextRevised', 'EndorsementBecameStale'),
    act(association(4), 'ReaffirmEndorsement', p1).gives('EndorsementReaffirmed'),
    act(association(5), 'Endorse', { ...p1, revision: 1 }).refused('TextHasMoved', { rule: 16 }),
    act(
      association(5),
      'Endorse',
      { ...p1, revision: 1 },
      { at: '2025-11-05T09:00', recordedAt: '2025-11-11T09:00:00.000Z' }
    ).gives('EndorsementGiven', 'EndorsementBecameStale'),
    act(
      association(2),
      'Endorse',
      { ...p1, revision: 2 },
      { at: '2025-11-05T09:00', recordedAt: '2025-11-11T09:00:00.000Z' }
    ).refused('PrecedesWhatItRefersTo', {
      rule: 2,
      details: { refersTo: 'P1@2', since: '2025-11-10T09:00:00.000+01:00' }
    }),
    act(association(4), 'WithdrawEndorsement', p1).gives('EndorsementWithdrawn'),
    enters('refining'),
    enters('adoption'),
    enters('advocacy'),
    act(association(4), 'Endorse', p1).refused('NotInThisStage', {
      rule: 6,
      details: { stage: 'advocacy', allowed: ['gathering', 'refining', 'adoption'] }
    }),
    act(association(3), 'WithdrawEndorsement', p1).gives('EndorsementWithdrawn')
  ]
}
