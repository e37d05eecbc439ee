import { type Act, after, found, type Log, shown } from '../../test/path-log'
import { act, entered, gathered, onText, replacing } from '../../test/views-story'

const amending =
  (ref: string, by: string, at: string, old: string, wanted: string) =>
  (log: Log): Act =>
    act('ProposeAmendment', by, at, {
      ref,
      ...onText(log, 'P3'),
      language: 'ar',
      operations: [replacing(log, 'P3', 'b1', old, wanted)],
      materiality: 'substantive'
    })

const settling = (collision: string, at: string, resolution: object) => (log: Log) => {
  const row = found(shown(log, 'collisions', { ref: collision }), 'collisions', `collision=${collision}`) as {
    readonly hash: string
    readonly first: { readonly ref: string }
    readonly second: { readonly ref: string }
  }
  return act('ResolveCollision', 'A4', at, {
    collision,
    resolution: { of: row.hash, between: [row.first.ref, row.second.ref], ...resolution },
    reason: 'مثال توضيحي: اتفق الطرفان'
  })
}

const accepting = (amendment: string, at: string) => (log: Log) => {
  const { revision, textHash } = onText(log, 'P3')
  return act('AcceptAmendment', 'A4', at, { amendment, revision, textHash })
}

/** `P3` of A4: A2 asks for one word in place of «السوق», A3 for another and A5 for the very same as A3. */
const three = after(
  gathered,
  entered('refining', '12-01T09:00'),
  amending('P3-A1', 'A2', '12-02T09:00', 'السوق', 'المدرسة'),
  amending('P3-A2', 'A3', '12-02T10:00', 'السوق', 'المستوصف'),
  amending('P3-A3', 'A5', '12-02T11:00', 'السوق', 'المستوصف')
)

/** Settled for A2; the loser is put in first, then the winner. */
const loserIn = after(
  three,
  settling('P3-X1', '12-03T09:00', { take: 'one', ref: 'P3-A1' }),
  accepting('P3-A2', '12-04T09:00')
)
const winnerIn = after(loserIn, accepting('P3-A1', '12-05T09:00'))

const fate = (log: Log, association: string, amendment: string) =>
  found(
    shown(log, 'fates'),
    'associations',
    `association=${association}`,
    'amendments',
    `amendment=${amendment}`
  )

const toTheWinner = { collision: 'P3-X1', take: 'one', to: 'P3-A1', since: 3, actor: { association: 'A4' } }

describe('An amendment that was put in before what stands over it', () => {
  it('is in the text until then, and nowhere said to have given way', () => {
    expect(fate(loserIn, 'A3', 'P3-A2')).toMatchObject({ standing: 'acceptedByAuthor', revision: 2 })
    expect(fate(loserIn, 'A3', 'P3-A2')).not.toHaveProperty('gaveWay')
    expect(found(shown(loserIn, 'collisions'), 'collisions', 'collision=P3-X1')).not.toHaveProperty(
      'inTextSince'
    )
  })

  it('shows in the fate report to what it gave way, and since which revision', () => {
    expect(fate(winnerIn, 'A3', 'P3-A2')).toMatchObject({
      standing: 'acceptedByAuthor',
      revision: 2,
      gaveWay: [toTheWinner]
    })
    expect(fate(winnerIn, 'A2', 'P3-A1')).not.toHaveProperty('gaveWay')
  })

  it('so does one that was contained in it', () => {
    expect(fate(winnerIn, 'A5', 'P3-A3')).toMatchObject({
      standing: 'moot',
      because: { kind: 'alreadyContained', revision: 2 },
      gaveWay: [{ ...toTheWinner, collision: 'P3-X2' }]
    })
  })

  it('shows on the desk, with its last fate', () => {
    const desk = found(shown(winnerIn, 'amendments', { ref: 'P3' }), 'submissions', 'submission=P3')
    expect(found(desk, 'amendments', 'amendment=P3-A2')).toMatchObject({
      fates: [{ status: 'acceptedByAuthor', gaveWay: [toTheWinner] }]
    })
    expect(found(desk, 'collisions', 'collision=P3-X1')).toMatchObject({ inTextSince: 3 })
  })

  it('shows in the register of collisions since when the text has what was settled', () => {
    const register = shown(winnerIn, 'collisions')
    expect(found(register, 'collisions', 'collision=P3-X1')).toMatchObject({ inTextSince: 3 })
    expect(found(register, 'collisions', 'collision=P3-X2')).toMatchObject({
      inTextSince: 3,
      history: [{ status: 'detected' }, { status: 'resolved', like: 'P3-X1' }]
    })
  })

  it('shows in the provenance of the text that had its words', () => {
    const [block] = found(shown(winnerIn, 'provenance', { ref: 'P3@2' }), 'blocks') as ReadonlyArray<never>
    expect(found(block, 'runs')).toMatchObject([
      {},
      { words: 'المستوصف', source: { amendments: [{ amendment: 'P3-A2', gaveWay: [toTheWinner] }] } },
      {}
    ])
  })

  it('gave way to a third text once both sides are in', () => {
    const third = after(
      three,
      log =>
        settling('P3-X1', '12-03T09:00', {
          take: 'third',
          operations: [replacing(log, 'P3', 'b1', 'السوق', 'المدرسة والمستوصف')]
        })(log),
      accepting('P3-A2', '12-04T09:00')
    )
    expect(fate(third, 'A3', 'P3-A2')).not.toHaveProperty('gaveWay')
    const both = after(third, accepting('P3-A1', '12-05T09:00'))
    const inAll = [
      { collision: 'P3-X1', take: 'third', since: 3 },
      { collision: 'P3-X2', take: 'third', since: 3, like: 'P3-X1' }
    ]
    for (const [association, ref] of [
      ['A2', 'P3-A1'],
      ['A3', 'P3-A2']
    ] as const)
      expect(fate(both, association, ref)).toMatchObject({
        gaveWay: inAll.filter(({ collision }) => association === 'A2' || collision === 'P3-X1')
      })
  })

  it('has not given way where what stood over it gave way itself, at that place', () => {
    const chain = after(
      gathered,
      entered('refining', '12-01T09:00'),
      amending('P3-A1', 'A2', '12-02T09:00', 'إلى السوق', 'نحو المدرسة'),
      amending('P3-A2', 'A3', '12-02T10:00', 'السوق', 'المستوصف'),
      amending('P3-A3', 'A5', '12-02T11:00', 'إلى', 'صوب'),
      settling('P3-X1', '12-03T09:00', { take: 'one', ref: 'P3-A1' }),
      settling('P3-X2', '12-03T10:00', { take: 'one', ref: 'P3-A3' }),
      accepting('P3-A2', '12-04T09:00'),
      accepting('P3-A1', '12-04T10:00')
    )
    expect(fate(chain, 'A3', 'P3-A2')).toMatchObject({ gaveWay: [{ to: 'P3-A1', since: 3 }] })
    const end = after(chain, accepting('P3-A3', '12-04T11:00'))
    expect(fate(end, 'A3', 'P3-A2')).not.toHaveProperty('gaveWay')
    expect(fate(end, 'A2', 'P3-A1')).toMatchObject({ gaveWay: [{ to: 'P3-A3', since: 4 }] })
    const words = found(shown(end, 'provenance', { ref: 'P3' }), 'blocks') as ReadonlyArray<object>
    expect(JSON.stringify(words)).toContain('المستوصف')
  })
})

describe('An amendment that gave way in a collision that was settled again otherwise', () => {
  const moot = after(
    gathered,
    entered('refining', '12-01T09:00'),
    amending('P3-A1', 'A2', '12-02T09:00', 'السوق', 'المدرسة'),
    log =>
      act('ReviseText', 'A4', '12-02T10:00', {
        ...onText(log, 'P3'),
        operations: [replacing(log, 'P3', 'b1', 'السوق', 'المستوصف')],
        materiality: 'substantive',
        why: 'مثال توضيحي'
      }),
    settling('P3-X1', '12-03T09:00', { take: 'one', ref: 'P3@2' })
  )
  const again = after(
    moot,
    act('ReopenCollision', 'A4', '12-03T10:00', { collision: 'P3-X1', reason: 'مثال توضيحي' }),
    settling('P3-X1', '12-03T11:00', {
      take: 'third',
      operations: [replacing(gathered, 'P3', 'b1', 'السوق', 'المدرسة والمستوصف')]
    })
  )
  const fates = (log: Log) =>
    found(
      shown(log, 'amendments', { ref: 'P3' }),
      'submissions',
      'submission=P3',
      'amendments',
      'amendment=P3-A1',
      'fates'
    )

  it('tells of that time to what it gave way then', () => {
    for (const log of [moot, again])
      expect(fates(log)).toMatchObject([
        { status: 'moot', gaveWay: [{ collision: 'P3-X1', take: 'one', to: 'P3@2', since: 2 }] },
        ...(log === moot ? [] : [{ status: 'reopened' }])
      ])
  })
})

describe('An amendment all of which is in the text', () => {
  it('is not said to have given way to that very text', () => {
    const log = after(
      three,
      so =>
        settling('P3-X1', '12-03T09:00', {
          take: 'third',
          operations: [replacing(so, 'P3', 'b1', 'السوق', 'المدرسة والمستوصف')]
        })(so),
      accepting('P3-A1', '12-04T09:00'),
      accepting('P3-A2', '12-05T09:00')
    )
    const { because, gaveWay } = fate(log, 'A5', 'P3-A3') as {
      readonly because: { readonly kind: string; readonly revision: number }
      readonly gaveWay?: ReadonlyArray<{ readonly since: number }>
    }
    expect(because.kind).toBe('alreadyContained')
    expect((gaveWay ?? []).filter(({ since }) => since <= because.revision)).toEqual([])
  })
})

describe('An open collision', () => {
  const row = (log: Log, ref = 'P3-X1') => found(shown(log, 'collisions'), 'collisions', `collision=${ref}`)

  it('keeps back the amendments that are not in yet, and nothing once it is settled', () => {
    expect(row(three)).toMatchObject({ keepsBack: ['P3-A1', 'P3-A2'] })
    expect(row(loserIn)).toMatchObject({ keepsBack: [] })
  })

  it('tells how the text reads by now, where that is otherwise than when it was recorded', () => {
    expect(row(three)).not.toHaveProperty('now')
    const revised = after(three, log =>
      act('ReviseText', 'A4', '12-03T10:00', {
        ...onText(log, 'P3'),
        operations: [replacing(log, 'P3', 'b1', 'إلى', 'نحو')],
        materiality: 'editorial',
        why: 'مثال توضيحي'
      })
    )
    expect(row(revised)).toMatchObject({ revision: 1, now: { revision: 2 } })
    expect(JSON.stringify(row(revised))).toContain('نحو السوق')
  })

  it('tells where each side wants a block', () => {
    const block = (words: string) => [{ kind: 'paragraph', text: words }]
    const inserting = (ref: string, by: string, at: string, words: string) => (log: Log) =>
      act('ProposeAmendment', by, at, {
        ref,
        ...onText(log, 'P3'),
        language: 'ar',
        operations: [{ op: 'insert', after: 'b1', blocks: block(words) }],
        materiality: 'substantive'
      })
    const log = after(
      gathered,
      entered('refining', '12-01T09:00'),
      inserting('P3-A1', 'A2', '12-02T09:00', 'بناء مدرسة'),
      inserting('P3-A2', 'A3', '12-02T10:00', 'فتح مستوصف')
    )
    expect(row(log)).toMatchObject({
      first: { wants: [{ op: 'insert', after: 'b1', blocks: block('بناء مدرسة') }] },
      second: { wants: [{ op: 'insert', after: 'b1', blocks: block('فتح مستوصف') }] }
    })
  })
})

describe('An amendment that lost a collision to one that is open', () => {
  const settled = after(three, settling('P3-X1', '12-03T09:00', { take: 'one', ref: 'P3-A1' }))
  const waits = (log: Log) =>
    found(
      shown(log, 'amendments'),
      'submissions',
      'submission=P3',
      'amendments',
      'amendment=P3-A2',
      'waitsFor'
    )
  const toDecide = (log: Log) =>
    (found(shown(log, 'today'), 'waiting') as ReadonlyArray<{ readonly what: string; readonly ref: string }>)
      .filter(({ what }) => what === 'amendmentToDecide')
      .map(({ ref }) => ref)

  it('waits for it, and for nobody to decide it', () => {
    expect(waits(three)).toEqual([])
    expect(waits(settled)).toEqual([{ collision: 'P3-X1', to: ['P3-A1'] }])
    expect(toDecide(settled)).toEqual(['P3-A1'])
  })

  it('is to be decided again once that one is withdrawn', () => {
    const withdrawn = after(settled, act('WithdrawAmendment', 'A2', '12-04T09:00', { amendment: 'P3-A1' }))
    expect(waits(withdrawn)).toEqual([])
    expect(toDecide(withdrawn)).toContain('P3-A2')
  })
})
