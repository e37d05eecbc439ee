import {
  after,
  asked,
  association,
  charterDraft,
  effect,
  on,
  open,
  outcome,
  type Step
} from '../../test/process-story'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { adoptCharter, confirmCharter } from './adopt-charter'
import { foundingTerms } from './charter'
import { reinstate, suspend } from './change-standing'
import { coalitionAt } from './coalition-at'
import { enterStageByDecision } from './enter-stage'
import { takeBack } from './take-back'

const reason = 'مثال توضيحي: خطأ في العد' as Words
const ref = (decision: string) => decision as DecisionRef
const annul = (decision: string, by?: string, at = on('12-30')): Step =>
  effect(at, coalition =>
    takeBack({ decision: ref(decision), reason, ...(by === undefined ? {} : { by: ref(by) }) }, coalition)
  )
const founding: Step = asked('EnterFoundingCharter', charterDraft(), on('10-20'))
const confirm = (decision: string, at = on('10-26')): Step =>
  effect(at, coalition => confirmCharter({ ref: 'C1', decision: ref(decision) }, coalition))
const adopt = (charter: string, decision: string, at = on('12-28')): Step =>
  effect(at, coalition =>
    adoptCharter(
      { ref: charter, draft: charterDraft({ remoteCounts: true }), decision: ref(decision) },
      coalition
    )
  )
const enter = (stage: string, at: string, decision?: string): Step =>
  decision === undefined
    ? asked('EnterStage', { stage, reason }, on(at))
    : effect(
        on(at),
        coalition => () => enterStageByDecision({ stage, reason, decision: ref(decision) }, coalition)
      )
const suspending = (decision: string): Step =>
  effect(on('11-01'), coalition => suspend({ association: 'A2', reason, decision: ref(decision) }, coalition))
const reinstating = (decision: string): Step =>
  effect(on('11-10'), coalition =>
    reinstate({ association: 'A2', reason, decision: ref(decision) }, coalition)
  )

describe('the annulment of a charter, rule 1', () => {
  it('brings back the charter before, as a new version', () => {
    const story = after(open(), founding, confirm('M1-Q1'), adopt('C2', 'M2-Q1'))
    expect(outcome(story, annul('M2-Q1', 'M3-Q1'))).toMatchObject([
      {
        type: 'CharterAdopted',
        data: { version: 3, restores: 1, decision: 'M3-Q1', terms: { remoteCounts: false } }
      }
    ])
  })

  it('brings it back unconfirmed where it was so, also by a clerical error', () => {
    const back = after(open(), founding, adopt('C2', 'M2-Q1'), annul('M2-Q1'))
    expect(coalitionAt(back.state, on('12-31')).charter).toMatchObject({ version: 3, confirmed: false })
    const confirmed = after(open(), founding, confirm('M1-Q1'), adopt('C2', 'M2-Q1'), annul('M2-Q1'))
    expect(coalitionAt(confirmed.state, on('12-31')).charter).toMatchObject({ version: 3, confirmed: true })
  })

  it('brings back the founding rules where there was no charter before', () => {
    const back = after(open(), adopt('C1', 'M2-Q1'), annul('M2-Q1', 'M3-Q1'))
    expect(coalitionAt(back.state, on('12-31')).charter).toEqual({
      version: 2,
      terms: foundingTerms,
      confirmed: true
    })
  })

  it('goes back one charter after the other', () => {
    const back = after(
      open(),
      adopt('C1', 'M1-Q1', on('12-01')),
      adopt('C2', 'M2-Q1'),
      annul('M2-Q1'),
      annul('M1-Q1')
    )
    expect(back.state.charters.map(({ restores }) => restores)).toEqual([undefined, undefined, 1, 0])
  })

  it('is refused while a later charter stands on it', () => {
    const story = after(open(), adopt('C1', 'M1-Q1', on('12-01')), adopt('C2', 'M2-Q1'))
    expect(outcome(story, annul('M1-Q1', 'M3-Q1'))).toMatchObject({
      tag: 'LaterCharterAdopted',
      value: 'M1-Q1',
      details: { later: 'C2' }
    })
  })

  it('leaves an unconfirmed charter in force when its confirmation falls', () => {
    const back = after(open(), founding, confirm('M1-Q1'), annul('M1-Q1', 'M2-Q1'))
    expect(coalitionAt(back.state, on('12-31')).charter).toMatchObject({ version: 2, confirmed: false })
    expect(coalitionAt(back.state, on('11-01')).charter).toMatchObject({ version: 1, confirmed: true })
  })
})

describe('a charter that was brought back', () => {
  it('is confirmed as the one that it brings back', () => {
    const story = after(open(), founding, adopt('C2', 'M2-Q1'), annul('M2-Q1'))
    const confirming = effect(on('12-31'), coalition =>
      confirmCharter({ ref: 'C3', decision: ref('M3-Q1') }, coalition)
    )
    expect(outcome(story, confirming)).toEqual([
      { type: 'CharterConfirmed', data: { version: 1, decision: 'M3-Q1' } }
    ])
  })
})

describe('the annulment of a stage, rule 1', () => {
  it('enters the stage before again', () => {
    const story = after(open(), enter('refining', '11-01'), enter('gathering', '12-28', 'M2-Q4'))
    expect(outcome(story, annul('M2-Q4', 'M3-Q1'))).toEqual([
      { type: 'StageEntered', data: { stage: 'refining', from: 'gathering', reason, decision: 'M3-Q1' } }
    ])
  })
  it('changes nothing where the process has moved on since', () => {
    const story = after(
      open(),
      enter('refining', '11-01'),
      enter('gathering', '12-28', 'M2-Q4'),
      enter('refining', '12-29')
    )
    expect(outcome(story, annul('M2-Q4'))).toEqual([])
  })
})

describe('the annulment of a suspension, rule 1', () => {
  it('reinstates', () => {
    expect(outcome(after(open(), association(2), suspending('M1-Q1')), annul('M1-Q1', 'M3-Q1'))).toEqual([
      { type: 'AssociationReinstated', data: { association: 'A2', decision: 'M3-Q1', reason } }
    ])
  })
  it('rests on the annulled decision itself where the error was clerical', () => {
    expect(outcome(after(open(), association(2), suspending('M1-Q1')), annul('M1-Q1'))).toMatchObject([
      { type: 'AssociationReinstated', data: { decision: 'M1-Q1' } }
    ])
  })
  it('suspends again where a reinstatement is annulled', () => {
    const story = after(open(), association(2), suspending('M1-Q1'), reinstating('M2-Q1'))
    expect(outcome(story, annul('M2-Q1', 'M3-Q1'))).toMatchObject([
      { type: 'AssociationSuspended', data: { association: 'A2', decision: 'M3-Q1' } }
    ])
  })
  it('changes nothing for who has been reinstated or has left since', () => {
    const reinstated = after(open(), association(2), suspending('M1-Q1'), reinstating('M2-Q1'))
    const left = after(
      open(),
      association(2),
      suspending('M1-Q1'),
      asked('RecordAssociationLeft', { association: 'A2' }, on('11-05'))
    )
    expect(outcome(reinstated, annul('M1-Q1'))).toEqual([])
    expect(outcome(left, annul('M1-Q1'))).toEqual([])
  })
})
