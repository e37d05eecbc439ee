import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AssociationRef } from '../kernel/envelope'
import { type CharterTerms, foundingTerms, type Threshold } from '../process/charter'
import { count, type Counted, judge } from './count'
import { type Method } from './decision'
import { type Voices } from './quorum'

const names = (amount: number): ReadonlyArray<AssociationRef> =>
  Array.from({ length: amount }, (_, index) => `A${index + 1}` as AssociationRef)

const voices: Voices = { present: names(10), proxies: [], eligible: names(12) }

const represented: Voices = {
  ...voices,
  proxies: [{ from: 'A11' as AssociationRef, to: 'A1' as AssociationRef }]
}

const half: Threshold = { than: 'moreThan', fraction: { parts: 1, of: 2 } as Threshold['fraction'] }
const usual: CharterTerms = {
  ...foundingTerms,
  majority: { default: { base: 'cast', threshold: half } },
  amendCharter: { base: 'eligible', threshold: half }
}

const counted = (method: unknown, also: Partial<Counted> = {}): Counted => ({
  subject: 'submission',
  motion: 'accept',
  method: method as Method,
  modified: false,
  terms: usual,
  voices,
  ...also
})

const hands = (inFavour: number, against: number, abstain = 0, chair?: 'for' | 'against') => ({
  kind: 'showOfHands',
  for: inFavour,
  against,
  abstain,
  ...(chair === undefined ? {} : { chair })
})

const outcomes = (asked: Counted): unknown => {
  const result = count(asked)
  return E.isLeft(result) ? result.left : result.right.outcomes
}

describe('The table of docs/reference/decisions.md', () => {
  const page = readFileSync(join(__dirname, '../../../../docs/reference/decisions.md'), 'utf8')
  const rows = page
    .split('\n')
    .filter(line => /^\| (consensus|vote|positions) /.test(line))
    .map(line =>
      line
        .split('|')
        .map(cell => cell.trim())
        .slice(1, 5)
    )

  it('has its rows', () => {
    expect(rows.length).toBeGreaterThan(20)
  })

  it.each(rows)('%s, %s, charter: %s → %s', (kind = '', said = '', charter = '', expected = '') => {
    const asked = counted(methodOf(kind, said), {
      terms: termsOf(charter),
      ...(kind === 'positions' ? { subject: 'platform', motion: 'adopt' } : {})
    })
    expect(outcomes(asked)).toEqual(expected.split(', '))
  })

  const methodOf = (kind: string, said: string): unknown => {
    if (kind === 'consensus') return consensusOf(said)
    const number = (word: string): number => Number(new RegExp(`${word} (\\d+)`).exec(said)?.[1])
    const chair = /the chair (for|against)/.exec(said)?.[1] as 'for' | 'against' | undefined
    return kind === 'vote'
      ? hands(number('for'), number('against'), number('abstain'), chair)
      : { kind: 'rollCall', votes: positions(number('for'), number('against')) }
  }

  const consensusOf = (said: string): unknown => ({
    kind: 'consensus',
    standAsides: ['A3'],
    blocks: said.startsWith('a block')
      ? [{ association: 'A2', ...(said.includes('without') ? {} : { reason: 'المس بالملك الغابوي' }) }]
      : []
  })

  const positions = (inFavour: number, against: number): unknown =>
    names(inFavour + against).map((association, index) => ({
      association,
      vote: index >= inFavour ? 'opposing' : index === 0 ? 'withReservations' : 'endorsing'
    }))

  const termsOf = (charter: string): CharterTerms => {
    const [, than, parts, of, base] = /(moreThan|atLeast) (\d)\/(\d) of (\w+)/.exec(charter) ?? []
    const majority =
      base === undefined
        ? usual.majority.default
        : { base, threshold: { than, fraction: { parts: Number(parts), of: Number(of) } } }
    return {
      ...usual,
      majority: { default: majority as CharterTerms['majority']['default'] },
      abstentionsCount: charter.includes('abstentions counted'),
      tie: charter.includes('chairDecides') ? 'chairDecides' : 'rejected',
      consensus: {
        blockNeedsReason: !charter.includes('every block'),
        fallback: charter.includes('fallback defer') ? 'defer' : 'vote'
      }
    }
  }
})

describe('Rule 5: what a count is measured by', () => {
  it('of those present, the associations that are represented among them', () => {
    const twoThirds = { than: 'atLeast', fraction: { parts: 2, of: 3 } } as Threshold
    const terms = { ...usual, majority: { default: { base: 'present' as const, threshold: twoThirds } } }
    expect(outcomes(counted(hands(7, 3), { terms }))).toEqual(['adopted'])
    expect(outcomes(counted(hands(7, 4), { terms, voices: represented }))).toEqual(['rejected'])
    expect(outcomes(counted(hands(8, 3), { terms, voices: represented }))).toEqual(['adopted'])
  })
})

describe('Rule 5: a count that cannot be', () => {
  it('refuses counts above those present and the proxies they hold, with the numbers', () => {
    expect(outcomes(counted(hands(8, 2, 1)))).toMatchObject({
      tag: 'CountsAbovePresent',
      rule: 5,
      details: { counted: 11, present: 10 }
    })
    expect(outcomes(counted(hands(8, 2, 1), { voices: represented }))).toEqual(['adopted'])
  })

  it('refuses a voter who is not present, and lets one vote that is represented', () => {
    const call = { kind: 'rollCall', votes: [{ association: 'A11', vote: 'for' }] }
    expect(outcomes(counted(call))).toMatchObject({
      tag: 'VoterNotPresent',
      value: 'A11',
      details: { present: 10 }
    })
    expect(outcomes(counted(call, { voices: represented }))).toEqual(['adopted'])
  })

  it('refuses a block by who is not present, and a name that stands twice', () => {
    const consensus = (blocks: ReadonlyArray<object>) => ({ kind: 'consensus', standAsides: ['A1'], blocks })
    expect(outcomes(counted(consensus([{ association: 'A12', reason: 'لا' }])))).toMatchObject({
      tag: 'VoterNotPresent'
    })
    expect(outcomes(counted(consensus([{ association: 'A1' }])))).toMatchObject({
      tag: 'NamedTwice',
      value: 'A1'
    })
  })

  it('refuses another outcome than the count gives, with the numbers', () => {
    expect(judge(counted(hands(4, 5, 1)), 'adopted')).toMatchObject(
      E.left({
        tag: 'OutcomeDiffers',
        rule: 5,
        value: 'adopted',
        details: {
          declared: 'adopted',
          computed: ['rejected'],
          for: 4,
          against: 5,
          abstain: 1,
          base: 9,
          parts: 1,
          of: 2
        }
      })
    )
  })

  it('names who broke a consensus, and what the charter says then', () => {
    const broken = { kind: 'consensus', standAsides: [], blocks: [{ association: 'A2', reason: 'لا' }] }
    expect(judge(counted(broken), 'adopted')).toMatchObject(
      E.left({ tag: 'ConsensusIsBroken', details: { blocks: ['A2'], fallback: 'vote' } })
    )
    expect(judge(counted(broken), 'noDecision')).toEqual(E.right('noDecision'))
  })

  it('asks for the chair’s vote where it decides, and refuses it elsewhere', () => {
    const terms: CharterTerms = { ...usual, tie: 'chairDecides' }
    expect(outcomes(counted(hands(4, 4), { terms }))).toMatchObject({
      tag: 'ChairVoteMissing',
      details: { for: 4, against: 4 }
    })
    expect(outcomes(counted(hands(5, 4, 0, 'for'), { terms }))).toMatchObject({ tag: 'ChairDoesNotDecide' })
    expect(outcomes(counted(hands(4, 4, 0, 'for')))).toMatchObject({ tag: 'ChairDoesNotDecide' })
  })

  it('takes by secret ballot only what the charter lists', () => {
    const terms: CharterTerms = { ...usual, secretBallotFor: ['association'] }
    const suspension = { terms, subject: 'association', motion: 'suspend' } as const
    expect(outcomes(counted(hands(6, 1), suspension))).toMatchObject({
      tag: 'MethodNotAllowed',
      details: { allowed: 'secretBallot' }
    })
    const ballot = { kind: 'secretBallot', for: 6, against: 1, abstain: 0, tellers: ['A1-m1'] }
    expect(outcomes(counted(ballot, suspension))).toEqual(['adopted'])
  })

  it('measures a charter’s amendment by its own majority', () => {
    const amendment = { subject: 'charter', motion: 'adopt' } as const
    expect(outcomes(counted(hands(6, 0, 4), amendment))).toEqual(['rejected'])
    expect(outcomes(counted(hands(7, 0, 3), amendment))).toEqual(['adopted'])
  })

  it('measures a subject by the majority that the charter names for it', () => {
    const terms: CharterTerms = {
      ...usual,
      majority: { ...usual.majority, bySubject: { merge: { base: 'present', threshold: half } } }
    }
    expect(outcomes(counted(hands(5, 1), { terms }))).toEqual(['adopted'])
    expect(outcomes(counted(hands(5, 1), { terms, subject: 'merge', motion: 'merge' }))).toEqual(['rejected'])
  })
})

describe('Rule 13: the adoption of a platform', () => {
  const adoption = { subject: 'platform', motion: 'adopt' } as const
  const call = (words: ReadonlyArray<string>) => ({
    kind: 'rollCall',
    votes: words.map((vote, index) => ({ association: `A${index + 1}`, vote }))
  })

  it('is by roll call only, never secret, also where the charter would have it so', () => {
    const terms: CharterTerms = { ...usual, secretBallotFor: ['platform'] }
    const ballot = { kind: 'secretBallot', for: 10, against: 0, abstain: 0, tellers: ['A1-m1'] }
    expect(outcomes(counted(ballot, { ...adoption, terms }))).toMatchObject({
      tag: 'MethodNotAllowed',
      details: { allowed: 'rollCall' }
    })
  })

  it('takes positions, and other roll calls take votes', () => {
    expect(outcomes(counted(call(['for']), adoption))).toMatchObject({
      tag: 'VoteNotAllowed',
      value: 'for',
      details: { association: 'A1' }
    })
    expect(outcomes(counted(call(['endorsing'])))).toMatchObject({
      tag: 'VoteNotAllowed',
      value: 'endorsing'
    })
  })

  it('counts who is present without a word as abstaining', () => {
    const result = count(counted(call(['endorsing', 'withReservations', 'opposing']), adoption))
    expect(result).toMatchObject(E.right({ measure: { for: 2, against: 1, abstain: 7 } }))
    const terms: CharterTerms = { ...usual, abstentionsCount: true }
    expect(outcomes(counted(call(['endorsing', 'endorsing', 'opposing']), { ...adoption, terms }))).toEqual([
      'rejected'
    ])
  })
})

describe('An amendment that the meeting modified', () => {
  it('is adopted as modified, and nothing else is', () => {
    const modified = { modified: true, subject: 'amendment' } as const
    expect(outcomes(counted(hands(6, 1), modified))).toEqual(['adoptedAsModified'])
    expect(outcomes(counted(hands(6, 1), { modified: true }))).toEqual(['adopted'])
  })
})

describe('Any count', () => {
  it('gives at least one outcome and never both adopted and rejected; one vote more for never turns it against', () => {
    const threshold = fc.record({
      than: fc.constantFrom('moreThan' as const, 'atLeast' as const),
      fraction: fc
        .integer({ min: 1, max: 9 })
        .chain(of => fc.record({ parts: fc.nat(of), of: fc.constant(of) }))
    })
    const votes = fc
      .tuple(fc.nat(4), fc.nat(4), fc.nat(2))
      .map(([inFavour, against, abstain]) => hands(inFavour, against, abstain))
    fc.assert(
      fc.property(
        votes,
        threshold,
        fc.constantFrom('cast', 'present', 'eligible'),
        fc.boolean(),
        (vote, by, base, counting) => {
          const terms = {
            ...usual,
            majority: { default: { base, threshold: by } },
            abstentionsCount: counting
          } as CharterTerms
          const given = outcomes(counted(vote, { terms })) as ReadonlyArray<string>
          const more = outcomes(counted({ ...vote, for: vote.for + 1 }, { terms })) as ReadonlyArray<string>
          expect(given.length).toBeGreaterThan(0)
          expect(given.includes('adopted') && given.includes('rejected')).toBe(false)
          if (given.includes('adopted') && vote.for + 1 !== vote.against) expect(more).toContain('adopted')
        }
      )
    )
  })
})
