/** What a refusal says is so names what is there, and what it says to do can be done. */
import { AmendmentQuotationDiffers } from '@ardiya/core/amendment/rejections'
import { type Rejection } from '@ardiya/core/kernel/rejection'
import { ReferenceUnknown } from '@ardiya/core/kernel/rejections'
import {
  AssociationNotEligible,
  EntryIsNamed,
  MinutesContradictTheRecord,
  PresentDiffers,
  QuorumNotReached,
  VoterNotPresent
} from '@ardiya/core/meeting/rejections'
import { AssociationMayNotAct, DecisionNeeds } from '@ardiya/core/path/rejections'
import {
  CoAuthorNotEligible,
  NotTheSubmitter,
  QuotationDiffers,
  ReasonMissing
} from '@ardiya/core/submission/rejections'
import { sayRefusal } from './refusals'

const entry = '019a1f00-0000-7000-8000-000000000001.0'
const quotation = { operation: 0, place: 'b1', quoted: 'x', found: 'y' }

const cases: ReadonlyArray<readonly [string, Rejection, string, string]> = [
  [
    'a reason is added where it is missing',
    ReasonMissing('payload.why', null, {}),
    'no reason is given',
    'Add payload.why.'
  ],
  [
    'a commitment is not taken back, so the right response is recorded beside the wrong one',
    EntryIsNamed('payload.entry', entry, { by: ['V1-K1'] }),
    'later entries rest on it: V1-K1',
    'A commitment is not taken back, nor what it rests on: record the right answer beside it (RecordResponse), and how the commitment goes on (RecordProgress).'
  ],
  [
    'an entry that rests on another is taken back first',
    EntryIsNamed('payload.entry', entry, { by: [entry] }),
    `later entries rest on it: ${entry}`,
    'Take those back first.'
  ],
  [
    'approved minutes are explained, not mended',
    MinutesContradictTheRecord('payload.meeting', 'M1', {
      contradictions: [{ kind: 'decisionMissing', about: 'M1-Q1' }]
    } as never),
    'the minutes say otherwise than the record: decision missing M1-Q1',
    'Approved minutes are not mended any more: explain each when sealing, as "explanations": [{"contradiction": {"kind": "decisionMissing", "about": "M1-Q1"}, "explanation": "…"}].'
  ],
  [
    'remote members do not count under the charter',
    PresentDiffers('payload.present', 3, { declared: 3, present: 2, remote: 1, charter: 0 }),
    '3 declared present, 2 on record; 1 more is there remotely, and does not count under C0, by which this is decided',
    'Declare only those in the room.'
  ],
  [
    'remote members that do not count are missing for the quorum',
    QuorumNotReached('payload.ref', 'M1-Q1', { present: 1, needed: 3, eligible: 5, remote: 2, charter: 0 }),
    '1 present of 5 eligible, 3 needed; 2 more are there remotely, and do not count under C0, by which this is decided',
    'Record who else arrived, or take it up at a second call or a later meeting.'
  ],
  [
    'somebody came or left meanwhile',
    PresentDiffers('payload.present', 3, { declared: 3, present: 2 }),
    '3 declared present, 2 on record',
    'Somebody came, left, or was entered meanwhile: look at the attendance and declare again.'
  ],
  [
    'operations are counted from one',
    QuotationDiffers('payload.operations.0', 'x', quotation),
    'operation 1 quotes "x" in b1, where the text says "y"',
    'Quote the words of the revision that the amendment names, or give the whole new wording as "text".'
  ],
  [
    'operations of an amendment are counted from one',
    AmendmentQuotationDiffers('payload.operations.0', 'x', quotation),
    'operation 1 quotes "x" in b1, where the text says "y"',
    'Quote the words of the revision that the amendment names, or give the whole new wording as "text".'
  ],
  [
    'a kind is said in words',
    ReferenceUnknown('payload.number', 1, { kind: 'minutesCorrection' }),
    'there is no correction 1 in this process',
    'Look up what there is with "ardiya show", or record it first.'
  ],
  [
    'nobody withdraws alone what several merged',
    NotTheSubmitter('actor.association', 'A2', { mayWithdraw: [] }),
    'others stand behind it too, and none of them withdraws it alone',
    'Let a meeting decide.'
  ],
  [
    'one was present',
    VoterNotPresent('payload.method', 'A3', { present: 1 }),
    'A3 is counted and was not present (1 was)',
    'Check the count against the attendance; correct whichever is wrong.'
  ],
  [
    'an association has left',
    AssociationNotEligible('payload.association', 'A3', { standing: 'left' }),
    'A3 has left',
    'Only registered associations that are neither suspended nor gone take part.'
  ],
  [
    'an association that has left does not act',
    AssociationMayNotAct('actor', 'A3', { standing: 'left' }),
    'A3 has left, and does not act',
    'Its past acts stand. It comes back as a new association, with a new number.'
  ],
  [
    'a suspended association does not act',
    AssociationMayNotAct('actor', 'A3', { standing: 'suspended' }),
    'A3 is suspended, and does not act',
    'Its past acts stand. A meeting can reinstate it.'
  ],
  [
    'an association that has left is no co-author',
    CoAuthorNotEligible('payload.coAuthors', 'A3', { standing: 'left' }),
    'A3 has left',
    'Name registered associations as co-authors.'
  ],
  [
    'a decision needs a field',
    DecisionNeeds('payload.reason', null, { motion: 'decline', subject: 'submission' }),
    'the motion decline on a submission needs payload.reason',
    'Add payload.reason.'
  ],
  [
    'a decision needs a field on an amendment',
    DecisionNeeds('payload.materiality', null, { motion: 'accept', subject: 'amendment' }),
    'the motion accept on an amendment needs payload.materiality',
    'Add payload.materiality.'
  ]
]

describe('A refusal', () => {
  it.each(cases)('%s', (_, rejection, message, remedy) => {
    expect(sayRefusal(rejection)).toEqual({ message, remedy })
  })
})
