import { type MootBecause } from '@ardiya/core/amendment/events'
import { type GaveWay } from '@ardiya/core/views/gave-way'
import { type Operation } from '@ardiya/core/text/operation'
import { quoted } from '../say'
import { gaveWayWords, mootWords } from './moot-words'
import { operationWords } from './operation-words'

const settled = (over: object): GaveWay =>
  ({
    collision: 'P1-X1',
    take: 'one',
    to: 'P1-A2',
    since: 2,
    at: '2025-12-28T11:00:00.000+01:00',
    actor: { as: 'association', association: 'A2', mandate: 'A2-m1' },
    reason: 'مثال توضيحي',
    ...over
  }) as unknown as GaveWay // a page reads no more of its view than is given here

const gaveWay = { kind: 'gaveWay', collisions: ['P1-X1'], revision: 2 }

const left = [
  { operation: { op: 'retitle', old: 'الماء', new: 'المياه' }, why: 'titleIsNew' },
  { operation: { op: 'delete', block: 'b3', old: 'إنارة' }, why: 'wordsGone' }
]

const leftWords = [
  `title: ${quoted('الماء')} becomes ${quoted('المياه')} (the title is a new one)`,
  `b3: delete ${quoted('إنارة')} (the words it would change are not there)`
].join('; ')

describe('Why an amendment is moot', () => {
  it.each([
    [{ kind: 'withdrawn' }, [], 'P1 was withdrawn'],
    [{ kind: 'declined', decision: 'M2-Q3' }, [], 'P1 was declined (M2-Q3)'],
    [
      { kind: 'mergedInto', into: 'P4', why: 'wordsGone' },
      [],
      'P1 was merged into P4, the words it would change are not there'
    ],
    [
      { kind: 'mergedInto', into: 'P4', why: 'wholeText' },
      [],
      'P1 was merged into P4, it is a whole other text of what was there before'
    ],
    [
      { kind: 'mergedInto', into: 'P4', why: 'awaitsWording' },
      [],
      'P1 was merged into P4, it had no wording in the original yet'
    ],
    [{ kind: 'mergedInto', into: 'P4' }, [], 'the split that made P1 was undone, P4 stands again'],
    [
      { kind: 'splitInto', into: ['P4', 'P5'], why: 'wordsGone' },
      [],
      'P1 was split into P4, P5, the words it would change are not there'
    ],
    [{ kind: 'splitInto', into: ['P4', 'P5'] }, [], 'the merge that made P1 was undone, P4, P5 stand again'],
    [{ kind: 'carriedTo', amendment: 'P4-A1' }, [], 'carried to P4-A1'],
    [
      { kind: 'carriedTo', amendment: 'P4-A1', alsoTo: ['P5-A1'], leftBehind: left },
      [],
      `carried to P4-A1, P5-A1, without ${leftWords}`
    ],
    [
      { kind: 'mergedInto', into: 'P4', why: 'titleIsNew', leftBehind: left },
      [],
      `P1 was merged into P4, nothing of it could be carried: ${leftWords}`
    ],
    [
      { kind: 'splitInto', into: ['P4', 'P5'], why: 'nothingLeft' },
      [],
      'P1 was split into P4, P5, it would leave nothing of the text'
    ],
    [{ kind: 'alreadyContained', revision: 2 }, [], 'all it asked for is in P1@2 already'],
    [gaveWay, [settled({})], 'gave way to P1-A2 in P1-X1, in the text since P1@2'],
    [gaveWay, [settled({ to: 'P1@2' })], 'gave way to P1@2 in P1-X1, in the text since P1@2'],
    [
      gaveWay,
      [settled({ take: 'third', to: undefined })],
      'gave way to a third text in P1-X1, in the text since P1@2'
    ],
    [
      gaveWay,
      [settled({ to: `sha256:${'a'.repeat(64)}` })],
      'gave way to a third text in P1-X1, in the text since P1@2'
    ],
    [gaveWay, [], 'gave way in P1-X1, in the text since P1@2'],
    [
      { ...gaveWay, collisions: ['P1-X1', 'P1-X2', 'P1-X5'] },
      [
        settled({}),
        settled({ collision: 'P1-X2', to: 'P1-A3', like: 'P1-X1' }),
        settled({ collision: 'P1-X5' })
      ],
      'gave way to P1-A2 in P1-X1, to P1-A2 in P1-X5, in the text since P1@2'
    ]
  ])('%j: %#', (because, ways, words) => {
    // a page reads no more of its view than is given here
    expect(mootWords({ submission: 'P1', because: because as unknown as MootBecause, gaveWay: ways })).toBe(
      words
    )
  })
})

describe('What is said of one that was put in before what stands over it', () => {
  it('is to what it gave way, and since when, once for what was settled alike', () => {
    const like = { like: 'P1-X1', since: 3 }
    expect(
      gaveWayWords('P1', [
        settled({ ...like, collision: 'P1-X4', to: 'P1-A3' }),
        settled({ ...like, collision: 'P1-X6', to: 'P1-A5' }),
        settled({ collision: 'P1-X7', take: 'third', to: undefined, since: 4 })
      ])
    ).toBe('gave way to P1-A3 in P1-X4 since P1@3, to a third text in P1-X7 since P1@4')
    expect(gaveWayWords('P1', [])).toBe('')
  })
})

describe('What an operation asks for', () => {
  const block = { kind: 'paragraph', text: 'بناء مدرسة' }
  it.each([
    [{ op: 'move', block: 'b3', after: 'start', old: 'بناء مدرسة' }, 'b3: move to the beginning: '],
    [{ op: 'move', block: 'b3', after: 'b1', old: 'بناء مدرسة' }, 'b3: move behind b1: '],
    [{ op: 'insert', after: 'start', blocks: [block] }, 'new at the beginning: '],
    [{ op: 'insert', after: 'b2', blocks: [block] }, 'new behind b2: ']
  ])('says places as people do: %j', (operation, words) => {
    // a page reads no more of its view than is given here
    expect(operationWords(operation as unknown as Operation).startsWith(words)).toBe(true)
  })
})
