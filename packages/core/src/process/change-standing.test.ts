import { after, asked, association, effect, on, open, outcome, type Step } from '../../test/process-story'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { reinstate, suspend } from './change-standing'

const reason = 'مثال توضيحي: غياب متكرر' as Words
const decision = 'M2-Q1' as DecisionRef
const leave = (ref: string, at = on('11-01')): Step =>
  asked('RecordAssociationLeft', { association: ref, reason }, at)
const suspending = (ref: string, at = on('11-01')): Step =>
  effect(at, coalition => suspend({ association: ref, reason, decision }, coalition))
const reinstating = (ref: string, at = on('11-10')): Step =>
  effect(at, coalition => reinstate({ association: ref, decision }, coalition))
const story = (...steps: ReadonlyArray<Step>) => after(open(), association(2), ...steps)

describe('an association, rule 3', () => {
  it('leaves', () => {
    expect(outcome(story(), leave('A2'))).toEqual([
      { type: 'AssociationLeft', data: { association: 'A2', reason } }
    ])
  })
  it('leaves also while it is suspended', () => {
    expect(outcome(story(suspending('A2')), leave('A2', on('11-02')))).toMatchObject([
      { type: 'AssociationLeft' }
    ])
  })
  it('leaves once', () => {
    expect(outcome(story(leave('A2')), leave('A2', on('11-02')))).toEqual([])
  })
  it('may be found to have left earlier than was known', () => {
    expect(outcome(story(leave('A2')), leave('A2', on('10-30')))).toMatchObject([{ type: 'AssociationLeft' }])
  })

  it('is suspended by a decision, with its reason', () => {
    expect(outcome(story(), suspending('A2'))).toEqual([
      { type: 'AssociationSuspended', data: { association: 'A2', decision, reason } }
    ])
  })
  it('is suspended once', () => {
    expect(outcome(story(suspending('A2')), suspending('A2', on('11-02')))).toEqual([])
  })

  it('is reinstated by a decision', () => {
    expect(outcome(story(suspending('A2')), reinstating('A2'))).toEqual([
      { type: 'AssociationReinstated', data: { association: 'A2', decision } }
    ])
  })
  it('is not reinstated where it was not suspended', () => {
    expect(outcome(story(), reinstating('A2'))).toEqual([])
  })

  it.each([
    ['suspended', suspending('A2', on('11-12'))],
    ['reinstated', reinstating('A2', on('11-12'))]
  ])('is not %s once it has left', (_, step) => {
    expect(outcome(story(leave('A2')), step)).toMatchObject({
      tag: 'AssociationHasLeft',
      field: 'payload.subject.ref',
      value: 'A2'
    })
  })

  it.each([
    ['leave', leave('A9')],
    ['be suspended', suspending('A9')],
    ['be reinstated', reinstating('A9')],
    ['be something else', suspending('P1')]
  ])('that is unknown does not %s', (_, step) => {
    expect(outcome(story(), step)).toMatchObject({
      tag: 'ReferenceUnknown',
      details: { kind: 'association' }
    })
  })

  it('does not leave before it came (rule 2)', () => {
    expect(outcome(story(), leave('A2', on('10-04')))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo',
      details: { refersTo: 'A2', since: on('10-05') }
    })
  })
})
