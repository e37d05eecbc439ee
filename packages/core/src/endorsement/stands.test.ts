import fc from 'fast-check'
import {
  act,
  type Act,
  at,
  endorses,
  eventsOf,
  objects,
  refusalOf,
  revises,
  story,
  submits
} from '../../test/submission-story'
import { reviseText } from '../submission/revise-text'
import { revisionsOf } from '../submission/queries'
import { liveStands, standAt } from './stands'
import { type AssociationRef } from '../kernel/envelope'
import { standsMadeStale } from './made-stale'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'

const told = story().after(submits('P1'))
const A2 = 'A2' as AssociationRef
const A3 = 'A3' as AssociationRef
const substantive = (when: string) => revises('P1', when, ['b1', 'توفير', 'تعميم'])
const editorial = (when: string) =>
  revises('P1', when, ['b2', 'إصلاح', 'تجديد'], { materiality: 'editorial' })
const reaffirms = (by: string, when: string, over: object = {}) =>
  act('ReaffirmEndorsement', by, when, { submission: 'P1', ...over })
const withdraws = (by: string, when: string) => act('WithdrawEndorsement', by, when, { submission: 'P1' })
const lifts = (by: string, when: string) =>
  act('LiftObjection', by, when, { submission: 'P1', reason: 'تم التوضيح' })
const reserved = { reservations: [{ block: 'b2', reason: 'الكلفة' }] }

describe('A stand', () => {
  it('is an endorsement, one with reservations by block, or an objection, on an exact text', () => {
    const stood = told.after(
      endorses('P1', 'A2', '10:00'),
      endorses('P1', 'A3', '10:01', reserved),
      objects('P1', 'A4', '10:02')
    )
    expect(stood.stands('P1')).toEqual(['A2 endorsement live', 'A3 reservation live', 'A4 objection live'])
  })

  it('may be of an author’s association too', () => {
    expect(told.after(endorses('P1', 'A1', '10:00')).stands('P1')).toEqual(['A1 endorsement live'])
  })

  it('is not said twice', () => {
    expect(eventsOf(told.after(endorses('P1', 'A2', '10:00')).when(endorses('P1', 'A2', '11:00')))).toEqual(
      []
    )
    expect(eventsOf(told.after(objects('P1', 'A2', '10:00')).when(objects('P1', 'A2', '11:00')))).toEqual([])
  })

  it.each([
    ['of an office', { ...endorses('P1', 'A2', '10:00'), by: 'secretary' }, 'NotAnAssociation'],
    [
      'on what is not there',
      endorses('P9', 'A2', '10:00', { revision: 1, textHash: `sha256:${'0'.repeat(64)}` }),
      'ReferenceUnknown'
    ],
    ['before it was brought (rule 2)', endorses('P1', 'A2', '10-31 10:00'), 'PrecedesWhatItRefersTo'],
    [
      'with a reservation on no block of it',
      endorses('P1', 'A2', '10:00', { reservations: [{ block: 'b9', reason: 'x' }] }),
      'ReferenceUnknown'
    ],
    [
      'with two reservations on one block',
      endorses('P1', 'A2', '10:00', { reservations: [...reserved.reservations, ...reserved.reservations] }),
      'NamedTwice'
    ],
    [
      'with an objection to no block of it',
      objects('P1', 'A2', '10:00', { blocks: ['b9'] }),
      'ReferenceUnknown'
    ],
    [
      'on another text (rule 16)',
      endorses('P1', 'A2', '10:00', { revision: 1, textHash: `sha256:${'0'.repeat(64)}` }),
      'TextHasMoved'
    ]
  ])('is refused %s', (_, asked, tag) => {
    expect(refusalOf(told.when(asked)).tag).toBe(tag)
  })
})

describe('One live stand per association and submission (rule 10)', () => {
  const words: ReadonlyArray<(by: string, when: string) => Act> = [
    (by, when) => endorses('P1', by, when),
    (by, when) => endorses('P1', by, when, reserved),
    (by, when) => objects('P1', by, when),
    (_, when) => substantive(when),
    (_, when) => editorial(when),
    withdraws,
    lifts,
    (by, when) => reaffirms(by, when)
  ]
  const some = fc.array(
    fc.record({
      word: fc.constantFrom(...words),
      by: fc.constantFrom('A2', 'A3'),
      minute: fc.integer({ min: 10, max: 59 })
    }),
    { maxLength: 9 }
  )

  it('whatever they say, and whenever', () => {
    fc.assert(
      fc.property(some, said => {
        let so = told
        for (const { word, by, minute } of said) {
          const asked = word(by, `10:${minute}`)
          if ('events' in so.when(asked)) so = so.after(asked)
        }
        const live = liveStands(so.of('P1'), at('12:00'), [A2, A3])
        expect(new Set(live.map(({ association }) => association)).size).toBe(live.length)
      }),
      { numRuns: 60 }
    )
  })

  it('a new one takes the place of the former', () => {
    const so = told.after(endorses('P1', 'A2', '10:00'), objects('P1', 'A2', '10:10'))
    expect(so.stands('P1')).toEqual(['A2 objection live'])
    expect(so.after(endorses('P1', 'A2', '10:20')).stands('P1')).toEqual(['A2 endorsement live'])
  })

  it('is read as it happened, not as it was typed (rule 2)', () => {
    const acts = [
      endorses('P1', 'A2', '10:00'),
      endorses('P1', 'A2', '10:20', reserved),
      objects('P1', 'A2', '10:40'),
      endorses('P1', 'A3', '10:30')
    ]
    const inOrder = told.after(...acts)
    fc.assert(
      fc.property(fc.shuffledSubarray(acts, { minLength: 4 }), typed => {
        const other = told.after(...typed)
        for (const when of ['10:10', '10:25', '10:35', '11:00']) {
          for (const by of [A2, A3]) {
            const { event: _, ...stand } = standAt(other.of('P1'), by, at(when)) ?? {}
            const { event: __, ...expected } = standAt(inOrder.of('P1'), by, at(when)) ?? {}
            expect(stand).toEqual(expected)
          }
        }
      }),
      { numRuns: 24 }
    )
  })
})

describe('A substantive change', () => {
  const stood = told.after(
    endorses('P1', 'A2', '10:00'),
    endorses('P1', 'A3', '10:01', reserved),
    objects('P1', 'A4', '10:02'),
    objects('P1', 'A5', '10:03', { blocks: ['b2'] })
  )

  it('makes stands stale, in one event with the list, in its own append (rule 10)', () => {
    expect(eventsOf(stood.when(substantive('11:00')))[1]).toMatchObject({
      type: 'EndorsementBecameStale',
      data: {
        stands: [{ association: 'A2' }, { association: 'A3' }, { association: 'A4' }],
        was: { revision: 1 },
        now: { revision: 2 }
      }
    })
  })

  it('leaves an objection to blocks that it does not touch', () => {
    expect(stood.after(substantive('11:00')).stands('P1')).toEqual([
      'A2 endorsement stale',
      'A3 reservation stale',
      'A4 objection stale',
      'A5 objection live'
    ])
  })

  it('is not what an editorial one is: those stands hold', () => {
    const edited = stood.after(editorial('11:00'))
    expect(edited.stands('P1').every(stand => stand.endsWith('live'))).toBe(true)
    expect(edited.of('P1').stands.stale).toEqual([])
  })

  it('taken back makes them live again: their words are current again (rule 1)', () => {
    const so = told.after(endorses('P1', 'A2', '10:00'), editorial('10:30'), substantive('11:00'))
    const { submission, stands } = so.of('P1')
    const line = revisionsOf(submission)
    const [last, old] = [line.at(-1), line[1]]
    if (last === undefined || old === undefined) throw new Error('nothing is taken back')
    const back = reviseText(submission, {
      text: old.text,
      materiality: 'substantive',
      because: { kind: 'annulment', decision: 'M1-Q1' as DecisionRef },
      why: 'إلغاء' as Words
    })
    const { language, title, blocks, ...rest } = back
    const again = { ...last, ...rest, at: at('12:00'), text: { language, title, blocks } }
    const after = { submission: { ...submission, texts: { ar: [...line, again] } }, stands }
    expect(standAt(so.of('P1'), A2, at('23:00'))?.status).toBe('stale')
    expect(standAt(after, A2, at('23:00'))?.status).toBe('live')
    expect(standsMadeStale(so.of('P1'), back)).toBeUndefined()
  })
})

describe('A late stand (rule 2)', () => {
  const first = revisionsOf(told.submission('P1'))[0]
  const onFirst = { revision: 1, textHash: first?.textHash }
  const moved = told.after(substantive('11:00'))

  it('on the text that was current at its time is accepted, and stale in the same append', () => {
    expect(eventsOf(moved.when(endorses('P1', 'A2', '10:30', onFirst)))).toMatchObject([
      { type: 'EndorsementGiven', data: { revision: 1 } },
      {
        type: 'EndorsementBecameStale',
        data: { stands: [{ association: 'A2' }], was: { revision: 1 }, now: { revision: 2 } }
      }
    ])
    expect(eventsOf(moved.when(objects('P1', 'A2', '10:30', onFirst)))).toHaveLength(2)
  })

  it('is the same stand as one typed in time', () => {
    const late = moved.after(endorses('P1', 'A2', '10:30', onFirst))
    const inTime = told.after(endorses('P1', 'A2', '10:30'), substantive('11:00'))
    expect(late.stands('P1')).toEqual(inTime.stands('P1'))
    expect(standAt(late.of('P1'), A2, at('10:45'))?.status).toBe('live')
  })

  it('holds where only an editorial revision followed', () => {
    const edited = told.after(editorial('11:00'))
    expect(eventsOf(edited.when(endorses('P1', 'A2', '10:30', onFirst)))).toHaveLength(1)
  })

  it('on a text that was no longer, or not yet, current is refused', () => {
    expect(refusalOf(moved.when(endorses('P1', 'A2', '11:30', onFirst)))).toMatchObject({
      tag: 'TextHasMoved',
      rule: 16,
      details: { revision: 2 }
    })
    expect(refusalOf(moved.when(endorses('P1', 'A2', '10:30')))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo',
      details: { refersTo: 'P1@2' }
    })
  })
})

describe('ReaffirmEndorsement', () => {
  const stale = told.after(endorses('P1', 'A2', '10:00', reserved), substantive('11:00'))

  it('says a stale support again of the text as it is now, naming it; its reservations stay on their blocks', () => {
    expect(eventsOf(stale.when(reaffirms('A2', '12:00')))).toMatchObject([
      {
        type: 'EndorsementReaffirmed',
        data: { revision: 2, reservations: reserved.reservations, of: stale.entry(1) }
      }
    ])
    expect(stale.after(reaffirms('A2', '12:00')).stands('P1')).toEqual(['A2 reservation live'])
  })

  it('may drop or change them', () => {
    expect(stale.after(reaffirms('A2', '12:00', { reservations: [] })).stands('P1')).toEqual([
      'A2 endorsement live'
    ])
  })

  it('is not said twice', () => {
    const again = stale.after(reaffirms('A2', '12:00'))
    expect(eventsOf(again.when(reaffirms('A2', '13:00')))).toEqual([])
  })

  it.each([
    ['without any', told, 'none'],
    ['of an objection', told.after(objects('P1', 'A2', '10:00')), 'objection'],
    [
      'of what was withdrawn',
      told.after(endorses('P1', 'A2', '10:00'), withdraws('A2', '10:10')),
      'withdrawn'
    ]
  ])('is refused %s', (_, so, stand) => {
    expect(refusalOf(so.when(reaffirms('A2', '12:00')))).toMatchObject({
      tag: 'NothingToReaffirm',
      rule: 10,
      details: { stand }
    })
  })

  it('is an association’s act', () => {
    expect(refusalOf(stale.when(reaffirms('secretary', '12:00'))).tag).toBe('NotAnAssociation')
  })
})

describe('Taking a stand back', () => {
  const stood = told.after(endorses('P1', 'A2', '10:00'), objects('P1', 'A3', '10:00'))

  it('leaves it visible as withdrawn or lifted, and is said once', () => {
    const back = stood.after(withdraws('A2', '11:00'), lifts('A3', '11:00'))
    expect(back.stands('P1')).toEqual(['A2 endorsement withdrawn', 'A3 objection lifted'])
    expect(eventsOf(back.when(withdraws('A2', '12:00')))).toEqual([])
    expect(eventsOf(back.when(lifts('A3', '12:00')))).toEqual([])
  })

  it('is also possible of a stale one, and of what was declined (rule 6)', () => {
    const declined = stood.after(
      substantive('11:00'),
      act('decline', 'A1', '12:00', { submission: 'P1', reason: 'x' })
    )
    expect(eventsOf(declined.when(withdraws('A2', '13:00')))).toHaveLength(1)
  })

  it.each([
    ['of what is not there', stood, withdraws('A5', '11:00'), 'NoSupportToWithdraw'],
    ['of an objection as if it were support', stood, withdraws('A3', '11:00'), 'NoSupportToWithdraw'],
    ['of support as if it were an objection', stood, lifts('A2', '11:00'), 'NoObjectionToLift'],
    ['before it was taken (rule 2)', stood, withdraws('A2', '09:00'), 'PrecedesWhatItRefersTo'],
    ['before it was raised (rule 2)', stood, lifts('A3', '09:00'), 'PrecedesWhatItRefersTo'],
    ['in the name of an office', stood, withdraws('secretary', '11:00'), 'NotAnAssociation'],
    ['of an objection, in the name of an office', stood, lifts('secretary', '11:00'), 'NotAnAssociation']
  ])('is refused %s', (_, so, asked, tag) => {
    expect(refusalOf(so.when(asked)).tag).toBe(tag)
  })
})

describe('A stand taken back as a typing mistake', () => {
  const retracts = (entry: string, when = '13:00') =>
    act('RetractEntry', 'secretary', when, { in: 'P1', entry })
  const stood = told.after(objects('P1', 'A2', '10:00'), endorses('P1', 'A2', '11:00'))

  it('counts no more, stays struck through, and the one before it stands again', () => {
    const struck = stood.after(retracts(stood.entry(2)))
    expect(struck.stands('P1')).toEqual(['A2 objection live'])
    expect(struck.of('P1').stands.stands[A2]?.map(({ retracted }) => retracted !== undefined)).toEqual([
      false,
      true
    ])
    expect(eventsOf(struck.when(retracts(stood.entry(2), '14:00')))).toEqual([])
  })

  it('is refused, naming it, where a reaffirmation, a withdrawal or a lifting rests on it', () => {
    const reaffirmed = told.after(
      endorses('P1', 'A2', '10:00'),
      substantive('11:00'),
      reaffirms('A2', '12:00')
    )
    expect(refusalOf(reaffirmed.when(retracts(reaffirmed.entry(1))))).toMatchObject({
      tag: 'EntryIsNamed',
      rule: 1,
      details: { by: [reaffirmed.entry(3)] }
    })
    const withdrawn = stood.after(withdraws('A2', '12:00'))
    expect(refusalOf(withdrawn.when(retracts(stood.entry(2))))).toMatchObject({
      details: { by: [stood.entry(3)] }
    })
    expect(eventsOf(withdrawn.when(retracts(stood.entry(3))))).toHaveLength(1)
    const lifted = told.after(objects('P1', 'A2', '10:00'), lifts('A2', '11:00'))
    expect(refusalOf(lifted.when(retracts(lifted.entry(1)))).tag).toBe('EntryIsNamed')
  })

  it('is of an entry of the list, and not before it (rule 2)', () => {
    expect(refusalOf(stood.when(retracts(stood.entry(0)))).tag).toBe('EntryNotRetractable')
    expect(refusalOf(stood.when(retracts(stood.entry(2), '10:30'))).tag).toBe('PrecedesWhatItRefersTo')
  })
})
