import {
  after,
  asked,
  association,
  effect,
  hashOf,
  mandate,
  on,
  open,
  outcome,
  personOf,
  type Step
} from '../../test/process-story'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { suspend } from './change-standing'

const reason = 'مثال توضيحي' as Words
const story = (...steps: ReadonlyArray<Step>) => after(open(), association(2), ...steps)
const revoke = (ref: string, at = on('11-01')): Step => asked('RevokeMandate', { mandate: ref, reason }, at)
const key = { type: 'ssh-ed25519', key: 'AAAAC3NzaC1lZDI1NTE5AAAAIA' }

describe('GrantMandate, rule 3', () => {
  it('makes a new person known', () => {
    const command = mandate('A2-m1', { keys: [key] })
    expect(outcome(story(), command)).toEqual([{ type: 'MandateGranted', data: command.payload }])
    expect(story(command).state.persons[personOf('b')]).toMatchObject({ commitment: hashOf('b') })
  })

  it('takes a person known already, with the commitment recorded last', () => {
    const changed = story(
      mandate('A2-m1'),
      asked('ChangePersonDetails', { person: personOf('b'), commitment: hashOf('c') }, on('10-10'))
    )
    expect(outcome(changed, mandate('A2-m2'))).toMatchObject({
      tag: 'CommitmentNotCurrent',
      field: 'payload.commitment',
      value: hashOf('b'),
      details: { current: hashOf('c') }
    })
    expect(outcome(changed, mandate('A2-m2', { commitment: hashOf('c') }))).toMatchObject([
      { type: 'MandateGranted' }
    ])
  })

  it('gives no office to another than the convenor', () => {
    expect(outcome(story(), mandate('A2-m1', { role: 'secretary' }))).toMatchObject({
      tag: 'OfficeNotOfConvenor',
      value: 'secretary',
      details: { convenor: 'A1' }
    })
    expect(outcome(story(), mandate('A1-m2', { role: 'secretary' }))).toMatchObject([
      { type: 'MandateGranted', data: { ref: 'A1-m2', role: 'secretary' } }
    ])
  })

  it('does not end it before it begins', () => {
    expect(outcome(story(), mandate('A2-m1', { until: '2025-10-05' }))).toMatchObject({
      tag: 'MandateEndsBeforeItBegins',
      field: 'payload.until',
      details: { from: '2025-10-06' }
    })
    expect(outcome(story(), mandate('A2-m1', { until: '2025-10-06' }))).toMatchObject([
      { type: 'MandateGranted' }
    ])
  })

  it('names a key once', () => {
    expect(outcome(story(), mandate('A2-m1', { keys: [key, key] }))).toMatchObject({
      tag: 'NamedTwice',
      field: 'payload.keys'
    })
  })

  it('is for a suspended association, not for one that has left', () => {
    const suspended = story(
      effect(on('11-01'), coalition =>
        suspend({ association: 'A2', reason, decision: 'M1-Q1' as DecisionRef }, coalition)
      )
    )
    const left = story(asked('RecordAssociationLeft', { association: 'A2' }, on('11-01')))
    expect(outcome(suspended, mandate('A2-m1', {}, on('11-02')))).toMatchObject([{ type: 'MandateGranted' }])
    expect(outcome(left, mandate('A2-m1', {}, on('11-02')))).toMatchObject({
      tag: 'AssociationHasLeft',
      field: 'payload.association'
    })
  })

  it('is for an association that exists, and did so then (rule 2)', () => {
    expect(outcome(story(), mandate('A9-m1'))).toMatchObject({ tag: 'ReferenceUnknown', value: 'A9' })
    expect(outcome(story(), mandate('A2-m1', {}, on('10-04')))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo',
      field: 'at',
      details: { refersTo: 'A2' }
    })
  })
})

describe('RevokeMandate, rule 3', () => {
  it('ends a mandate', () => {
    expect(outcome(story(mandate('A2-m1')), revoke('A2-m1'))).toEqual([
      { type: 'MandateRevoked', data: { mandate: 'A2-m1', reason } }
    ])
  })
  it('ends it once, unless it ended earlier than was known', () => {
    const revoked = story(mandate('A2-m1'), revoke('A2-m1'))
    expect(outcome(revoked, revoke('A2-m1', on('11-02')))).toEqual([])
    expect(outcome(revoked, revoke('A2-m1', on('10-20')))).toMatchObject([{ type: 'MandateRevoked' }])
  })
  it('ends one that exists, and did so then (rule 2)', () => {
    expect(outcome(story(), revoke('A2-m1'))).toMatchObject({
      tag: 'ReferenceUnknown',
      details: { kind: 'mandate' }
    })
    expect(outcome(story(mandate('A2-m1')), revoke('A2-m1', on('10-05')))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo'
    })
  })
})
