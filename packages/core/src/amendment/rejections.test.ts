import * as E from 'fp-ts/lib/Either'
import {
  accepting,
  adopted,
  adopting,
  asked,
  at,
  deleted,
  done,
  onText,
  proposed,
  proposedInFrench,
  proposing,
  received,
  refusal,
  resolving,
  revised,
  settledAtMeeting,
  type Story,
  translated,
  tried,
  words
} from '../../test/refining-story'
import { type Actor, type MandateRef } from '../kernel/envelope'
import { type Count, type Words } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { type DecisionRef } from '../meeting/ids'
import { closeAmendments } from '../path/carry-amendments'
import { takeBackText } from '../path/take-back-text'
import { submissionStream } from '../submission/ids'
import { type AmendmentRef, type CollisionRef } from './ids'
import { amendmentRejections } from './rejections'

const P1 = () => received('توفير الماء الصالح للشرب', 'إصلاح الطريق')
const water = (story: Story) => words(story, 'b1', 'الماء', 'ماء')
const one = () => proposed(P1(), 'A2', water(P1()))
const colliding = () => proposed(one(), 'A3', words(P1(), 'b1', 'الماء', 'المياه'))
const settled = () => done(resolving(colliding(), 'P1-X1', { one: 0 }))
const A1 = 'P1-A1' as AmendmentRef
const secretary: Actor = { as: 'office', office: 'secretary', mandate: 'A1-m2' as MandateRef }

const withdrawn = (): Story => {
  const story = one()
  return done(
    tried(story, {}, ({ command }) =>
      E.right([
        {
          type: 'SubmissionWithdrawn',
          stream: submissionStream(command.process, onText(story).submission),
          data: {}
        },
        ...closeAmendments(story.stream, { kind: 'withdrawn' }, command)
      ])
    )
  )
}

const reopening = (story: Story) =>
  asked(story, 'ReopenCollision', { collision: 'P1-X1' as CollisionRef, reason: 'سبب' as Words })

const naming = (story: Story, text: ReturnType<typeof onText>, act: Parameters<typeof asked>[3] = {}) =>
  asked(
    story,
    'WordAmendment',
    { amendment: A1, revision: text.revision, textHash: text.textHash, operations: [] },
    { by: 'A1', ...act }
  )

const adoptedOne = () => adopted(one(), 'P1-A1', { decision: 'M2-Q7' as DecisionRef })

const refusals: { readonly [T in keyof typeof amendmentRejections]: () => Rejection | undefined } = {
  NumberNotNext: () => refusal(proposing(P1(), 'A2', [water(P1())], { ref: 'P1-A4' })),
  ReferenceUnknown: () => refusal(accepting(P1(), 'P1-A1')),
  PrecedesWhatItRefersTo: () => refusal(accepting(one(), 'P1-A1', { at: at(1) })),
  SubmissionClosed: () => refusal(proposing(withdrawn(), 'A2', [water(P1())])),
  TextHasMoved: () => {
    const story = proposedInFrench(translated(P1()))
    return refusal(naming(revised(story, [water(story)]), onText(story)))
  },
  LaterRevisionRecorded: () => {
    const story = proposedInFrench(translated(P1()))
    const moved = revised(story, [water(story)], { at: at(60) })
    return refusal(naming(moved, onText(moved), { at: at(30) }))
  },
  NotAnAssociation: () =>
    refusal(
      asked(
        P1(),
        'ProposeAmendment',
        {
          ...onText(P1()),
          ref: A1,
          language: 'ar' as never,
          operations: [water(P1())],
          materiality: 'editorial'
        },
        { by: secretary }
      )
    ),
  NotAnAuthor: () => refusal(accepting(one(), 'P1-A1', { by: 'A2' })),
  AmendmentQuotationDiffers: () => refusal(proposing(P1(), 'A2', [{ ...water(P1()), at: 1 as Count }])),
  AmendmentDoesNotFit: () => refusal(proposing(P1(), 'A2', [water(P1()), deleted(P1(), 'b1')])),
  AmendmentChangesNothing: () => refusal(proposing(P1(), 'A2', [])),
  AmendmentNotOpen: () => refusal(accepting(adoptedOne(), 'P1-A1')),
  NotTheProposer: () => refusal(asked(one(), 'WithdrawAmendment', { amendment: A1 }, { by: 'A3' })),
  AmendmentAwaitsWording: () => refusal(accepting(proposedInFrench(translated(P1())), 'P1-A1')),
  AmendmentIsWorded: () => refusal(naming(one(), onText(one()))),
  CollisionOpen: () => refusal(adopting(colliding(), 'P1-A1')),
  CollisionNotOpen: () => refusal(resolving(settled(), 'P1-X1', { one: 1 })),
  CollisionNotResolved: () => refusal(reopening(colliding())),
  ResolutionInForce: () => refusal(reopening(adopted(settled(), 'P1-A1'))),
  SettledByMeeting: () => refusal(reopening(settledAtMeeting(colliding(), 'P1-X1', { one: 1 }))),
  MaterialityLowered: () => refusal(accepting(one(), 'P1-A1', {}, 'editorial')),
  ResolutionDoesNotFit: () =>
    refusal(resolving(colliding(), 'P1-X1', { third: [{ ...water(P1()), old: 'الهواء' }] })),
  LaterTextRestsOnIt: () => {
    const since = revised(adoptedOne(), [words(adoptedOne(), 'b1', 'ماء', 'مياه الشبكة')])
    const annulled = { annulled: 'M2-Q7' as DecisionRef, reason: 'خطأ' as Words }
    return refusal(tried(since, {}, circumstances => takeBackText(since.stream, annulled, circumstances)))
  }
}

describe('Every refusal about amendments', () => {
  it.each(Object.entries(refusals))(
    '%s can be given, with the rule, the field and the value',
    (tag, refused) => {
      const rejection = refused()
      expect(rejection).toMatchObject({ tag })
      expect(rejection?.field).toMatch(/^(payload|actor|at)/)
    }
  )

  it('is in the table', () => {
    expect(Object.keys(refusals).sort()).toEqual(Object.keys(amendmentRejections).sort())
  })
})
