import * as E from 'fp-ts/lib/Either'
import fc from 'fast-check'
import {
  acting,
  adopted,
  adopting,
  adoptingSecond,
  after,
  associations,
  compiling,
  drafted,
  freezing,
  frozen,
  frozenHash,
  hashOf,
  outcomeOf,
  raised,
  rollCall,
  secondFrozen,
  submission,
  submissions,
  succeeds,
  superseded,
  times,
  V1,
  vote
} from '../../test/platform-story'
import { type AssociationRef } from '../kernel/envelope'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type SubmissionRef } from '../submission/ids'
import { type AdoptionVote, positionsOf } from './adopt'
import { documentHash } from './document'
import { clauseNumbers } from './numbers'
import { adoptionVoteAt, frozenAt, isFrozen, platformStanding } from './standing'
import { reopenedSubmissions, setAsidePlatform, takeBackPlatform, unfreezePlatform } from './unfreeze'
import { preambleHash } from './document'

const giving = { platform: V1, decision: 'M3-Q1' as DecisionRef, reason: 'مثال توضيحي: تدقيق إضافي' as Words }
const unfreezing = {
  at: times.later,
  decide: (coalition: Parameters<typeof unfreezePlatform>[0]) => unfreezePlatform(coalition, giving)
}
const settingAside = {
  at: times.later,
  decide: (coalition: Parameters<typeof setAsidePlatform>[0]) => setAsidePlatform(coalition, giving)
}
const annulling = (annulled: string) => ({
  at: times.later,
  decide: (coalition: Parameters<typeof takeBackPlatform>[0]) =>
    takeBackPlatform(coalition, { ...giving, annulled: annulled as DecisionRef })
})

describe('Freezing (rule 12)', () => {
  it('numbers the clauses and holds the whole document with its hash', () => {
    const freeze = frozen.freezes[0]
    expect(freeze?.document).toMatchObject({
      format: 1,
      process: 'khemisset',
      platform: 'V1',
      language: 'ar'
    })
    expect(freeze?.documentHash).toBe(freeze === undefined ? '' : documentHash(freeze.document))
    expect(clauseNumbers(frozen)).toEqual([
      { clause: 'V1.1', number: 1, submission: 'P3' },
      { clause: 'V1.2', number: 2, submission: 'P1' }
    ])
    expect(clauseNumbers(drafted)).toEqual([])
  })

  it('lists the exclusions with their fate as of the freeze, not as of the compilation', () => {
    const draft = after([compiling(times.compiled, { submissions: [...submissions, submission('P5')] })])
    const state = after(
      [freezing(times.frozen, [...submissions, submission('P5', { fate: 'deferred' })])],
      draft
    )
    expect(state.freezes[0]?.document.exclusions.map(({ ref, fate }) => [ref, fate])).toEqual([
      ['P2', 'mergedInto'],
      ['P5', 'deferred']
    ])
  })

  it('binds every submission in it, also the excluded, from the freeze on (rule 2)', () => {
    const bound = ['D1', 'P1', 'P2', 'P3', 'P9'].map(ref => frozenAt(frozen, ref as SubmissionRef))
    expect(bound).toEqual([times.frozen, times.frozen, times.frozen, times.frozen, undefined])
    expect(frozenAt(drafted, 'P1' as SubmissionRef)).toBeUndefined()
  })

  it('is taken back by unfreezing: the draft can be compiled and frozen again', () => {
    const open = after([unfreezing], frozen)
    expect([platformStanding(open), isFrozen(open)]).toEqual(['draft', false])
    expect(frozenAt(open, 'P1' as SubmissionRef)).toBeUndefined()
    expect(open.freezes[0]?.unfrozen?.reason).toBe(giving.reason)
    const again = after([freezing('2026-04-02T10:00:00.000+01:00')], open)
    expect(again.freezes.map(({ documentHash: hash }) => hash)).toEqual([frozenHash, frozenHash])
    expect(platformStanding(again)).toBe('frozen')
  })

  it('set aside reopens what was accepted, and a next version can be compiled', () => {
    const gone = after([settingAside], frozen)
    expect([platformStanding(gone), isFrozen(gone), frozenAt(gone, 'P1' as SubmissionRef)]).toEqual([
      'setAside',
      false,
      undefined
    ])
    expect(reopenedSubmissions(frozen)).toEqual(['D1', 'P3', 'P1'])
    expect(
      E.isRight(outcomeOf(compiling(times.later, { platforms: { V1: gone } }, { ref: 'V2' }), after([])))
    ).toBe(true)
  })
})

describe('Adopting (rule 13)', () => {
  it('puts every eligible association in exactly one place: without a word abstaining, not present absent', () => {
    expect(adopted.adoptions[0]).toMatchObject({
      documentHash: frozenHash,
      decision: 'M2-Q8',
      positions: [
        { association: 'A1', position: 'endorsing' },
        { association: 'A2', position: 'withReservations', clauses: ['V1.2'] },
        { association: 'A3', position: 'opposing' },
        { association: 'A4', position: 'abstaining' },
        { association: 'A5', position: 'absent' }
      ]
    })
    expect([platformStanding(adopted), adoptionVoteAt(adopted)]).toEqual(['adopted', times.adopted])
  })

  it('counts a word given through a proxy, and not one of somebody who is not there', () => {
    const said = [{ association: 'A5', vote: 'endorsing' }]
    const given = (proxies: AdoptionVote['proxies'], votes: Parameters<typeof rollCall>[0]) =>
      positionsOf(vote(frozenHash, { method: rollCall(votes), proxies })).at(-1)?.position
    const holder = { from: 'A5' as AssociationRef, to: 'A1' as AssociationRef }
    expect(given([holder], said)).toBe('endorsing')
    expect(given([holder], [])).toBe('abstaining')
    expect(given([], said)).toBe('absent')
  })

  it('never leaves an eligible association out or names one twice', () => {
    const some = fc.subarray([...associations])
    const anyWord = fc.constantFrom('endorsing', 'opposing', 'abstaining')
    fc.assert(
      fc.property(some, some, some, anyWord, (eligible, present, voters, word) => {
        const method = rollCall(voters.map(association => ({ association, vote: word })))
        const positions = positionsOf(vote(hashOf('0'), { eligible, present, method }))
        expect(positions.map(({ association }) => association)).toEqual(eligible)
      })
    )
  })

  it('fixes the text for good: nothing is compiled, written, moved, unfrozen or set aside any more', () => {
    const write = acting('WritePreamble', { platform: 'V1', blocks: [], was: preambleHash([]) }, times.later)
    const move = acting('MoveClause', { platform: 'V1', submission: 'P1', after: 'start' }, times.later)
    const refused = [
      compiling(times.later),
      write,
      move,
      unfreezing,
      settingAside,
      adopting(times.later, frozenHash)
    ]
      .map(act => outcomeOf(act, adopted))
      .map(outcome => (E.isLeft(outcome) ? outcome.left.tag : 'accepted'))
    expect(new Set(refused)).toEqual(new Set(['PlatformIsAdopted']))
  })

  it('annulled with nothing built on it makes it a draft again, and the vote stays on record (rule 1)', () => {
    const state = after([annulling('M2-Q8')], adopted)
    expect([platformStanding(state), adoptionVoteAt(state)]).toEqual(['draft', undefined])
    expect(state.adoptions[0]?.takenBack?.decision).toBe('M3-Q1')
    expect(outcomeOf(annulling('M1-Q1'), adopted)).toEqual(E.right([]))
    expect(outcomeOf(annulling('M2-Q7'), adopted)).toMatchObject({ left: { tag: 'PlatformIsAdopted' } })
    expect(outcomeOf(annulling('M2-Q7'), frozen)).toMatchObject({ right: [{ type: 'PlatformUnfrozen' }] })
    expect(outcomeOf(annulling('M2-Q8'), raised)).toMatchObject({ left: { tag: 'AdoptionIsBuiltOn' } })
  })
})

describe('Superseding (rule 13)', () => {
  it('says of each clause of the old where it is now or why it was dropped, in the append of the adoption', () => {
    const act = adoptingSecond([succeeds('V1.2', undefined, 'مثال توضيحي: تحقق'), succeeds('V1.1', 'V2.1')])
    expect(outcomeOf(act, secondFrozen)).toMatchObject({
      right: [
        { type: 'PlatformAdopted', stream: 'platform-khemisset.V2' },
        {
          type: 'PlatformSuperseded',
          stream: 'platform-khemisset.V1',
          data: {
            by: 'V2',
            clauses: [
              { clause: 'V1.1', to: 'V2.1' },
              { clause: 'V1.2', droppedBecause: 'مثال توضيحي: تحقق' }
            ]
          }
        }
      ]
    })
    expect(platformStanding(superseded)).toBe('superseded')
    expect(isFrozen(superseded)).toBe(true)
  })

  it('refuses successors that are not in the new version, and clauses that the old does not have', () => {
    const refused = [
      adoptingSecond([succeeds('V1.1', 'V2.3'), succeeds('V1.2', 'V2.2')]),
      adoptingSecond([succeeds('V1.3', 'V2.1')])
    ].map(act => outcomeOf(act, secondFrozen))
    expect(refused).toMatchObject([
      { left: { tag: 'ReferenceUnknown', field: 'payload.succession.0.to' } },
      { left: { tag: 'ReferenceUnknown', field: 'payload.succession.0.clause' } }
    ])
  })
})

describe('DissociateFromPlatform (rule 13)', () => {
  const leave = acting(
    'DissociateFromPlatform',
    { platform: 'V1', reason: 'مثال توضيحي: تغير الموقف' },
    times.later,
    {
      actor: { as: 'association', association: 'A3' as AssociationRef, mandate: 'A3-m1' as never }
    }
  )

  it('is shown after the adoption, and changes neither hash nor positions', () => {
    const state = after([leave], adopted)
    expect(state.dissociations).toMatchObject({ A3: { association: 'A3' } })
    expect(state.adoptions).toEqual(adopted.adoptions)
    expect(outcomeOf(leave, state)).toEqual(E.right([]))
  })

  it('is the act of an association', () => {
    const office = acting('DissociateFromPlatform', { platform: 'V1', reason: 'x' }, times.later)
    expect(outcomeOf(office, adopted)).toMatchObject({ left: { tag: 'ReferenceUnknown', field: 'actor.as' } })
  })
})
