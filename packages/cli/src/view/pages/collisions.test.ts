import { type collisionsView } from '@ardiya/core/views/collisions'
import { type ResultOf } from '@ardiya/core/views/view'
import pc from 'picocolors'
import { laidOut } from '../lay-out'
import { type Say } from '../say'
import { collisionsPage } from './collisions'

type Row = ResultOf<typeof collisionsView>['collisions'][number]

const say: Say = {
  name: names => Object.values(names ?? {})[0] ?? '',
  person: ref => ref,
  withPersons: text => text,
  local: instant => instant,
  width: 120
}

const entry = (over: object) => ({
  at: '2025-12-28T10:00:00.000+01:00',
  actor: { as: 'association', association: 'A1', mandate: 'A1-m1' },
  ...over
})

const row = (number: number, words: readonly [string, string], over: object = {}): Row =>
  ({
    collision: `P1-X${number}`,
    submission: 'P1',
    open: true,
    kind: 'sameWords',
    revision: 1,
    blocks: ['b1'],
    at: 6,
    base: 'الماء',
    first: { ref: `P1-A${number}`, association: 'A2', words: words[0], wants: [] },
    second: { ref: `P1-A${number + 1}`, association: 'A3', words: words[1], wants: [] },
    concerns: [`P1-A${number}`, `P1-A${number + 1}`],
    keepsBack: [],
    history: [entry({ status: 'detected' })],
    ...over
  }) as unknown as Row // a page reads no more of its view than is given here

const terminal = { isTerminal: false, columns: 80 } as never

const told = (...collisions: Row[]): string =>
  laidOut(
    { width: 120, terminal, colours: pc.createColors(false) },
    collisionsPage({ collisions }, say)
  ).join('\n')

const unisolated = (page: string): string =>
  page.replace(/[\u2066-\u2069\u00a0]/g, one => (one === '\u00a0' ? ' ' : ''))

describe('The page of collisions', () => {
  const one = row(1, ['ماء', 'مياه'])

  it('shows the words of one question once, and the others in a line', () => {
    const page = told(one, row(2, ['مياه', 'ماء']), row(3, ['ماء', 'مياه']))
    expect(page.split('The text: ')).toHaveLength(2)
    expect(page).toContain('P1-X2: the same words as P1-X1 · P1-A2 of A2, P1-A3 of A3 · OPEN')
    expect(page).toContain('P1-X3: the same words as P1-X1')
  })

  it('says of what was settled alike of which one people said it', () => {
    const resolution = { take: 'one', ref: 'P1-A1' }
    const settled = {
      open: false,
      history: [entry({ status: 'detected' }), entry({ status: 'resolved', resolution })]
    }
    const like = {
      open: false,
      history: [entry({ status: 'detected' }), entry({ status: 'resolved', resolution, like: 'P1-X1' })]
    }
    const page = told(row(1, ['ماء', 'مياه'], settled), row(2, ['مياه', 'ماء'], like))
    expect(page).toContain('resolved by A1, P1-A1 stands')
    expect(page).toContain('P1-X2: the same words as P1-X1 · P1-A2 of A2, P1-A3 of A3 · resolved like P1-X1')
  })

  it('says what it keeps back, and how the text reads by now', () => {
    const page = told(
      row(1, ['ماء', 'مياه'], { keepsBack: ['P1-A2'], now: { revision: 3, words: 'الماء النقي' } })
    )
    expect(page).toContain('keeps back P1-A2')
    expect(unisolated(page)).toContain('In P1@1: «الماء»; now, in @3: «الماء النقي»')
  })

  it('says where each side wants a block, and does not take other places for the same', () => {
    const moved = (after: string) => ({
      kind: 'movedTwice',
      first: {
        ref: 'P1-A1',
        association: 'A2',
        words: 'الماء',
        wants: [{ op: 'move', block: 'b1', after, old: 'الماء' }]
      }
    })
    const page = unisolated(told(row(1, ['ماء', 'ماء'], moved('b3')), row(2, ['ماء', 'ماء'], moved('start'))))
    expect(page).toContain('P1-A1: b1: move behind b3: «الماء»')
    expect(page).toContain('P1-A1: b1: move to the beginning: «الماء»')
  })

  it('names the collision of a third text', () => {
    const hash = `sha256:${'a'.repeat(64)}`
    const page = told(
      row(1, ['ماء', 'مياه'], { hash }),
      row(2, ['ماء', 'نهر'], { first: { ref: hash, words: 'ماء', wants: [] } })
    )
    expect(page).toContain('the third text of P1-X1')
  })

  it('shows whole what people have spoken of by itself, and what is at another place', () => {
    const own = row(2, ['مياه', 'ماء'], {
      open: false,
      history: [
        entry({ status: 'detected' }),
        entry({ status: 'resolved', resolution: { take: 'one', ref: 'P1-A3' } })
      ]
    })
    expect(told(one, own, row(4, ['ماء', 'مياه'], { at: 20 })).split('The text: ')).toHaveLength(4)
  })
})
