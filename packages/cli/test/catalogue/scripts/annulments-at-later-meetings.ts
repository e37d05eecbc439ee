import { chair, coalitionOf, meeting, meets, motion } from '../cast'
import { act, type Script } from '../script'

const because = { reason: 'سبب' }

/** A decision of the first meeting, annulled at the second; the third meets after that. */
export const atLaterMeetings: Script = {
  title: 'annulments at later meetings',
  steps: [
    ...coalitionOf(4),
    ...meets(1, '2025-10-26', 4),
    act(meeting(1), 'Decide', motion(1, 3, 'association', 'A4', 'suspend', because)).gives(
      'DecisionTaken',
      'AssociationSuspended'
    ),
    act(chair, 'CloseMeeting', { meeting: 'M1' }).gives('MeetingClosed'),
    ...meets(2, '2025-11-02', 3),
    act(meeting(2), 'Decide', motion(2, 2, 'annulment', 'M1-Q1', 'annul', because)).gives(
      'DecisionTaken',
      'DecisionAnnulled',
      'AssociationReinstated'
    ),
    act(chair, 'CloseMeeting', { meeting: 'M2' }).gives('MeetingClosed'),
    ...meets(3, '2025-11-09', 4),
    act(meeting(3), 'Decide', motion(3, 3, 'annulment', 'M1-Q1', 'annul', because)).refused(
      'DecisionIsAnnulled',
      { rule: 1, details: { since: '2025-11-02T10:03:00.000+01:00' } }
    ),
    act(
      chair,
      'AnnulDecision',
      { decision: 'M1-Q1', rapporteur: 'A1-m2', error: 'outcome', reason: 'سبب' },
      { evidence: { kind: 'paper' } }
    ).refused('DecisionIsAnnulled', { rule: 1 })
  ]
}
