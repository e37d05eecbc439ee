/**
 * Rule 16, where people leave out which text they mean: the act is about the words that intake found first, also when
 * others record meanwhile and it is tried again. Nobody writes over words that came in between; numbers are given anew.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { doAll, demo, inMemoryStores, play, sessionOver, type Stores } from './stage'

const coalition = readFileSync(join(__dirname, '../../../cli/test/scripts/coalition.jsonl'), 'utf8')

const secretary = { as: 'office', office: 'secretary', mandate: 'A1-m2' }
const author = { as: 'association', association: 'A2', mandate: 'A2-m1' }
const line = (actor: object, name: string, payload: object): string =>
  JSON.stringify({ name, actor, payload })
const paragraph = (text: string) => ({ kind: 'paragraph', text })

/** A store in which somebody else is quicker, so many times: their act is recorded just before the append. */
const withSomebodyQuicker = (
  store: EventStore,
  theirs: () => Promise<unknown>,
  times: number
): EventStore => {
  let left = times
  return {
    ...store,
    append: (...asked) =>
      pipe(
        TE.fromTask(async () => {
          left -= 1
          if (left >= 0) await theirs()
        }),
        TE.flatMap(() => store.append(...asked))
      )
  }
}

/** What becomes of an act when another is recorded while it is under way. */
const overtaken = async (stores: Stores, theirs: string, mine: string, times = 1) => {
  const others = await sessionOver(stores, demo, 'own')
  const session = await sessionOver(
    { ...stores, store: withSomebodyQuicker(stores.store, () => play(others, theirs), times) },
    demo,
    'own'
  )
  const [done] = await doAll(session, mine)
  if (done === undefined) throw new Error('no line')
  return E.isRight(done.result)
    ? { recorded: done.result.right.ref }
    : done.result.left.tag === 'Refused'
      ? { refused: done.result.left.rejection.tag, rule: done.result.left.rejection.rule }
      : { refused: done.result.left.tag }
}

describe('An act that others overtake', () => {
  const prepared = async (...more: ReadonlyArray<string>): Promise<Stores> => {
    const stores = inMemoryStores()
    await play(await sessionOver(stores, demo, 'own'), [coalition.trimEnd(), ...more].join('\n'))
    return stores
  }
  const revise = (title: string, text: string): string =>
    line(author, 'ReviseText', {
      submission: 'P1',
      materiality: 'substantive',
      text: { title, blocks: [paragraph(text)] }
    })

  it('takes the next number, where only a number was taken', async () => {
    const theme = (name: string): string => line(secretary, 'DefineTheme', { names: { ar: name } })
    expect(await overtaken(await prepared(), theme('الصحة'), theme('السكن'))).toEqual({ recorded: 'T3' })
  })

  it('is told that the store is busy after twenty tries, and is recorded at the twentieth', async () => {
    const theme = (name: string): string => line(secretary, 'DefineTheme', { names: { ar: name } })
    expect(await overtaken(await prepared(), theme('الصحة'), theme('السكن'), 20)).toEqual({ refused: 'Busy' })
    expect(await overtaken(await prepared(), theme('الصحة'), theme('السكن'), 19)).toEqual({ recorded: 'T21' })
  })

  it('is a conflict, where it would write over a text that nobody named', async () => {
    expect(
      await overtaken(await prepared(), revise('حافلة', 'نطلب حافلتين.'), revise('حافلة', 'نطلب قطارا.'))
    ).toEqual({ refused: 'TextHasMoved', rule: 16 })
  })

  it('is a conflict, where it would support other words than there were', async () => {
    const endorse = line(author, 'Endorse', { submission: 'P1' })
    expect(await overtaken(await prepared(), revise('حافلة', 'نطلب حافلتين.'), endorse)).toEqual({
      refused: 'TextHasMoved',
      rule: 16
    })
  })

  it('is a conflict, where it would write over a preamble', async () => {
    const stores = await prepared(
      line(secretary, 'EnterStage', { stage: 'refining', reason: 'سبب' }),
      line(secretary, 'CompilePlatform', {})
    )
    const write = (text: string): string =>
      line(secretary, 'WritePreamble', { platform: 'V1', blocks: [paragraph(text)] })
    expect(await overtaken(stores, write('نحن'), write('هم'))).toEqual({
      refused: 'PreambleRewritten',
      rule: 16
    })
  })
})
