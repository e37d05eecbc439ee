/**
 * Which collisions among voices on one base people have settled, and which nobody knows yet (rules 8 and 9). What was
 * settled on one revision holds on the next as long as the matter is the same: kind, sides and all words in question.
 */
import * as E from 'fp-ts/lib/Either'
import { type BaseText } from '../text/base-text'
import { type Voice } from '../text/clash'
import { type Collision, collisionHash, sameMatter } from '../text/collision'
import { layOut } from '../text/lay-out'
import { type Matter } from '../text/matter'
import { type Operation } from '../text/operation'
import { rebase } from '../text/rebase'
import { type TextProblem } from '../text/rejections'
import { type Resolution } from '../text/resolution'
import { settle } from '../text/settle'
import { type BlockId, type Text } from '../text/text'
import { unionOf } from '../text/union'
import { ABOVE_ALL, towards } from './text-between'
import { isTextSide, type Revision, revisionOf, type RevisionLine } from './revision-line'
import { type CollisionState } from './state'
import { type Heard } from './voices'

/** A collision as it was recorded, and how it is settled; none while it is open. */
export interface Known {
  readonly recorded: CollisionState
  readonly resolution?: Resolution
  /** The collision of which people said it, where it was another, between the very same wishes. */
  readonly like?: CollisionState
}

/** A recorded collision that is settled, and what is in question in it on this base. */
export interface SettledMatter {
  readonly recorded: CollisionState
  readonly matter: Matter
}

export interface Settlement {
  readonly settled: ReadonlyArray<SettledMatter>
  /** What is left for people to settle. */
  readonly open: ReadonlyArray<Matter>
  /** The voices as settled: they no longer clash, and neither side of what is open is among them. */
  readonly voices: ReadonlyArray<Voice>
}

/** The text that settled voices make of their base: one that may not be recorded is still made, to be compared. */
export const settledText = (base: BaseText, { voices }: Settlement): Text => {
  const laidOut = layOut(base, unionOf(voices.map(voice => voice.change)))
  return {
    language: base.text.language,
    title: laidOut.title,
    blocks: laidOut.pieces.map(({ id, block }, index) => ({
      ...block,
      id: id ?? (`b${ABOVE_ALL + index}` as BlockId)
    }))
  }
}

/** The resolutions that apply to voices on a base, and the collisions that they leave open. */
export const settlementOf = (
  line: RevisionLine,
  base: Revision,
  heard: E.Either<TextProblem, Heard>,
  known: ReadonlyArray<Known>
): E.Either<TextProblem, Settlement> => {
  if (E.isLeft(heard)) return heard
  const { base: ready, voices } = heard.right
  let applied: ReadonlyArray<Applied> = []
  for (;;) {
    const resolutions = applied.map(one => one.resolution)
    const settled = settle(ready, voices, resolutions)
    if (E.isLeft(settled)) return settled
    const { open } = settled.right
    const more = open.flatMap(matter => settling(line, base, known, applied, matter))
    if (more.length === 0)
      return E.right({
        settled: applied,
        open: open.map(matter => ({ ...matter, collision: asRecorded(applied, matter.collision) })),
        voices: settled.right.voices
      })
    applied = [...applied, ...more]
  }
}

type Applied = SettledMatter & Known & { readonly resolution: Resolution }

function settling(
  line: RevisionLine,
  base: Revision,
  known: ReadonlyArray<Known>,
  applied: ReadonlyArray<Applied>,
  matter: Matter
): ReadonlyArray<Applied> {
  const { collision } = matter
  const seen = asRecorded(applied, collision)
  for (const one of known) {
    const { recorded, resolution } = one
    if (resolution === undefined || !isKnownAs(recorded, seen)) continue
    const said = saidOn(line, { ...one, resolution }, base, collision)
    if (said !== undefined && !isApplied(applied, recorded, said))
      return [{ ...one, resolution: said, matter }]
  }
  return []
}

const isApplied = (applied: ReadonlyArray<Applied>, { ref }: CollisionState, { of }: Resolution): boolean =>
  applied.some(other => other.recorded.ref === ref && other.resolution.of === of)

/** A third text stands under the hash of the collision of which people wrote it, as that one was recorded. */
const asRecorded = (applied: ReadonlyArray<Applied>, collision: Collision): Collision => {
  const named = (ref: string): string => {
    const under = applied.find(one => one.resolution.of === ref)
    return under === undefined ? ref : (under.like ?? under.recorded).hash
  }
  return {
    ...collision,
    first: { ...collision.first, ref: named(collision.first.ref) },
    second: { ...collision.second, ref: named(collision.second.ref) }
  }
}

/** Whether a collision is the matter that was recorded; of the text's side only its words count, not its revision. */
export const isKnownAs = (recorded: CollisionState, collision: Collision): boolean =>
  sameMatter(withoutRevision(recorded.collision), withoutRevision(collision))

const withoutRevision = (collision: Collision): Collision => ({
  ...collision,
  first: { ...collision.first, ref: sideName(collision.first.ref) },
  second: { ...collision.second, ref: sideName(collision.second.ref) }
})

const sideName = (ref: string): string => (isTextSide(ref) ? 'text' : ref)

/**
 * A resolution in the terms of a collision on another base: the same one seen there, or one between the very same
 * wishes, whose sides may be `crossed`. None where a third text does not fit there.
 */
export function saidOn(
  line: RevisionLine,
  { recorded, resolution }: Required<Pick<Known, 'recorded' | 'resolution'>>,
  base: Revision,
  { first, second, ...rest }: Collision,
  crossed = false
): Resolution | undefined {
  const [one, other] = crossed ? [second.ref, first.ref] : [first.ref, second.ref]
  const named = (ref: string): string => (ref === recorded.collision.first.ref ? one : other)
  const of = collisionHash({ ...rest, first, second })
  const between: [string, string] = [first.ref, second.ref]
  switch (resolution.take) {
    case 'one':
      return { take: 'one', of, between, ref: named(resolution.ref) }
    case 'both':
      return { take: 'both', of, between, order: [named(resolution.order[0]), named(resolution.order[1])] }
    case 'third': {
      const operations = broughtFrom(line, recorded.revision, base, resolution.operations)
      return operations === undefined ? undefined : { take: 'third', of, between, operations }
    }
  }
}

/** The operations of a third text on a later revision; none where they do not fit it any more. */
function broughtFrom(
  line: RevisionLine,
  revision: number,
  base: Revision,
  operations: ReadonlyArray<Operation>
): ReadonlyArray<Operation> | undefined {
  const written = revisionOf(line, revision)
  if (written === undefined || written.revision === base.revision) return operations
  const since = { ref: 'since', operations: towards(written.text, base.text) }
  const brought = rebase({ ref: 'third', operations }, written.text, since, base.text)
  return E.isRight(brought) && brought.right.tag === 'clean' ? brought.right.operations : undefined
}
