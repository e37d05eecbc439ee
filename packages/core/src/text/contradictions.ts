/** What cannot be within one amendment, though each of its operations could stand alone. */
import { type BaseText } from './base-text'
import { type Anchor, type Change } from './change'
import { leftProblem } from './check-operation'
import { type Claim, clashOf, eachClaim } from './claims'
import { editedWords } from './edited-words'
import { type Operation } from './operation'
import { type TextProblem } from './rejections'
import { type BlockId } from './text'

/** What is wrong within one change: claims that contradict, moves in a circle, a block left without words. */
export const changeProblem = (base: BaseText, change: Change): TextProblem | undefined =>
  wholeTextProblem(change) ??
  contradiction(base, change) ??
  circleProblem(change.moves) ??
  editedProblem(base, change)

/** Two operations of one amendment that cannot both be met. */
export const contradict = (first: Operation, second: Operation): TextProblem => ({
  tag: 'OperationsContradict',
  first,
  second
})

function wholeTextProblem(change: Change): TextProblem | undefined {
  const { recast } = change
  if (recast === undefined) return undefined
  const other =
    change.retitle ??
    [change.edits, change.splits, change.placed].flatMap(some => [...some.values()].flat())[0] ??
    [...change.deletes.values(), ...change.joins.values()][0]
  return other === undefined ? undefined : contradict(recast, other)
}

/** What one author may do at once, knowing of both; every other clash of claims contradicts. */
const ONE_AUTHOR_MAY: ReadonlySet<string> = new Set(['placeGone', 'placeMoved', 'joinedAcrossKinds'])

function contradiction(base: BaseText, change: Change): TextProblem | undefined {
  const claims = new Map<Anchor, Claim[]>()
  let problem: TextProblem | undefined
  eachClaim(base, change, (on, claim) => {
    const earlier = claims.get(on) ?? []
    if (!isEdit(claim)) problem ??= clashWith(earlier, claim)
    earlier.push(claim)
    claims.set(on, earlier)
  })
  return problem
}

/** Replacements come first, and after coalescing none touches another. */
const isEdit = (claim: Claim): boolean => claim.operations[0]?.op === 'replace'

function clashWith(earlier: ReadonlyArray<Claim>, claim: Claim): TextProblem | undefined {
  for (const other of earlier) {
    const clash = clashOf(other, claim)
    const [first] = other.operations
    const [second] = claim.operations
    if (clash !== undefined && !ONE_AUTHOR_MAY.has(clash) && first !== undefined && second !== undefined)
      return contradict(first, second)
  }
  return undefined
}

function circleProblem(moves: Change['moves']): TextProblem | undefined {
  const settled = new Set<BlockId>()
  for (const block of moves.keys()) {
    const way: BlockId[] = []
    const onWay = new Set<BlockId>()
    let at: Anchor | undefined = block
    while (at !== undefined && at !== 'start' && !settled.has(at)) {
      if (onWay.has(at)) return { tag: 'MovesInACircle', blocks: way.slice(way.indexOf(at)) }
      onWay.add(at)
      way.push(at)
      at = moves.get(at)?.after
    }
    for (const seen of way) settled.add(seen)
  }
  return undefined
}

function editedProblem(base: BaseText, change: Change): TextProblem | undefined {
  for (const [block, edits] of change.edits) {
    const problem = leftProblem(block, editedWords(base.points(block), edits))
    if (problem !== undefined) return problem
  }
  return undefined
}
