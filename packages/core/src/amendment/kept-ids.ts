/** Which block is which in a text that an amendment makes: within a round, as merging all of it would have it (rule 8). */
import * as E from 'fp-ts/lib/Either'
import { type SubmissionState } from '../submission/state'
import { type BlockId, type Text } from '../text/text'
import { type Step } from './after-change'
import { lineOf, type Revision } from './revision-line'
import { knownCollisions, voicesWith } from './round'
import { settledText, settlementOf } from './settlement'
import { readsTheSame } from './text-between'

/**
 * The text that an amendment makes, with the ids that the blocks of the round's base keep in whatever order the round
 * is put in: one that was taken away and comes back is the same block.
 */
export function withKeptIds(
  made: Text,
  { ref, before }: Extract<Step, { kind: 'amendment' }>,
  submission: SubmissionState
): Text {
  const line = lineOf(submission)
  const last = line.at(-1)
  if (last === undefined) return made
  const { base, heard: hear } = voicesWith(before, line, last, ref)
  const heard = hear()
  const settlement = settlementOf(line, base, heard, knownCollisions(before))
  if (E.isLeft(heard) || E.isLeft(settlement)) return made
  const merged = settledText(heard.right.base, settlement.right)
  return readsTheSame(merged, made) ? numbered(made, merged, base, last, submission.nextBlock) : made
}

/** Blocks of the base are called as in `merged`, all others as in the text before, or anew in reading order. */
function numbered(made: Text, merged: Text, base: Revision, last: Revision, nextBlock: number): Text {
  const ofBase = idsIn(base)
  const ofText = idsIn(last)
  let next = nextBlock
  const idOf = (id: BlockId, inMerged: BlockId | undefined): BlockId => {
    if (inMerged !== undefined && ofBase.has(inMerged)) return inMerged
    return ofText.has(id) && !ofBase.has(id) ? id : (`b${next++}` as BlockId)
  }
  return {
    ...made,
    blocks: made.blocks.map((block, index) => ({ ...block, id: idOf(block.id, merged.blocks[index]?.id) }))
  }
}

const idsIn = ({ text }: Revision): ReadonlySet<BlockId> => new Set(text.blocks.map(({ id }) => id))
