import {
  after,
  asked,
  association,
  commandId,
  hashOf,
  mandate,
  on,
  open,
  outcome,
  personOf,
  type Step
} from '../../test/process-story'
import { type MandateRef } from '../kernel/envelope'
import { coalitionAt } from './coalition-at'
import { erasures } from './erasure'

const person = personOf('b')
const completion = commandId(0x500)
const story = (...steps: ReadonlyArray<Step>) => after(open(), association(2), mandate('A2-m1'), ...steps)
const change = (digit: string, who = person): Step =>
  asked('ChangePersonDetails', { person: who, commitment: hashOf(digit) }, on('10-10'))
const ask = (who = person, id = completion, at = on('11-01')): Step =>
  asked('AskPersonErasure', { person: who, completion: id }, at, commandId(0x400))
const complete = (who = person, id = completion, at = on('11-02')): Step =>
  asked('CompletePersonErasure', { person: who }, at, id)

describe('ChangePersonDetails, rule 20', () => {
  it('records a new commitment', () => {
    expect(outcome(story(), change('c'))).toEqual([
      { type: 'PersonDetailsChanged', data: { person, commitment: hashOf('c') } }
    ])
  })
  it('says nothing new of the commitment recorded last', () => {
    expect(outcome(story(), change('b'))).toEqual([])
  })
  it('keeps every commitment in the order of recording', () => {
    expect(story(change('c')).state.persons[person]?.details.map(({ commitment }) => commitment)).toEqual([
      hashOf('b'),
      hashOf('c')
    ])
  })
  it('needs a person whom a mandate made known', () => {
    expect(outcome(story(), change('c', personOf('z')))).toMatchObject({
      tag: 'ReferenceUnknown',
      field: 'payload.person',
      details: { kind: 'person' }
    })
  })
  it.each([
    ['asked for', [ask()]],
    ['done', [ask(), complete()]]
  ])('is refused once the erasure is %s', (_, steps) => {
    expect(outcome(story(...steps), change('c'))).toMatchObject({
      tag: 'PersonIsErased',
      value: person,
      details: { askedAt: on('11-01') }
    })
  })
})

describe('AskPersonErasure, rule 20', () => {
  it('names the command that will complete it', () => {
    expect(outcome(story(), ask())).toEqual([{ type: 'PersonErasureAsked', data: { person, completion } }])
  })
  it('is asked once', () => {
    expect(outcome(story(ask()), ask(person, commandId(0x501)))).toEqual([])
    expect(outcome(story(ask(), complete()), ask(person, commandId(0x501)))).toEqual([])
  })
  it('is completed neither by itself nor by the command of another erasure', () => {
    expect(outcome(story(), ask(person, commandId(0x400)))).toMatchObject({
      tag: 'CompletionTaken',
      details: { by: commandId(0x400) }
    })
    expect(outcome(story(ask()), ask(personOf('a')))).toMatchObject({
      tag: 'CompletionTaken',
      details: { by: person }
    })
  })
  it('needs a person who was known then (rule 2)', () => {
    expect(outcome(story(), ask(personOf('z')))).toMatchObject({ tag: 'ReferenceUnknown' })
    expect(outcome(story(), ask(person, completion, on('10-05')))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo'
    })
  })
})

describe('CompletePersonErasure, rule 20', () => {
  it('is done by the command that was named', () => {
    expect(outcome(story(ask()), complete())).toEqual([{ type: 'PersonErased', data: { person } }])
  })
  it('is not done by another command', () => {
    expect(outcome(story(ask()), complete(person, commandId(0x501)))).toMatchObject({
      tag: 'ErasureCompletionDiffers',
      field: 'id',
      details: { completion }
    })
  })
  it('is done once', () => {
    expect(outcome(story(ask(), complete()), complete())).toEqual([])
  })
  it('was asked for, and before', () => {
    expect(outcome(story(), complete())).toMatchObject({ tag: 'ErasureNotAsked', value: person })
    expect(outcome(story(ask()), complete(person, completion, on('10-31')))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo'
    })
  })
})

describe('an erased person, rule 20', () => {
  it('gets no new mandate', () => {
    expect(outcome(story(ask()), mandate('A2-m2', {}, on('11-05')))).toMatchObject({
      tag: 'PersonIsErased',
      field: 'payload.person'
    })
  })
  it('leaves every mandate, and with it every count, as it was', () => {
    const [before, then] = [story(), story(ask(), complete())].map(({ state }) =>
      coalitionAt(state, on('12-01')).mandate('A2-m1' as MandateRef)
    )
    expect(then).toEqual(before)
  })
  it('waits for its completion, with who asked, until it is done', () => {
    expect(erasures(story(ask()).state)).toMatchObject([
      { person, completion, done: false, recordedBy: 'A1-m1', actor: { as: 'office', office: 'convenor' } }
    ])
    expect(erasures(story(ask(), complete()).state)).toMatchObject([{ person, done: true }])
  })
})
