/**
 * What becomes of an open amendment when the text moves on: a derived form that points back (rule 7), nothing left to
 * ask for, or a collision with the exact words on both sides, for people to settle (rule 9).
 */
import * as E from 'fp-ts/lib/Either'
import { type Positive } from '../kernel/primitives'
import { applyOperations } from '../text/apply'
import { type Amendment, type Collision } from '../text/collision'
import { type Operation } from '../text/operation'
import { rebase } from '../text/rebase'
import { type Text } from '../text/text'
import { type Beside } from './beside'
import { type MadeFrom, type MootBecause } from './events'
import { type AmendmentRef, type CollisionRef } from './ids'
import { type Revision, type RevisionLine } from './revision-line'
import { bearsOn, lostBy } from './settled-between'
import { type Known, settledText, settlementOf } from './settlement'
import { type AmendmentState } from './state'
import { ABOVE_ALL, readsTheSame, towards } from './text-between'
import { heardWith } from './voices'

export type Outcome =
  | {
      readonly tag: 'fits'
      readonly operations: ReadonlyArray<Operation>
      readonly madeFrom: MadeFrom
    }
  | { readonly tag: 'moot'; readonly because: MootBecause }
  | { readonly tag: 'collides'; readonly base: Revision; readonly collisions: ReadonlyArray<Collision> }

export interface Judged {
  readonly line: RevisionLine
  readonly known: ReadonlyArray<Known>
  readonly amendment: AmendmentState
  readonly next: Revision
  /** What changed since the amendment's newest wording. */
  readonly step: Beside
  /** What changed since the base of the round, if it belongs to one. */
  readonly round?: Beside
}

/** The amendment on `next`, which is what the voices of the step, and those of the round, made of their bases. */
export const outcomeOf = (judged: Judged): Outcome => {
  const { known, amendment, next, step, round = step } = judged
  const simply = simplyRebased(judged)
  const stepped = [amendment.ref, ...amendmentsAmong(step.voices)]
  const all = [...stepped, ...amendmentsAmong(round.voices)]
  if (simply !== undefined && !stepped.some(ref => bearsOn(known, ref, all))) return simply
  const settled = outcomeAsSettled(judged, round)
  return simply !== undefined && sameOutcome(next.text, simply, settled) ? simply : settled
}

/** The references of the voices that are amendments, not texts. */
export const amendmentsAmong = (voices: ReadonlyArray<Amendment>): ReadonlyArray<AmendmentRef> =>
  voices.map(voice => voice.ref).filter((ref): ref is AmendmentRef => /-A\d+$/.test(ref))

/** The same words at their new places, where nothing in the step touches them. */
function simplyRebased({ amendment, next, step }: Judged): Outcome | undefined {
  const [only] = step.voices
  if (only === undefined || step.voices.length > 1) return undefined
  const mine = { ref: amendment.ref, operations: step.form.operations }
  const rebased = rebase(mine, step.base.text, only, next.text)
  if (E.isLeft(rebased) || rebased.right.tag === 'collides') return undefined
  return fitting(step, next, rebased.right.tag === 'clean' ? rebased.right.operations : [], [])
}

const sameOutcome = (text: Text, a: Outcome, b: Outcome): boolean =>
  a.tag === 'fits' && b.tag === 'fits'
    ? makeTheSame(text, a.operations, b.operations)
    : a.tag === 'moot' && b.tag === 'moot'

/** Whether two wordings on one text make the same of it. */
export const makeTheSame = (
  text: Text,
  one: ReadonlyArray<Operation>,
  other: ReadonlyArray<Operation>
): boolean => {
  if (one.length === 0 || other.length === 0) return one.length === other.length
  const [a, b] = [applyOperations(text, one, ABOVE_ALL), applyOperations(text, other, ABOVE_ALL)]
  return E.isRight(a) && E.isRight(b) && readsTheSame(a.right.text, b.right.text)
}

/** What merging it with all before it, as people settled it, would make of the base, as operations on `next`. */
function outcomeAsSettled({ line, known, amendment, next }: Judged, before: Beside): Outcome {
  const { base, form } = before
  const heard = heardWith(before, { ref: amendment.ref, operations: form.operations })
  const settlement = settlementOf(line, base, heard, known)
  if (E.isLeft(heard) || E.isLeft(settlement)) return { tag: 'collides', base, collisions: [] }
  const { settled, open } = settlement.right
  if (open.length > 0) return { tag: 'collides', base, collisions: open.map(({ collision }) => collision) }
  const bearing = settled.filter(({ recorded }) => recorded.concerns.includes(amendment.ref))
  const resolutions = [...new Set(bearing.map(({ recorded }) => recorded.ref))]
  const operations = towards(next.text, settledText(heard.right.base, settlement.right))
  const lost = operations.length === 0 ? lostBy(amendment.ref, resolutions, known) : []
  return lost.length > 0
    ? { tag: 'moot', because: { kind: 'gaveWay', collisions: lost, revision: next.revision as Positive } }
    : fitting(before, next, operations, resolutions)
}

function fitting(
  { form, voices }: Beside,
  next: Revision,
  operations: ReadonlyArray<Operation>,
  resolutions: ReadonlyArray<CollisionRef>
): Outcome {
  if (operations.length === 0)
    return { tag: 'moot', because: { kind: 'alreadyContained', revision: next.revision as Positive } }
  const madeFrom: MadeFrom = {
    kind: 'rebase',
    revision: form.revision as Positive,
    adopted: amendmentsAmong(voices),
    ...(resolutions.length === 0 ? {} : { resolutions })
  }
  return { tag: 'fits', operations, madeFrom }
}
