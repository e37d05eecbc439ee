/** What a recorded collision comes to now: where its sides want things, what it keeps back, how the text reads by now. */
import { AmendmentRef } from '../amendment/ids'
import { findAmendment, formOn, isCollisionOpen, isOpen } from '../amendment/queries'
import { type AmendmentsState, type CollisionState } from '../amendment/state'
import { type SubmissionStream } from '../path/states'
import { currentRevision, revisionOf } from '../submission/queries'
import { type Revision } from '../submission/state'
import { type Operation } from '../text/operation'
import { present } from './entry'

/** Of a side that is an amendment: the moves, joins and new blocks of it that are in question; their words alone say not where. */
export const wantsOf = (
  amendments: AmendmentsState,
  { revision, collision }: CollisionState,
  ref: string
): ReadonlyArray<Operation> => {
  const amendment = AmendmentRef.is(ref) ? findAmendment(amendments, ref) : undefined
  const form = amendment === undefined ? undefined : formOn(amendment, revision)
  return (form?.operations ?? []).filter(operation => isPlaced(operation, collision.blocks))
}

const isPlaced = (operation: Operation, blocks: ReadonlyArray<string>): boolean => {
  switch (operation.op) {
    case 'move':
      return blocks.includes(operation.block) || blocks.includes(operation.after)
    case 'insert':
      return blocks.includes(operation.after)
    case 'join':
      return blocks.includes(operation.first) || blocks.includes(operation.second)
    case 'replace':
    case 'delete':
    case 'split':
    case 'recast':
    case 'retitle':
      return false
  }
}

/** While it is open: the amendments that it keeps from being put in, none that is in already. */
export const keptBackBy = (
  amendments: AmendmentsState,
  collision: CollisionState
): ReadonlyArray<AmendmentRef> =>
  isCollisionOpen(collision)
    ? collision.concerns.filter(ref => {
        const amendment = findAmendment(amendments, ref)
        return amendment !== undefined && isOpen(amendment)
      })
    : []

/** How the blocks in question, or the title, read by now, where that is otherwise than when it was recorded. */
export const readsNow = (
  { submission }: SubmissionStream,
  { revision, collision }: CollisionState
): { readonly now?: { readonly revision: number; readonly words: string } } => {
  const then = revisionOf(submission, revision as Revision['revision'])
  const current = currentRevision(submission)
  if (then === undefined || current === undefined) return {}
  const words = wordsOf(current, collision.blocks)
  return present(
    'now',
    words === wordsOf(then, collision.blocks) ? undefined : { revision: current.revision, words }
  )
}

const wordsOf = ({ text }: Revision, blocks: ReadonlyArray<string>): string =>
  blocks.length === 0
    ? text.title
    : blocks
        .flatMap(id => text.blocks.filter(block => block.id === id))
        .map(block => block.text)
        .join('\n')
