/** Of whose text something was changed that their stand was kept through: to look at, nothing that has to be done. */
import { currentStands } from '../endorsement/stands'
import { type SubmissionStream } from '../path/states'
import { isClosed } from '../submission/fate'
import { currentRevision } from '../submission/queries'
import { type Numbered, submissionsOf } from './in-order'
import { keptThrough } from './kept-through'
import { type Board } from './view'
import { adoptedIn } from './waiting-on-submissions'

export interface ToLookAt {
  readonly what: 'changedUnderStand'
  readonly ref: string
  /** The associations whose stands were kept. */
  readonly for: ReadonlyArray<string>
  /** The texts that came since. */
  readonly about: ReadonlyArray<string>
  /** When the last of them came. */
  readonly since: string
}

/** A row for each submission whose course is not at its end. */
export const changedUnderStands = ({ states }: Board): ReadonlyArray<ToLookAt> => {
  const adopted = adoptedIn(states)
  return submissionsOf(states).flatMap(stream =>
    adopted.has(stream.ref) || isClosed(stream.state.submission) ? [] : changedUnder(stream)
  )
}

const changedUnder = ({ ref, state }: Numbered<SubmissionStream>): ReadonlyArray<ToLookAt> => {
  const { submission } = state
  const current = currentRevision(submission)
  const kept = currentStands(state).flatMap(stand => {
    const later = keptThrough(submission, stand, current)
    return later.length === 0 ? [] : [{ association: stand.association, later }]
  })
  const texts = new Map(kept.flatMap(({ later }) => later.map(one => [one.revision, one.at] as const)))
  const order = [...texts].sort(([a], [b]) => a - b)
  const last = order.at(-1)
  return last === undefined
    ? []
    : [
        {
          what: 'changedUnderStand' as const,
          ref,
          for: kept.map(({ association }) => association),
          about: order.map(([revision]) => `${ref}@${revision}`),
          since: last[1]
        }
      ]
}
