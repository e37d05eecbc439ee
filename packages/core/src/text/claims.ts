/** What a change lays claim to, block by block, and which two claims cannot both be met (rules 8 and 9). */
import { type BaseText } from './base-text'
import { type Anchor, type Change, type OperationOf, type Placement, type Replacement } from './change'
import { spacesAround } from './check-operation'
import { pointCount } from './code-points'
import { sameOperations } from './equal'
import { type Operation } from './operation'
import { type Block } from './text'

/** From the gravest to the least: a collision of several kinds is called by its gravest. */
export const COLLISION_KINDS = [
  'wholeText',
  'deletedAndChanged',
  'movedTwice',
  'movedAndJoined',
  'placeGone',
  'placeMoved',
  'placeJoined',
  'joinedAcrossKinds',
  'breakInWords',
  'sameWords',
  'samePlace',
  'titles'
] as const
export type CollisionKind = (typeof COLLISION_KINDS)[number]

type Claimed<K extends string, O extends Operation> = {
  readonly on: K
  readonly operations: ReadonlyArray<O>
}
/** Code points `from` to before `to` of one block. */
export type WordsClaim = Claimed<'words', Replacement | OperationOf<'split'>> & {
  readonly from: number
  readonly to: number
}
export type Claim =
  | WordsClaim
  | Claimed<'gone', OperationOf<'delete'>>
  | Claimed<'moved', OperationOf<'move'>>
  | Claimed<'joinedAsFirst', OperationOf<'join'>>
  /** `acrossKinds`: it is joined to a block of another kind or level, which its words then have. */
  | (Claimed<'joinedAsSecond', OperationOf<'join'>> & { readonly acrossKinds: boolean })
  /** All that one amendment places behind one block. */
  | Claimed<'place', Placement>

/** Calls `claim` with each claim of the change and the block (or the start) on which it lies. */
export const eachClaim = (
  base: BaseText,
  change: Change,
  claim: (on: Anchor, claim: Claim) => void
): void => {
  for (const [block, edits] of change.edits) for (const edit of edits) claim(block, editClaim(edit))
  for (const [block, splits] of change.splits)
    for (const split of splits)
      claim(block, { on: 'words', operations: [split], ...spacesAround(base.points(block), split.at) })
  for (const [block, operation] of change.deletes) claim(block, { on: 'gone', operations: [operation] })
  for (const [block, operation] of change.moves) claim(block, { on: 'moved', operations: [operation] })
  for (const operation of change.joins.values()) {
    claim(operation.first, { on: 'joinedAsFirst', operations: [operation] })
    const acrossKinds = isAcrossKinds(base, change, operation)
    claim(operation.second, { on: 'joinedAsSecond', operations: [operation], acrossKinds })
  }
  for (const [anchor, operations] of change.placed) claim(anchor, { on: 'place', operations })
}

function isAcrossKinds(base: BaseText, change: Change, join: OperationOf<'join'>): boolean {
  let head = join
  for (let next = change.joins.get(head.first); next !== undefined; next = change.joins.get(head.first))
    head = next
  const [first, second] = [base.block(head.first), base.block(join.second)]
  return first?.kind !== second?.kind || levelOf(first) !== levelOf(second)
}

const levelOf = (block: Block | undefined): number =>
  block === undefined || block.kind === 'paragraph' ? 0 : block.level

const editClaim = (edit: Replacement): Claim => ({
  on: 'words',
  operations: [edit],
  from: edit.at,
  to: edit.at + pointCount(edit.old)
})

/** Two ranges touch when they overlap or no untouched code point stands between them. */
export const touches = (a: WordsClaim, b: WordsClaim): boolean => a.from <= b.to && b.from <= a.to

/** Why two claims on one block, by two amendments, cannot both be met without a person's word; or nothing. */
export const clashOf = (a: Claim, b: Claim): CollisionKind | undefined => {
  if (sameOperations(a.operations, b.operations)) return undefined
  if (a.on === 'words' && b.on === 'words') return wordsClash(a, b)
  if (isTornKind(a, b) || isTornKind(b, a)) return 'joinedAcrossKinds'
  return table[a.on][b.on] ?? table[b.on][a.on]
}

/** What kind of block the words become would depend on which came first. */
const isTornKind = (joined: Claim, other: Claim): boolean =>
  joined.on === 'joinedAsSecond' &&
  joined.acrossKinds &&
  (other.on === 'joinedAsFirst' || (other.on === 'words' && isSplit(other)))

const wordsClash = (a: WordsClaim, b: WordsClaim): CollisionKind | undefined => {
  if (!touches(a, b)) return undefined
  return isSplit(a) || isSplit(b) ? 'breakInWords' : 'sameWords'
}

const isSplit = (claim: WordsClaim): boolean => claim.operations[0]?.op === 'split'

const table: Record<Claim['on'], Partial<Record<Claim['on'], CollisionKind>>> = {
  words: {},
  gone: {
    words: 'deletedAndChanged',
    moved: 'deletedAndChanged',
    joinedAsFirst: 'deletedAndChanged',
    joinedAsSecond: 'deletedAndChanged',
    place: 'placeGone'
  },
  moved: {
    moved: 'movedTwice',
    joinedAsFirst: 'movedAndJoined',
    joinedAsSecond: 'movedAndJoined',
    place: 'placeMoved'
  },
  joinedAsFirst: { place: 'placeJoined' },
  joinedAsSecond: {},
  place: { place: 'samePlace' }
}
