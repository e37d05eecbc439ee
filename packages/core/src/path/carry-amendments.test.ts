import {
  currentOf,
  deleted,
  done,
  eventOf,
  frameOf,
  inserted,
  meeting,
  proposed,
  receivedAs,
  recast,
  recorded,
  resolving,
  at,
  standing,
  tried,
  types,
  words
} from '../../test/refining-story'
import * as E from 'fp-ts/lib/Either'
import { type Words } from '../kernel/primitives'
import { carried, heir } from '../../test/heirs'
import { type SubmissionRef } from '../submission/ids'
import { bringBackCarried, closeAmendments, reopenMoot } from './carry-amendments'

const P1 = () => receivedAs('P1', 'توفير الماء الصالح للشرب', 'إصلاح الطريق')
const P2 = () => receivedAs('P2', 'بناء مدرسة', 'تشجير الحي')

const P9 = heir(
  'P9',
  ['بناء مدرسة', 'P2#b1'],
  ['توفير الماء الصالح للشرب', 'P1#b1'],
  ['إصلاح الطريق وتشجير الحي', 'P1#b2', 'P2#b2']
)

describe('The open amendments of merged submissions', () => {
  const first = () => proposed(P1(), 'A2', words(P1(), 'b1', 'الماء', 'ماء'))

  it('are carried to the text that took their words on, under a new number that names their origin', () => {
    const second = proposed(P2(), 'A3', words(P2(), 'b1', 'مدرسة', 'ثانوية'))
    const events = carried([first(), second], P9)
    expect(events.map(({ type, stream }) => [type, stream.split('.')[1]])).toEqual([
      ['AmendmentProposed', 'P9'],
      ['AmendmentProposed', 'P9'],
      ['AmendmentBecameMoot', 'P1'],
      ['AmendmentBecameMoot', 'P2']
    ])
    expect(events.map(({ data }) => data)).toMatchObject([
      {
        ref: 'P9-A1',
        origin: 'P1-A1',
        association: 'A2',
        revision: 1,
        operations: [{ block: 'b2', old: 'الماء' }]
      },
      { ref: 'P9-A2', origin: 'P2-A1', association: 'A3', operations: [{ block: 'b1', new: 'ثانوية' }] },
      { ref: 'P1-A1', because: { kind: 'carriedTo', amendment: 'P9-A1' } },
      { ref: 'P2-A1', because: { kind: 'carriedTo', amendment: 'P9-A2' } }
    ])
  })

  it('rule 9: collide anew where they meet in the merged text', () => {
    const one = proposed(P1(), 'A2', inserted('b1', 'ربط القرى'))
    const two = proposed(P2(), 'A3', words(P2(), 'b1', 'مدرسة', 'ثانوية'))
    const colliding = proposed(one, 'A4', inserted('b1', 'محطة معالجة'))
    const settled = done(resolving(colliding, 'P1-X1', { both: [0, 1] }))
    const events = carried([settled, two], P9)
    expect(events.map(({ type }) => type).filter(type => type === 'CollisionDetected')).toHaveLength(1)
  })

  it('are moot with a reason where their words are gone, or where they are a whole other text; none is left out', () => {
    const story = proposed(proposed(first(), 'A3', deleted(P1(), 'b2')), 'A4', recast(P1(), 'نص'))
    const moot = carried([story], P9).flatMap(({ type, data }) =>
      type === 'AmendmentBecameMoot' ? [data] : []
    )
    expect(moot).toMatchObject([
      { ref: 'P1-A1', because: { kind: 'carriedTo' } },
      { ref: 'P1-A2', because: { kind: 'mergedInto', into: 'P9', why: 'wordsGone' } },
      { ref: 'P1-A3', because: { kind: 'mergedInto', into: 'P9', why: 'wholeText' } }
    ])
  })

  it('go with their block when a submission is split', () => {
    const story = proposed(first(), 'A3', words(P1(), 'b2', 'إصلاح', 'تعبيد'))
    const water = heir('P3', ['توفير الماء الصالح للشرب', 'P1#b1'])
    const road = heir('P4', ['إصلاح الطريق', 'P1#b2'])
    expect(carried([story], water, road).map(({ data }) => data)).toMatchObject([
      { ref: 'P3-A1', origin: 'P1-A1' },
      { ref: 'P4-A1', origin: 'P1-A2' },
      { ref: 'P1-A1', because: { kind: 'carriedTo', amendment: 'P3-A1' } },
      { ref: 'P1-A2', because: { kind: 'carriedTo', amendment: 'P4-A1' } }
    ])
  })

  it('are open again, with their words and collisions, when the merge is undone', () => {
    const story = proposed(first(), 'A3', words(P1(), 'b1', 'الماء', 'المياه'), deleted(P1(), 'b2'))
    const frame = frameOf(story.acts, meeting, at(90))
    const own = carried([story], P9).filter(({ stream }) => stream.endsWith('.P1'))
    const merged = recorded(story, frame, own)
    expect([standing(merged, 'P1-A1'), standing(merged, 'P1-A2')]).toEqual(['moot', 'moot'])
    const back = done(
      tried(merged, { by: meeting }, ({ command }) =>
        E.right(
          bringBackCarried([merged.stream], 'P9' as SubmissionRef, { reason: 'تراجع' as Words }, command)
        )
      )
    )
    expect(types(back)).toEqual(['AmendmentReopened', 'AmendmentReopened', 'CollisionDetected'])
    expect([standing(back, 'P1-A1'), standing(back, 'P1-A2')]).toEqual(['colliding', 'colliding'])
    expect(currentOf(back)).toEqual(currentOf(story))
  })
})

describe('A submission that leaves the table', () => {
  it('rule 11: makes its open amendments moot, not rejected, and a decision taken back opens them again', () => {
    const story = proposed(P1(), 'A2', deleted(P1(), 'b2'))
    const gone = done(
      tried(story, {}, ({ command }) =>
        E.right(closeAmendments(story.stream, { kind: 'withdrawn' }, command))
      )
    )
    expect(eventOf(gone, 'AmendmentBecameMoot').data).toEqual({
      ref: 'P1-A1',
      because: { kind: 'withdrawn' }
    })
    const back = done(
      tried(gone, { by: meeting }, ({ command }) =>
        E.right(
          reopenMoot(gone.stream, ({ kind }) => kind === 'withdrawn', { reason: 'تراجع' as Words }, command)
        )
      )
    )
    expect(standing(back, 'P1-A1')).toBe('open')
  })
})
