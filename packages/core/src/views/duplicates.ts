/** Near-duplicates among open submissions, computed when asked: suggested to those who gather them, never merged by a number. */
import { grouped } from '../kernel/grouped'
import { type SubmissionStream } from '../path/states'
import { fateOf } from '../submission/fate'
import { authorsOf, currentText } from '../submission/queries'
import { type Comparable, type NearDuplicate, nearDuplicates } from '../text/similarity'
import { type Text } from '../text/text'
import { type Numbered, submissionsOf } from './in-order'
import { titlesOf } from './titles'
import { type Board, defineView } from './view'

/** Only submissions of one kind are compared, in the language that both were first written in. */
export const duplicatesView = defineView({
  name: 'duplicates',
  purpose: 'open submissions that say nearly the same, with what they share',
  needs: 'all',
  about: { kind: 'none' },
  dated: false,
  show: board => {
    const open = submissionsOf(board.states).filter(({ state }) => fateOf(state.submission).fate === 'open')
    const proposed = proposalsBySource(board)
    return {
      pairs: groups(open)
        .flatMap(group => nearDuplicates(group))
        .sort((a, b) => b.likeness - a.likeness)
        .map(pair => pairRow(pair, proposed, board))
    }
  }
})

const groups = (
  open: ReadonlyArray<Numbered<SubmissionStream>>
): ReadonlyArray<ReadonlyArray<Comparable>> => {
  const worded = open.flatMap(({ ref, state: { submission } }) => {
    const text = currentText(submission)
    return text === undefined
      ? []
      : [{ ref, words: wordsOf(text), group: `${submission.kind ?? ''} ${text.language}` }]
  })
  return [...grouped(worded, ({ group }) => group).values()]
}

const wordsOf = ({ title, blocks }: Text): string => [title, ...blocks.map(({ text }) => text)].join('\n')

type Proposals = ReadonlyMap<string, ReadonlyArray<string>>

/** The open merge proposals that each submission is a source of. */
const proposalsBySource = (board: Board): Proposals => {
  const found = new Map<string, ReadonlyArray<string>>()
  for (const { ref, state } of submissionsOf(board.states)) {
    if (fateOf(state.submission).fate !== 'proposed') continue
    for (const source of state.submission.mergeProposal?.sources ?? [])
      found.set(source.ref, [...(found.get(source.ref) ?? []), ref])
  }
  return found
}

const pairRow = (pair: NearDuplicate, proposed: Proposals, { states, own }: Board) => {
  const side = (ref: string) => {
    const submission = states.submissions[ref]?.submission
    return submission === undefined
      ? { submission: ref }
      : { submission: ref, title: titlesOf(submission, own), authors: authorsOf(submission) }
  }
  const others = new Set(proposed.get(pair.second) ?? [])
  return {
    first: side(pair.first),
    second: side(pair.second),
    likeness: thousandths(pair.likeness),
    words: thousandths(pair.words),
    letters: thousandths(pair.letters),
    shared: pair.shared,
    proposedIn: (proposed.get(pair.first) ?? []).filter(merge => others.has(merge))
  }
}

/** Rounded, so that every machine shows the same number. */
const thousandths = (share: number): number => Math.round(share * 1000) / 1000
