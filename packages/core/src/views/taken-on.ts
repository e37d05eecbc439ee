/** On which exact text an inherited stand was taken, by the submission where it was, however many merges and splits lie between. */
import { type Stand, standAt } from '../endorsement/stands'
import { type Hash, type Positive } from '../kernel/primitives'
import { type States } from '../path/states'
import { type SubmissionRef } from '../submission/ids'
import { type SubmissionState } from '../submission/state'
import { type BlockId } from '../text/text'

/** The stand as it was in a source when that was merged or split: with the text that it was given on. */
export type Taken = Stand & {
  readonly submission: SubmissionRef
  readonly revision: Positive
  readonly textHash: Hash
}

/** The stands that an inherited one is made of; none of one that is not inherited. */
export const takenInSources = (
  { status, association, from = [], at }: Stand,
  states: States
): ReadonlyArray<Taken> =>
  status !== 'inherited'
    ? []
    : from.flatMap(ref => {
        const source = states.submissions[ref]
        const stand = source === undefined ? undefined : standAt(source, association, at)
        if (stand === undefined) return []
        const { revision, textHash } = stand
        return revision === undefined || textHash === undefined
          ? takenInSources(stand, states)
          : [{ ...stand, submission: ref, revision, textHash }]
      })

/** `P1#b2` and the block that has its words in this submission, of all that it is made of, nearest first. */
export const homesIn = (
  { merged, splitFrom }: SubmissionState,
  states: States
): ReadonlyMap<string, ReadonlyArray<BlockId>> => {
  const homes = new Map<string, ReadonlyArray<BlockId>>()
  for (const { block, from } of (merged ?? splitFrom)?.blocks ?? [])
    for (const one of from) homes.set(one, [...(homes.get(one) ?? []), block])
  const sources = merged?.sources ?? (splitFrom === undefined ? [] : [splitFrom.source])
  for (const { ref } of sources) {
    const source = states.submissions[ref]?.submission
    if (source === undefined) continue
    for (const [earlier, blocks] of homesIn(source, states))
      homes.set(earlier, [
        ...(homes.get(earlier) ?? []),
        ...blocks.flatMap(block => homes.get(`${ref}#${block}`) ?? [])
      ])
  }
  return homes
}
