/** Who took part: attended, spoke, submitted, amended, took a stand; and who was silent. */
import { amendmentsOf } from '../amendment/queries'
import { type AssociationRef } from '../kernel/envelope'
import { everPresent } from '../meeting/attendance'
import { currentStands } from '../endorsement/stands'
import { standingAt } from '../process/standing'
import { meetingsOf, submissionsOf } from './in-order'
import { type Board, defineView } from './view'

export const participationView = defineView({
  name: 'participation',
  purpose: 'who attended, spoke, submitted, amended and took a stand, and who was silent',
  needs: 'all',
  about: { kind: 'none' },
  dated: false,
  show: board => {
    const parts = partsOf(board)
    return {
      meetings: meetingsOf(board.states).map(({ ref }) => ref),
      associations: board.own.associations.map(association => {
        const part = parts.get(association.ref) ?? noPart()
        return {
          association: association.ref,
          names: association.names,
          standing: standingAt(association, board.now) ?? 'registered',
          ...part,
          silent: isSilent(part)
        }
      })
    }
  }
})

/** References to what an association did, each once. */
interface Part {
  /** Meetings where it was there; meetings that it was invited to and did not come to, of those that were held. */
  readonly attended: Array<string>
  readonly stayedAway: Array<string>
  readonly spoke: Array<{ readonly meeting: string; readonly times: number }>
  /** As the one who brought it, or as a co-author from the first or later on. */
  readonly submitted: Array<string>
  readonly coAuthored: Array<string>
  readonly amended: Array<string>
  readonly endorsed: Array<string>
  readonly reserved: Array<string>
  readonly objected: Array<string>
}

const noPart = (): Part => ({
  attended: [],
  stayedAway: [],
  spoke: [],
  submitted: [],
  coAuthored: [],
  amended: [],
  endorsed: [],
  reserved: [],
  objected: []
})

const isSilent = ({ stayedAway: _, ...part }: Part): boolean =>
  Object.values(part).every(list => list.length === 0)

type PartOf = (association: AssociationRef) => Part

const partsOf = (board: Board): ReadonlyMap<AssociationRef, Part> => {
  const parts = new Map<AssociationRef, Part>()
  const partOf: PartOf = association => {
    const part = parts.get(association) ?? noPart()
    parts.set(association, part)
    return part
  }
  noteMeetings(board, partOf)
  noteSubmissions(board, partOf)
  return parts
}

const noteMeetings = ({ states }: Board, partOf: PartOf): void => {
  for (const { ref, state } of meetingsOf(states)) {
    const came = new Set(everPresent(state).map(({ association }) => association))
    for (const association of came) partOf(association).attended.push(ref)
    if (state.sittings.some(({ kind }) => kind === 'opened'))
      for (const { association } of state.invitations)
        if (!came.has(association)) partOf(association).stayedAway.push(ref)
    const times = new Map<AssociationRef, number>()
    for (const { speakers, retracted } of state.discussions)
      if (retracted === undefined)
        for (const speaker of speakers) times.set(speaker, (times.get(speaker) ?? 0) + 1)
    for (const [speaker, count] of times) partOf(speaker).spoke.push({ meeting: ref, times: count })
  }
}

/** A stand that was taken back was still taken; merged and split submissions are counted at their sources. */
const noteSubmissions = ({ states }: Board, partOf: PartOf): void => {
  for (const { ref, state } of submissionsOf(states)) {
    const noted = new Set<AssociationRef>()
    for (const { association, as } of state.submission.authors) {
      if (as === 'merged' || as === 'split' || noted.has(association)) continue
      noted.add(association)
      partOf(association)[as === 'submitter' ? 'submitted' : 'coAuthored'].push(ref)
    }
    for (const amendment of amendmentsOf(state.amendments))
      if (amendment.origin === undefined) partOf(amendment.association).amended.push(amendment.ref)
    for (const { association, kind, event } of currentStands(state))
      if (event !== undefined) partOf(association)[listOf[kind]].push(ref)
  }
}

const listOf = { endorsement: 'endorsed', reservation: 'reserved', objection: 'objected' } as const
