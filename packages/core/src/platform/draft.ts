/** Working on a draft: the words before the clauses, and the order of the clauses; over once frozen (rule 13). */
import { canonicalText } from '../kernel/canonical'
import { type CommandOf } from '../kernel/command'
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type SubmissionRef } from '../submission/ids'
import { blockProblem, TEXT_LIMIT } from '../text/check'
import { utf8Length } from '../text/code-points'
import { type NewBlock } from '../text/text'
import { type platformCommands } from './commands'
import { preambleHash } from './document'
import { type PlatformEvent } from './events'
import { platformStream } from './ids'
import { type Objection, precedes, unless } from '../kernel/objection'
import { draftingOver, platformUnknown } from './preconditions'
import { PreambleRefused, PreambleRewritten } from './rejections'
import { draftOf } from './standing'
import { type PlatformState } from './state'

type WritePreamble = CommandOf<typeof platformCommands, 'WritePreamble'>
type MoveClause = CommandOf<typeof platformCommands, 'MoveClause'>

/** The whole preamble anew; no blocks take it away. A writer who read another one is told so (rule 16). */
export const writePreamble =
  ({ payload, process }: WritePreamble, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> =>
    unless(
      [
        ...stillDraft(payload.platform, state, coalition),
        () => rewritten(payload, state),
        () => blocksUnfit(payload.blocks)
      ],
      () =>
        preambleHash(payload.blocks) === preambleHash(preambleOf(state))
          ? []
          : [
              {
                type: 'PreambleWritten',
                stream: platformStream(process, payload.platform),
                data: { blocks: payload.blocks }
              }
            ]
    )

/** A clause of the draft put behind another, or first. `[]` where it stands there. */
export const moveClause =
  ({ payload, process }: MoveClause, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> =>
    unless(
      [
        ...stillDraft(payload.platform, state, coalition),
        () => notInDraft('payload.submission', payload.submission, state),
        () => (payload.after === 'start' ? undefined : notInDraft('payload.after', payload.after, state))
      ],
      () => {
        const { submission, after } = payload
        return canonicalText(orderAfterMove(state.order, submission, after)) === canonicalText(state.order)
          ? []
          : [
              {
                type: 'ClauseMoved',
                stream: platformStream(process, payload.platform),
                data: { submission, after }
              }
            ]
      }
    )

/** The order of the clauses after one is moved; a clause put behind itself stays. */
export const orderAfterMove = (
  order: ReadonlyArray<SubmissionRef>,
  submission: SubmissionRef,
  after: SubmissionRef | 'start'
): ReadonlyArray<SubmissionRef> => {
  if (after === submission) return order
  const rest = order.filter(ref => ref !== submission)
  const at = after === 'start' ? 0 : rest.indexOf(after) + 1
  return [...rest.slice(0, at), submission, ...rest.slice(at)]
}

/** The preamble as last written. */
export const preambleOf = (state: PlatformState): ReadonlyArray<NewBlock> =>
  state.preambles.at(-1)?.blocks ?? []

const stillDraft = (
  platform: WritePreamble['payload']['platform'],
  state: PlatformState,
  coalition: Coalition
): ReadonlyArray<() => Objection> => [
  () => platformUnknown('payload.platform', platform, state),
  () => draftingOver('payload.platform', platform, state),
  () => precedes(coalition.at, platform, draftOf(state)?.at ?? coalition.at)
]

const rewritten = ({ was }: WritePreamble['payload'], state: PlatformState): Objection => {
  const now = preambleHash(preambleOf(state))
  return was === now ? undefined : PreambleRewritten('payload.was', was, { now })
}

const blocksUnfit = (blocks: ReadonlyArray<NewBlock>): Objection => {
  for (const [block, one] of blocks.entries()) {
    const problem = blockProblem(one, block)
    if (problem !== undefined)
      return PreambleRefused(`payload.blocks.${block}`, one.text, { problem: problem.tag, block })
  }
  const bytes = blocks.reduce((sum, block) => sum + utf8Length(block.text), 0)
  return bytes <= TEXT_LIMIT
    ? undefined
    : PreambleRefused('payload.blocks', bytes, { problem: 'TextTooLong', block: blocks.length - 1 })
}

const notInDraft = (field: string, submission: SubmissionRef, state: PlatformState): Objection =>
  state.order.includes(submission) ? undefined : ReferenceUnknown(field, submission, { kind: 'clause' })
