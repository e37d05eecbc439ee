/**
 * What changed in the words of a submission from one revision to another: as data for any display, and as Markdown and
 * HTML fragments (`ins` and `del`, escaped) ready to be put into a document.
 */
import { type Language } from '../kernel/primitives'
import { SubmissionRef } from '../submission/ids'
import { currentRevision, revisionOf } from '../submission/queries'
import { type Revision, type SubmissionState } from '../submission/state'
import { showAsHtml, showAsMarkdown } from '../text/show-change'
import { type TextChange, wordDiff } from '../text/text-diff'
import { plainWords } from '../text/words'
import { type Board, defineView } from './view'

export const changesView = defineView({
  name: 'changes',
  purpose:
    'what changed in the words of a submission: P3 from the first text to the last, P3@2 from the one before, P3@1..3',
  needs: 'ref',
  about: { kind: 'required', letters: 'DEP' },
  dated: false,
  show: board => {
    const asked = askedFor(board)
    const state = board.states.submissions[asked?.submission ?? '']?.submission
    return asked === undefined || state === undefined ? undefined : changed(asked, state, board)
  }
})

/** Two revisions of one submission; absent ends are the first and the last. */
interface Wanted {
  readonly submission: SubmissionRef
  readonly from?: number
  readonly to?: number
}

/** `P3`, `P3@2` (from the one before), `P3@1..3`. */
const askedFor = ({ asked }: Board): Wanted | undefined => {
  const [, submission = '', first, last] = /^([DEP]\d+)(?:@(\d+)(?:\.\.(\d+))?)?$/.exec(asked.ref ?? '') ?? []
  if (!SubmissionRef.is(submission)) return undefined
  if (first === undefined) return { submission }
  return last === undefined
    ? { submission, from: Math.max(1, Number(first) - 1), to: Number(first) }
    : { submission, from: Number(first), to: Number(last) }
}

const changed = ({ submission, from = 1, to }: Wanted, state: SubmissionState, { asked }: Board) => {
  const language = asked.language as Language | undefined
  const before = revisionOf(state, from, language)
  const after = to === undefined ? currentRevision(state, language) : revisionOf(state, to, language)
  return before === undefined || after === undefined
    ? undefined
    : {
        submission,
        from: nameOf(before),
        to: nameOf(after),
        ...shown(wordDiff(before.text, after.text, plainWords))
      }
}

const nameOf = ({ revision, textHash, at, because, materiality }: Revision) => ({
  revision,
  textHash,
  at,
  because,
  materiality
})

const shown = (change: TextChange) => ({
  language: change.language,
  title: change.title,
  blocks: change.blocks,
  markdown: showAsMarkdown(change),
  html: showAsHtml(change)
})
