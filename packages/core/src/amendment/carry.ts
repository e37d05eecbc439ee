/**
 * An amendment on other texts that took on the blocks which it amends: of a merge, or of the parts of a split. Each of
 * its operations goes on where its words are there as it quotes them (rule 7), or is left behind and says why.
 */
import * as E from 'fp-ts/lib/Either'
import { applyOperations } from '../text/apply'
import { baseText } from '../text/base-text'
import { operationProblem } from '../text/check-operation'
import { type Operation } from '../text/operation'
import { type TextProblem } from '../text/rejections'
import { type BlockId, type Text } from '../text/text'
import { type LeftBehind, type NotCarriedWhy } from './events'
import {
  namedBy,
  onNewBlocks,
  placeIn,
  type Place,
  type Source,
  startIn,
  type TakenOn
} from './place-in-heir'
import { ABOVE_ALL, readsTheSame } from './text-between'

/** The operations for each of the new texts, in their order, and those for none: together all that there were. */
export interface Carried {
  readonly to: ReadonlyArray<ReadonlyArray<Operation>>
  readonly leftBehind: ReadonlyArray<LeftBehind>
}

export const carriedOver = (
  source: Source,
  operations: ReadonlyArray<Operation>,
  heirs: ReadonlyArray<TakenOn>
): Carried => {
  const homes = homesIn(source, heirs)
  const found = operations.map(operation => homeOf(operation, homes))
  const together = heirs.map(({ text }, heir) =>
    fitting(
      text,
      found.flatMap(one => ('here' in one && one.heir === heir ? [one] : []))
    )
  )
  const left = [...found.flatMap(one => ('why' in one ? [one] : [])), ...together.flatMap(one => one.left)]
  return {
    to: together.map(({ kept }) => kept.map(({ here }) => here)),
    leftBehind: operations.flatMap(operation => left.find(one => one.operation === operation) ?? [])
  }
}

interface Home {
  readonly problem: (operation: Operation) => TextProblem | undefined
  readonly place: Place
}

/** The start of the source is where its first block went that went anywhere. */
function homesIn(source: Source, heirs: ReadonlyArray<TakenOn>): ReadonlyArray<Home> {
  const places = heirs.map(heir => placeIn(source, heir))
  const first = source.text.blocks.find(({ id }) => places.some(place => place(id) !== undefined))?.id
  return heirs.map((heir, index): Home => {
    const place = (id: BlockId): BlockId | undefined => places[index]?.(id)
    const start = first === undefined ? undefined : startIn(place(first), heir)
    const base = baseText(heir.text)
    return {
      problem: operation => operationProblem(base, operation, 0),
      place: anchor => (anchor === 'start' ? start : place(anchor))
    }
  })
}

/** An operation of the source, and how it reads in the text where it can be carried out. */
interface AtHome {
  readonly operation: Operation
  readonly heir: number
  readonly here: Operation
}

function homeOf(operation: Operation, homes: ReadonlyArray<Home>): AtHome | LeftBehind {
  let why: NotCarriedWhy | undefined
  for (const [heir, home] of homes.entries()) {
    const here = onNewBlocks(operation, home.place)
    if (here === undefined) continue
    const problem = home.problem(here)
    if (problem === undefined) return { operation, heir, here }
    why ??= whyUnfit(here, problem)
  }
  return { operation, why: why ?? whyNowhere(operation, homes) }
}

/** Why no text has all that the operation names. */
function whyNowhere(operation: Operation, homes: ReadonlyArray<Home>): NotCarriedWhy {
  if (operation.op === 'recast') return 'wholeText'
  const isHeld = (anchor: BlockId | 'start') => homes.some(({ place }) => place(anchor) !== undefined)
  if (namedBy(operation).every(isHeld)) return 'apart'
  const isPlaced = operation.op === 'insert' || (operation.op === 'move' && isHeld(operation.block))
  return isPlaced ? 'placeGone' : 'wordsGone'
}

const whyUnfit = (here: Operation, { tag }: TextProblem): NotCarriedWhy => {
  if (here.op === 'retitle') return 'titleIsNew'
  if (here.op === 'join' && here.first === here.second) return 'alreadySo'
  return tag === 'BlocksNotNeighbours' ? 'apart' : 'wordsGone'
}

interface Fitting {
  readonly kept: ReadonlyArray<AtHome>
  readonly left: ReadonlyArray<LeftBehind>
}

/** What of them can be carried out together; nothing where the text reads just so already. */
function fitting(text: Text, all: ReadonlyArray<AtHome>): Fitting {
  const made = applied(text, all)
  if (E.isRight(made))
    return readsTheSame(made.right.text, text) ? leaving('alreadySo', all) : { kept: all, left: [] }
  if (made.left.tag !== 'TextEmpty') return oneByOne(text, all)
  const rest = fitting(
    text,
    all.filter(({ operation }) => operation.op !== 'delete')
  )
  const { left } = leaving(
    'nothingLeft',
    all.filter(({ operation }) => operation.op === 'delete')
  )
  return { ...rest, left: [...rest.left, ...left] }
}

const applied = (text: Text, all: ReadonlyArray<AtHome>) =>
  applyOperations(
    text,
    all.map(({ here }) => here),
    ABOVE_ALL
  )

const leaving = (why: NotCarriedWhy, all: ReadonlyArray<AtHome>): Fitting => ({
  kept: [],
  left: all.map(({ operation }) => ({ operation, why }))
})

/** Where they cannot all be, those that came first go before. */
const oneByOne = (text: Text, all: ReadonlyArray<AtHome>): Fitting => {
  const so = all.reduce<Fitting>(
    ({ kept, left }, one) => {
      const made = applied(text, [...kept, one])
      return E.isRight(made)
        ? { kept: [...kept, one], left }
        : { kept, left: [...left, { operation: one.operation, why: whyNotBeside(made.left) }] }
    },
    { kept: [], left: [] }
  )
  const rest = fitting(text, so.kept)
  return { kept: rest.kept, left: [...so.left, ...rest.left] }
}

const whyNotBeside = ({ tag }: TextProblem): NotCarriedWhy => {
  if (tag === 'TextTooLong') return 'tooLong'
  return tag === 'TextEmpty' ? 'nothingLeft' : 'contradicts'
}
