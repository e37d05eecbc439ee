/** "Where did our point go?": for each association, what became of what it brought, also through merges (rule 12). */
import { type AssociationRef } from '../kernel/envelope'
import { type SubmissionStream } from '../path/states'
import { stageAt } from '../process/coalition-at'
import { associationOf } from '../process/numbers'
import { settledFate } from '../submission/fate'
import { type Author, type Turn } from '../submission/state'
import { amendmentEnds } from './amendment-ends'
import { type ClausesOf, clausesBySubmission } from './clauses'
import { present, timesOf } from './entry'
import { type Numbered, submissionsOf } from './in-order'
import { titlesOf } from './titles'
import { undoneOf } from './undone'
import { type Board, defineView } from './view'

export const fatesView = defineView({
  name: 'fates',
  purpose: 'what became of what each association brought, through merges and splits',
  needs: 'all',
  about: { kind: 'optional', letters: 'A' },
  dated: false,
  show: board => {
    const { ref } = board.asked
    if (ref !== undefined && associationOf(board.own, ref) === undefined) return undefined
    const points = pointsByAssociation(board)
    const amendments = amendmentEnds(board.states, stageAt(board.own, board.now))
    return {
      associations: board.own.associations
        .filter(association => ref === undefined || association.ref === ref)
        .map(association => ({
          association: association.ref,
          names: association.names,
          submissions: points.get(association.ref) ?? [],
          amendments: amendments.get(association.ref) ?? []
        }))
    }
  }
})

/** Where a point is now: a submission that went nowhere else, with its fate. */
interface End {
  readonly submission: string
  readonly fate: ReturnType<typeof settledFate>['fate']
  readonly clauses: ReadonlyArray<string>
  readonly decision?: string
  readonly reason?: string
}

type Point = { readonly submission: string; readonly as: Author['as'] } & object

const pointsByAssociation = (board: Board): ReadonlyMap<AssociationRef, ReadonlyArray<Point>> => {
  const endsOf = endsIn(board, clausesBySubmission(board.states))
  const points = new Map<AssociationRef, Array<Point>>()
  for (const stream of submissionsOf(board.states)) {
    for (const author of firstAs(stream.state.submission.authors)) {
      const own = points.get(author.association) ?? []
      own.push(pointOf(stream, author, endsOf, board))
      points.set(author.association, own)
    }
  }
  return points
}

const firstAs = (authors: ReadonlyArray<Author>): ReadonlyArray<Author> => {
  const first = new Map<string, Author>()
  for (const author of authors) if (!first.has(author.association)) first.set(author.association, author)
  return [...first.values()]
}

const pointOf = (
  { ref, state }: Numbered<SubmissionStream>,
  { as }: Author,
  endsOf: (ref: string) => ReadonlyArray<End>,
  board: Board
) => ({
  submission: ref,
  as,
  title: titlesOf(state.submission, board.own),
  ...settledFate(state.submission, stageAt(board.own, board.now)),
  course: state.submission.turns.map(courseRow),
  ...present('undone', undoneOf({ ref, state }, board.states)),
  ends: endsOf(ref)
})

/** A turn that it took, also where a later one took that back (rule 1). */
const courseRow = (turn: Turn) => ({
  ...timesOf(turn),
  turn: turn.turn,
  ...wayOf(turn),
  ...('decision' in turn ? present('decision', turn.decision) : {}),
  ...('reason' in turn ? present('reason', turn.reason) : {})
})

const wayOf = (turn: Turn): { readonly into?: ReadonlyArray<string>; readonly merged?: string } => {
  if (turn.turn === 'mergedInto') return { into: [turn.into] }
  if (turn.turn === 'splitInto') return { into: turn.into.map(({ ref }) => ref) }
  return turn.turn === 'mergeUndone' ? { merged: turn.merged } : {}
}

/** The ends of every submission, each looked up once however many roads lead to it. */
const endsIn = (board: Board, clauses: ClausesOf): ((ref: string) => ReadonlyArray<End>) => {
  const stage = stageAt(board.own, board.now)
  const known = new Map<string, ReadonlyArray<End>>()
  const endsOf = (ref: string): ReadonlyArray<End> => {
    const already = known.get(ref)
    if (already !== undefined) return already
    known.set(ref, [])
    const submission = board.states.submissions[ref]?.submission
    if (submission === undefined) return []
    const { fate, into, decision, reason } = settledFate(submission, stage)
    const ends =
      into === undefined || into.length === 0
        ? [
            {
              submission: ref,
              fate,
              clauses: clauses(ref),
              ...present('decision', decision),
              ...present('reason', reason)
            }
          ]
        : distinct(into.flatMap(endsOf))
    known.set(ref, ends)
    return ends
  }
  return endsOf
}

const distinct = (ends: ReadonlyArray<End>): ReadonlyArray<End> => [
  ...new Map(ends.map(end => [end.submission, end])).values()
]
