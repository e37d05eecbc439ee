/**
 * Provenance of every block and run of words: who brought it, which amendment changed it, which meeting decided, who
 * stands by that wording. Words of a merged or split submission keep the origin that they had in its sources.
 */
import { BlockRef, SubmissionRef } from '../submission/ids'
import { fateOf } from '../submission/fate'
import { currentRevision, revisionOf } from '../submission/queries'
import { ClauseRef, platformOf } from '../platform/ids'
import { documentOf } from '../platform/standing'
import { clauseRef } from '../platform/numbers'
import { type SubmissionStream } from '../path/states'
import { type Block, type Text } from '../text/text'
import { present } from './entry'
import { standingBy } from './standing-by'
import { tracer, type TracedWords } from './traced-words'
import { type Board, defineView } from './view'

export const provenanceView = defineView({
  name: 'provenance',
  purpose: 'who brought, changed and decided every word of a submission, a clause or a block',
  needs: 'all',
  about: { kind: 'required', letters: 'DEPV' },
  dated: false,
  show: board => {
    const asked = askedFor(board)
    const stream = board.states.submissions[asked?.submission ?? '']
    const text = stream === undefined ? undefined : textOf(stream, asked?.revision)
    return asked === undefined || stream === undefined || text === undefined
      ? undefined
      : traced(asked, text, stream, board)
  }
})

/** One text, or one block of it. */
interface Wanted {
  readonly submission: SubmissionRef
  /** Absent: the current one. */
  readonly revision?: number
  readonly block?: string
  readonly clause?: ClauseRef
}

/** `P1`, `P1@2`, `P1#b3` or `V1.3`, the exact text that the clause is made of. */
const askedFor = (board: Board): Wanted | undefined => {
  const ref = board.asked.ref ?? ''
  if (ClauseRef.is(ref)) return clauseAsked(ref, board)
  const [submission = '', block] = ref.split('#')
  const [plain = '', revision] = submission.split('@')
  if (!SubmissionRef.is(plain)) return undefined
  if (block !== undefined && !BlockRef.is(`${plain}#${block}`)) return undefined
  return {
    submission: plain,
    ...(revision === undefined ? {} : { revision: Number(revision) }),
    ...present('block', block)
  }
}

const clauseAsked = (clause: ClauseRef, { states }: Board): Wanted | undefined => {
  const state = states.platforms[platformOf(clause)]
  const document = state === undefined ? undefined : documentOf(state)
  const found = document?.clauses.find(({ number }) => clauseRef(document.platform, number) === clause)
  return found === undefined ? undefined : { submission: found.ref, revision: found.revision, clause }
}

const textOf = ({ submission }: SubmissionStream, revision: number | undefined) =>
  revision === undefined ? currentRevision(submission) : revisionOf(submission, revision)

const traced = (
  wanted: Wanted,
  { revision, textHash, text }: { readonly revision: number; readonly textHash: string; readonly text: Text },
  stream: SubmissionStream,
  { states }: Board
) => {
  const words = tracer(states)(wanted.submission, revision)
  const blocks = text.blocks.filter(({ id }) => wanted.block === undefined || id === wanted.block)
  if (blocks.length === 0) return undefined
  const standing = standingBy(stream)
  const { fate, decision, accepted } = fateOf(stream.submission)
  return {
    submission: wanted.submission,
    ...present('clause', wanted.clause),
    revision,
    textHash,
    language: text.language,
    fate,
    ...present('decision', decision),
    ...present('accepted', accepted),
    title: words.title,
    blocks: blocks.map(block => ({
      ...blockHead(wanted.submission, block),
      runs: runsOf(words, block),
      stands: standing(block)
    }))
  }
}

const blockHead = (submission: string, block: Block) => ({
  block: `${submission}#${block.id}`,
  kind: block.kind,
  ...(block.kind === 'paragraph' ? {} : { level: block.level })
})

const runsOf = ({ blocks }: TracedWords, { id }: Block) => blocks.get(id) ?? []
