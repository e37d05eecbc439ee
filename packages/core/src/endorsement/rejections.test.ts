import {
  act,
  type Act,
  endorses,
  objects,
  refusalOf,
  type Story,
  story,
  submits
} from '../../test/submission-story'
import { type endorsementRejections } from './rejections'
import { supportMissing } from './support'

const told = story({ terms: { support: { parts: 1, of: 2 } } as never }).after(submits('P1'))
const none = { revision: 1, textHash: `sha256:${'0'.repeat(64)}` }
const on = (name: Act['name'], by: string, when: string, over: object = {}) =>
  act(name, by, when, { submission: 'P1', ...over })
const withdrawn = told.after(on('WithdrawSubmission', 'A1', '09:00'))
const taken = told.after(endorses('P1', 'A2', '10:00'), on('WithdrawEndorsement', 'A2', '11:00'))
const block = { block: 'b1', reason: 'الكلفة' }

const refusals: {
  readonly [Tag in Exclude<keyof typeof endorsementRejections, 'SupportNotReached'>]: readonly [Story, Act]
} = {
  ReferenceUnknown: [told, endorses('P9', 'A2', '10:00', none)],
  PrecedesWhatItRefersTo: [told, endorses('P1', 'A2', '10-31 10:00')],
  NamedTwice: [told, endorses('P1', 'A2', '10:00', { reservations: [block, block] })],
  NotAnAssociation: [told, endorses('P1', 'secretary', '10:00')],
  SubmissionClosed: [withdrawn, objects('P1', 'A2', '10:00')],
  TextHasMoved: [told, endorses('P1', 'A2', '10:00', none)],
  EntryNotRetractable: [told, on('RetractEntry', 'A2', '10:00', { in: 'P1', entry: told.entry(0) })],
  NothingToReaffirm: [told, on('ReaffirmEndorsement', 'A2', '10:00')],
  NoSupportToWithdraw: [told, on('WithdrawEndorsement', 'A2', '10:00')],
  NoObjectionToLift: [told, on('LiftObjection', 'A2', '10:00')],
  EntryIsNamed: [taken, on('RetractEntry', 'A2', '12:00', { in: 'P1', entry: taken.entry(1) })]
}

describe('Every refusal of a word on a submission is given', () => {
  it.each(Object.entries(refusals))('%s', (tag, [so, asked]) => {
    expect(refusalOf(so.when(asked))).toMatchObject({
      tag,
      field: expect.stringMatching(/^(payload\.|actor|at$)/)
    })
  })

  it('SupportNotReached', () => {
    expect(supportMissing(told.of('P1'), told.coalition('10:00'))).toMatchObject({
      tag: 'SupportNotReached',
      field: 'payload.subject.ref',
      value: 'P1',
      details: { supporters: 0, needed: 5 }
    })
  })
})
