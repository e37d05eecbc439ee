import { after, asked, effect, on, open, outcome, type Step } from '../../test/process-story'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { coalitionAt } from './coalition-at'
import { enterStageByDecision, stages } from './enter-stage'
import { type Stage } from './ids'

const reason = 'مثال توضيحي: تم جمع المقترحات' as Words
const decision = 'M2-Q4' as DecisionRef
const enter = (stage: string, day: string): Step => asked('EnterStage', { stage, reason }, on(day))
const decide = (stage: string, day: string): Step =>
  effect(on(day), coalition => () => enterStageByDecision({ stage, reason, decision }, coalition))

/** A process that went forward up to a stage, a day each. */
const upTo = (stage: Stage) =>
  after(
    open(),
    ...stages
      .slice(1, stages.indexOf(stage) + 1)
      .map((next, index) => enter(next, `11-${String(index + 1).padStart(2, '0')}`))
  )

describe('EnterStage, rule 6', () => {
  it('goes one stage forward without a decision', () => {
    expect(outcome(after(open()), enter('refining', '12-01'))).toEqual([
      { type: 'StageEntered', data: { stage: 'refining', from: 'gathering', reason } }
    ])
  })

  it('goes through all stages in their order', () => {
    expect(upTo('closed').state.stages.map(({ stage }) => stage)).toEqual(stages)
  })

  it('says nothing new of the stage it is in', () => {
    expect(outcome(upTo('refining'), enter('refining', '12-01'))).toEqual([])
  })

  it('skips no stage', () => {
    expect(outcome(after(open()), enter('adoption', '12-01'))).toMatchObject({
      tag: 'StageNotNext',
      field: 'payload.stage',
      value: 'adoption',
      details: { stage: 'gathering', allowed: ['refining', 'closed'] }
    })
  })

  it('does not go back without a meeting', () => {
    expect(outcome(upTo('adoption'), enter('refining', '12-01'))).toMatchObject({
      tag: 'StageNotNext',
      details: { stage: 'adoption', allowed: ['advocacy', 'closed'] }
    })
  })

  it.each(stages.slice(0, -1))('closes without a platform from %s, with a reason', from => {
    expect(outcome(upTo(from), enter('closed', '12-01'))).toMatchObject([
      { type: 'StageEntered', data: { stage: 'closed', from, reason } }
    ])
  })

  it('does not open again without a meeting', () => {
    expect(outcome(upTo('closed'), enter('gathering', '12-01'))).toMatchObject({
      tag: 'StageNotNext',
      details: { stage: 'closed', allowed: [] }
    })
  })

  it('is judged by the stage at its own time, also when it is typed late (rule 2)', () => {
    const late = after(open(), enter('refining', '11-20'), enter('refining', '11-10'))
    expect(coalitionAt(late.state, on('11-09')).stage).toBe('gathering')
    expect(coalitionAt(late.state, on('11-10')).stage).toBe('refining')
  })
})

describe('a stage that a meeting enters, rule 6', () => {
  it('is any earlier one', () => {
    expect(outcome(upTo('adoption'), decide('gathering', '12-28'))).toEqual([
      { type: 'StageEntered', data: { stage: 'gathering', from: 'adoption', reason, decision } }
    ])
    expect(outcome(upTo('closed'), decide('followUp', '12-28'))).toMatchObject([
      { type: 'StageEntered', data: { stage: 'followUp', from: 'closed' } }
    ])
  })

  it('or the next one', () => {
    expect(outcome(upTo('refining'), decide('adoption', '12-28'))).toMatchObject([
      { type: 'StageEntered', data: { stage: 'adoption', decision } }
    ])
  })

  it('but none is skipped', () => {
    expect(outcome(upTo('refining'), decide('advocacy', '12-28'))).toMatchObject({
      tag: 'StageNotNext',
      field: 'payload.subject.ref',
      details: { stage: 'refining', allowed: ['gathering', 'adoption', 'closed'] }
    })
  })

  it('is not entered a second time', () => {
    expect(outcome(upTo('refining'), decide('refining', '12-28'))).toEqual([])
  })

  it('exists', () => {
    expect(outcome(upTo('refining'), decide('P1', '12-28'))).toMatchObject({
      tag: 'ReferenceUnknown',
      value: 'P1',
      details: { kind: 'stage' }
    })
  })
})
