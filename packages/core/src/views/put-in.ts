/** With which text an amendment was put in, and whether its words are still there. */
import { type AmendmentRef } from '../amendment/ids'
import { type AmendmentState } from '../amendment/state'
import { type DecisionRef } from '../meeting/ids'
import { type SubmissionStream } from '../path/states'
import { revisionOf, revisionsOf } from '../submission/queries'
import { type Revision } from '../submission/state'
import { wordsGone } from '../text/provenance'
import { present } from './entry'
import { lineTo } from './line-to'

export interface PutIn {
  /** The revision that has it, the last where it was put in again. */
  readonly revision: number
  /** Where that text was taken back since: by which revision, and which decision. */
  readonly takenBack?: { readonly revision: number; readonly decision?: DecisionRef }
  /** The revision by which none of the words was left that came with it, and what brought that one. */
  readonly wordsGone?: {
    readonly revision: number
    readonly because: Revision['because']['kind']
    readonly amendments?: ReadonlyArray<AmendmentRef>
  }
}

/** None for one that was never put in. */
export const putInOn = ({ submission }: SubmissionStream): ((one: AmendmentState) => PutIn | undefined) => {
  const all = revisionsOf(submission)
  const made = new Map(all.flatMap(madeOf))
  const line = made.size === 0 ? [] : lineTo(all)
  const standing = new Set<number>(line.map(({ revision }) => revision))
  const gone = wordsGone(line.map(({ revision, text }) => ({ revision, text, source: revision })))
  return ({ ref, fates }) => {
    const revision = made.get(ref)
    if (revision === undefined) return undefined
    const last = fates.at(-1)?.fate
    const by = last?.status === 'reopened' ? last.decision : undefined
    return {
      revision,
      ...(standing.has(revision)
        ? present('wordsGone', goneWith(revisionOf(submission, gone.get(revision) ?? 0)))
        : present('takenBack', takenBack(all, revision, by)))
    }
  }
}

const madeOf = ({ revision, because }: Revision): ReadonlyArray<readonly [AmendmentRef, number]> =>
  because.kind === 'amendments' ? because.amendments.map(ref => [ref, revision] as const) : []

/** By the first text after it whose line no longer has it. */
const takenBack = (
  all: ReadonlyArray<Revision>,
  taken: number,
  decision: DecisionRef | undefined
): PutIn['takenBack'] => {
  const back = all.find(
    ({ revision, because }) =>
      revision > taken &&
      because.kind === 'annulment' &&
      !lineTo(all.slice(0, revision)).some(one => one.revision === taken)
  )
  return back === undefined ? undefined : { revision: back.revision, ...present('decision', decision) }
}

const goneWith = (revision: Revision | undefined): PutIn['wordsGone'] =>
  revision === undefined
    ? undefined
    : {
        revision: revision.revision,
        because: revision.because.kind,
        ...present(
          'amendments',
          revision.because.kind === 'amendments' ? revision.because.amendments : undefined
        )
      }
