import * as E from 'fp-ts/lib/Either'
import { type Coalition } from '../process/coalition'
import { stages } from '../process/enter-stage'
import { type Command } from './command-table'
import { motions } from './motions'
import { judgeStage } from './when-allowed'

const allowedIn = (kind: string, motion: string): ReadonlyArray<string> =>
  stages.filter(stage =>
    E.isRight(
      judgeStage(
        { name: 'Decide', payload: { subject: { kind, ref: 'x' }, motion } } as unknown as Command,
        { stage } as Coalition
      )
    )
  )

/** The stage of a decision by its subject, as the domain has it; all others in any. */
const texts: Readonly<Record<string, ReadonlyArray<string>>> = {
  'submission accept': ['refining'],
  'submission decline': ['refining', 'adoption'],
  'submission defer': ['refining', 'adoption']
}
const bySubject: Readonly<Record<string, ReadonlyArray<string>>> = {
  amendment: ['refining'],
  merge: ['refining'],
  split: ['refining'],
  collision: ['refining'],
  platform: ['adoption']
}

describe('Rule 6: the stage of a decision', () => {
  it.each(
    Object.entries(motions).flatMap(([kind, rows]) => Object.keys(rows).map(motion => ({ kind, motion })))
  )('on $kind, $motion', ({ kind, motion }) => {
    expect(allowedIn(kind, motion)).toEqual(texts[`${kind} ${motion}`] ?? bySubject[kind] ?? stages)
  })
})
