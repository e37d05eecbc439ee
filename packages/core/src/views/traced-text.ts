/** One text with the origin of its words and the stands on its blocks. */
import { type States } from '../path/states'
import { type ClauseRef } from '../platform/ids'
import { fateOf } from '../submission/fate'
import { type SubmissionRef } from '../submission/ids'
import { currentRevision, revisionOf } from '../submission/queries'
import { type Block } from '../text/text'
import { present } from './entry'
import { standingBy } from './standing-by'
import { type Trace } from './traced-words'

/** Which text, or which block of it. */
export interface TextAsked {
  readonly submission: SubmissionRef
  /** Absent: the current one. */
  readonly revision?: number
  readonly block?: string
  /** The clause that it is. */
  readonly clause?: ClauseRef
}

/** None where there is no such text, or no such block in it. */
export const tracedText = (asked: TextAsked, states: States, trace: Trace) => {
  const stream = states.submissions[asked.submission]
  const found =
    stream === undefined
      ? undefined
      : asked.revision === undefined
        ? currentRevision(stream.submission)
        : revisionOf(stream.submission, asked.revision)
  if (stream === undefined || found === undefined) return undefined
  const words = trace(asked.submission, found.revision)
  const blocks = found.text.blocks.filter(({ id }) => asked.block === undefined || id === asked.block)
  if (asked.block !== undefined && blocks.length === 0) return undefined
  const standing = standingBy(stream, states)
  const { fate, decision, accepted } = fateOf(stream.submission)
  return {
    submission: asked.submission,
    ...present('clause', asked.clause),
    revision: found.revision,
    textHash: found.textHash,
    language: found.text.language,
    fate,
    ...present('decision', decision),
    ...present('accepted', accepted),
    title: words.title,
    blocks: blocks.map(block => ({
      ...blockHead(asked.submission, block),
      runs: words.blocks.get(block.id) ?? [],
      stands: standing(block)
    }))
  }
}

const blockHead = (submission: string, block: Block) => ({
  block: `${submission}#${block.id}`,
  kind: block.kind,
  ...(block.kind === 'paragraph' ? {} : { level: block.level })
})
