/** What people still have to settle, held against operations that would be put into the text meanwhile (rule 9). */
import * as E from 'fp-ts/lib/Either'
import { applyOperations } from '../text/apply'
import { asksFor } from '../text/asks-for'
import { type BaseText, baseText } from '../text/base-text'
import { type Change } from '../text/change'
import { clashesAmong } from '../text/clashes'
import { type Matter } from '../text/matter'
import { normalForm } from '../text/normal-form'
import { type Operation } from '../text/operation'
import { touchedBlocks, type TouchedBlocks } from '../text/touched-blocks'
import { openCollisions } from './queries'
import { type Revision, type RevisionLine } from './revision-line'
import { knownCollisions, readyAmendments } from './round'
import { isKnownAs, settlementOf } from './settlement'
import { type AmendmentsState, type CollisionState } from './state'
import { ABOVE_ALL } from './text-between'
import { voicesOn } from './voices'

/** The open collisions about words of the current text that the operations would change. */
export function collisionsChanged(
  state: AmendmentsState,
  line: RevisionLine,
  operations: ReadonlyArray<Operation>
): ReadonlyArray<CollisionState> {
  const current = line.at(-1)
  const open = openCollisions(state)
  if (current === undefined || open.length === 0) return []
  const base = baseText(current.text)
  const change = normalForm(base, operations)
  const made = applyOperations(current.text, operations, ABOVE_ALL)
  if (E.isLeft(change) || E.isLeft(made)) return []
  const matters = mattersOn(state, line, current)
  const touched = touchedBlocks(current.text, made.right.text)
  return open.filter(recorded => {
    const matter = matters.find(({ collision }) => isKnownAs(recorded, collision))
    return matter === undefined ? touches(touched, recorded) : meets(base, change.right, matter)
  })
}

/** What is in question between wordings on the current text. */
function mattersOn(state: AmendmentsState, line: RevisionLine, current: Revision): ReadonlyArray<Matter> {
  const ready = readyAmendments(state, current).map(({ amendment: { ref }, form: { operations } }) => ({
    ref,
    operations
  }))
  const settlement = settlementOf(line, current, voicesOn(current, ready).heard(), knownCollisions(state))
  return E.isLeft(settlement) ? [] : settlement.right.open
}

/** It would be a side of the matter itself, or asks for what one of the sides does. */
const meets = (base: BaseText, change: Change, { first, second }: Matter): boolean =>
  [first, second].some(operations => {
    const side = normalForm(base, operations)
    return (
      E.isRight(side) &&
      (operations.some(operation => asksFor(change, operation, side.right)) ||
        clashesAmong(base, [
          { ref: 'put', change },
          { ref: 'side', change: side.right }
        ]).length > 0)
    )
  })

/** One side is the text itself, or what the text says now in its place: then the whole block is in question. */
const touches = (
  { title, changed, gone }: TouchedBlocks,
  { collision: { blocks } }: CollisionState
): boolean =>
  blocks.length === 0 ? title : blocks.some(block => changed.includes(block) || gone.includes(block))
