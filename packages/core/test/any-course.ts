/** Any course of refinement, by chance: submissions in generated words, and all that people do with their texts. */
import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { currentText } from '../src/submission/queries'
import { newText } from '../src/testing/text-arbitraries'
import { type NewText } from '../src/text/text'
import { doing, one } from './acts-by-chance'
import { type Act, after, type Log, statesOf, tried } from './path-log'
import { admitted, entered, held, opened, submitted } from './views-story'

type Kind = keyof typeof doing

/** Something that people do; what is refused leaves the log as it is. */
interface Turn {
  readonly what: Kind
  readonly seed: number
}

/** What people have written in acts that were accepted: the name of the act, and its payload. */
export interface Written {
  readonly name: Act['name']
  readonly payload: object
}

export interface Course {
  readonly log: Log
  readonly written: ReadonlyArray<Written>
}

/** A translation renders every block. */
const inFrench = ({ blocks }: NewText): object => ({
  language: 'fr',
  title: 'De l’eau pour tous',
  blocks: blocks.map((block, index) => ({ ...block, text: `Il faut de l’eau, partie ${index + 1}` }))
})

/** `P1` of A2 with a French text, `P2` of A3 and `P3` of A4, at a meeting in refinement. */
const begun = (texts: ReadonlyArray<NewText>): Course => {
  const brought = texts.map((text, index) =>
    submitted(`P${index + 1}`, `A${index + 2}`, '', [], {
      texts: index === 0 ? [text, inFrench(text)] : [text]
    })
  )
  const log = after(
    opened,
    ...brought,
    ...texts.map((_, index) => admitted(`P${index + 1}`)),
    entered('refining', '12-01T09:00'),
    ...held('M1', '12-28', ['A1', 'A2', 'A3', 'A4', 'A5'])
  )
  return { log, written: brought }
}

const often: ReadonlyArray<Kind> = ['amend', 'amend', 'amend', 'amend', 'accept', 'adopt', 'takeOne']
const seldom: ReadonlyArray<Kind> = ['annul', 'annul', 'undoMerge', 'undoSplit', 'withdrawSubmission']

const turn: fc.Arbitrary<Turn> = fc.record({
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...often) },
    { weight: 4, arbitrary: fc.constantFrom(...(Object.keys(doing) as ReadonlyArray<Kind>)) },
    { weight: 2, arbitrary: fc.constantFrom(...seldom) }
  ),
  seed: fc.nat(1_000_000)
})

/** The acts of a turn on one of the submissions on which it can be tried. */
const lived = (so: Course, { what, seed }: Turn, index: number): Course => {
  const streams = Object.entries(statesOf(so.log).submissions).flatMap(([ref, stream]) =>
    stream === undefined || currentText(stream.submission) === undefined ? [] : [{ ref, stream }]
  )
  const minutes = 10 + index
  const at = `12-28T${10 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  const acts = streams.map(({ ref, stream }) => {
    const author = stream.submission.authors[0]?.association ?? 'A2'
    return doing[what]({ log: so.log, seed, at, ref, stream, author })
  })
  const possible = acts.filter(some => some.length > 0)
  return one(possible, seed >> 4)
    .flat()
    .reduce<Course>(tells, so)
}

const tells = (so: Course, next: Act | ((log: Log) => Act)): Course => {
  const made = typeof next === 'function' ? next(so.log) : next
  const result = tried(so.log, made)
  return E.isLeft(result)
    ? so
    : { log: result.right, written: [...so.written, { name: made.name, payload: made.payload }] }
}

/** What three submissions say, and the turns that follow. */
export interface Plan {
  readonly texts: ReadonlyArray<NewText>
  readonly turns: ReadonlyArray<Turn>
}

export const anyPlan = (most: number): fc.Arbitrary<Plan> =>
  fc.record({
    texts: fc.tuple(newText(4), newText(3), newText(2)),
    turns: fc.array(turn, { minLength: Math.floor(most / 2), maxLength: most })
  })

export const courseOf = ({ texts, turns }: Plan): Course => turns.reduce(lived, begun(texts))
