import { after, asked, charterDraft, effect, on, open, outcome, type Step } from '../../test/process-story'
import { type DecisionRef } from '../meeting/ids'
import { textHash } from '../text/text-hash'
import { adoptCharter, confirmCharter } from './adopt-charter'
import { coalitionAt } from './coalition-at'

const M1Q1 = 'M1-Q1' as DecisionRef
const M2Q1 = 'M2-Q1' as DecisionRef
const enter = (terms: object = {}, text: object = {}): Step =>
  asked('EnterFoundingCharter', charterDraft(terms, text), on('10-20'))
const adopt = (ref: string, decision = M2Q1, terms: object = {}): Step =>
  effect(on('12-28'), coalition => adoptCharter({ ref, draft: charterDraft(terms), decision }, coalition))
const confirm = (ref: string, at = on('10-26'), decision = M1Q1): Step =>
  effect(at, coalition => confirmCharter({ ref, decision }, coalition))

describe('EnterFoundingCharter', () => {
  it('brings the first charter, without a decision', () => {
    const { text, terms } = charterDraft()
    expect(outcome(after(open()), enter())).toEqual([
      { type: 'CharterAdopted', data: { version: 1, text, terms, textHash: textHash(text) } }
    ])
  })

  it('is done once', () => {
    expect(outcome(after(open(), enter()), enter())).toMatchObject({
      tag: 'CharterAlreadyEntered',
      value: 'C1',
      details: { inForce: 'C1' }
    })
  })

  it('comes before the first sitting opens, also where it is dated back', () => {
    const sitting = { meeting: 'M1', openedAt: on('10-26') }
    expect(outcome(after(open()), enter(), sitting)).toMatchObject({
      tag: 'SittingAlreadyOpened',
      field: 'at',
      value: on('10-20'),
      details: sitting
    })
  })

  it('is written in the language that binds', () => {
    expect(outcome(after(open()), enter({}, { language: 'fr' }))).toMatchObject({
      tag: 'CharterLanguageDiffers',
      field: 'payload.text.language',
      value: 'fr',
      details: { authoritative: 'ar' }
    })
  })

  it.each([
    ['no block', { blocks: [] }, 'TextEmpty'],
    ['no title', { title: ' ' }, 'TitleEmpty'],
    [
      'a token of a person',
      { blocks: [{ kind: 'paragraph', text: `{p_${'a'.repeat(26)}}` }] },
      'PersonTokenNotAllowed'
    ]
  ])('is refused with %s', (_, text, problem) => {
    expect(outcome(after(open()), enter({}, text))).toMatchObject({
      tag: 'CharterTextRefused',
      details: { problem: { tag: problem } }
    })
  })

  const whole = { than: 'moreThan', fraction: { parts: 3, of: 3 } }
  const majority = { base: 'cast', threshold: whole }
  it.each([
    ['quorum', { quorum: whole }],
    ['secondCall.quorum', { secondCall: { quorum: whole, afterDays: 7 } }],
    ['majority.default', { majority: { default: majority } }],
    [
      'majority.bySubject.platform',
      {
        majority: {
          default: { base: 'cast', threshold: { than: 'atLeast', fraction: { parts: 1, of: 1 } } },
          bySubject: { platform: majority }
        }
      }
    ],
    ['amendCharter', { amendCharter: majority }]
  ])('is refused with more than the whole as %s', (name, terms) => {
    expect(outcome(after(open()), enter(terms))).toMatchObject({
      tag: 'ThresholdOutOfReach',
      field: `payload.terms.${name}`,
      details: { parts: 3, of: 3 }
    })
  })

  it('names each subject of a secret ballot once', () => {
    expect(
      outcome(after(open()), enter({ secretBallotFor: ['association', 'other', 'association'] }))
    ).toMatchObject({
      tag: 'NamedTwice',
      field: 'payload.terms.secretBallotFor',
      value: 'association'
    })
  })
})

describe('a charter that a meeting adopts', () => {
  it('is the first one under the founding rules', () => {
    expect(outcome(after(open()), adopt('C1'))).toMatchObject([
      { type: 'CharterAdopted', data: { version: 1, decision: 'M2-Q1' } }
    ])
  })

  it('amends the one before under the next number', () => {
    expect(outcome(after(open(), enter()), adopt('C2'))).toMatchObject([
      { type: 'CharterAdopted', data: { version: 2, decision: 'M2-Q1' } }
    ])
  })

  it('takes no other number', () => {
    expect(outcome(after(open(), enter()), adopt('C1'))).toMatchObject({
      tag: 'NumberNotNext',
      field: 'payload.subject.ref',
      value: 'C1',
      details: { next: 'C2' }
    })
  })

  it('is held to the same words and terms', () => {
    const terms = { quorum: { than: 'moreThan', fraction: { parts: 1, of: 1 } } }
    expect(outcome(after(open(), enter()), adopt('C2', M2Q1, terms))).toMatchObject({
      tag: 'ThresholdOutOfReach',
      field: 'payload.charter.terms.quorum'
    })
  })
})

describe('a charter that a meeting confirms', () => {
  it('is the founding one', () => {
    expect(outcome(after(open(), enter()), confirm('C1'))).toEqual([
      { type: 'CharterConfirmed', data: { version: 1, decision: 'M1-Q1' } }
    ])
  })

  it('needs no second confirmation', () => {
    expect(outcome(after(open(), enter(), confirm('C1')), confirm('C1', on('12-28'), M2Q1))).toEqual([])
    expect(outcome(after(open(), adopt('C1')), confirm('C1', on('12-29')))).toEqual([])
  })

  it('is the one in force', () => {
    expect(outcome(after(open(), enter(), adopt('C2')), confirm('C1', on('12-29')))).toMatchObject({
      tag: 'CharterNotInForce',
      value: 'C1',
      details: { inForce: 'C2' }
    })
  })

  it('exists, and did so then (rule 2)', () => {
    expect(outcome(after(open()), confirm('C1'))).toMatchObject({
      tag: 'ReferenceUnknown',
      value: 'C1',
      details: { kind: 'charter' }
    })
    expect(outcome(after(open(), enter()), confirm('C1', on('10-19')))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo',
      details: { refersTo: 'C1', since: on('10-20') }
    })
  })

  it('leaves what was before it as it was', () => {
    const { state } = after(open(), enter(), confirm('C1'))
    expect(coalitionAt(state, on('10-25')).charter.confirmed).toBe(false)
  })
})
