/** Whose word is on the wording of a block: on a text in which it reads as it does now, or read otherwise then. */
import { currentStands, type Stand } from '../endorsement/stands'
import { type States, type SubmissionStream } from '../path/states'
import { revisionOf } from '../submission/queries'
import { type RevisionRef } from '../submission/events'
import { type Block } from '../text/text'
import { present } from './entry'

export interface StandOnWording {
  readonly association: string
  readonly kind: Stand['kind']
  readonly status: Stand['status']
  /** The text that it was given on: a revision of this submission, or of a source that this one has the block from. */
  readonly revision: number
  readonly submission?: string
  /** Of a live stand on a text in which the block read otherwise, or was not there: the change was called none of substance. */
  readonly readThen?: 'otherwise' | 'notThere'
  /** Of a reservation to this very block, or of an objection. */
  readonly reason?: string
}

/** By block: the stands that were taken on these words, here or in a source, or live on although they changed. */
export const standingBy = (
  stream: SubmissionStream,
  states: States
): ((block: Block) => ReadonlyArray<StandOnWording>) => {
  const stands = currentStands(stream)
  const taken = stands.filter(({ status }) => status === 'live' || status === 'stale')
  const inherited = stands.filter(({ status }) => status === 'inherited')
  const reading = readingsOf(stream)
  const sources = sourcesOf(stream, states)
  return block => [
    ...taken.flatMap(({ revision, ...stand }) =>
      revision !== undefined && speaksOf(stand, block)
        ? onReading(block, stand, revision, reading(revision).get(block.id))
        : []
    ),
    ...inherited
      .filter(stand => speaksOf(stand, block))
      .flatMap(stand =>
        sources(block)
          .filter(({ ref }) => stand.from?.includes(ref) === true)
          .slice(0, 1)
          .map(({ ref, revision }) => onWording(block, stand, revision, ref))
      )
  ]
}

/** A stale stand says nothing of words that changed. */
const onReading = (
  block: Block,
  stand: Spoken,
  revision: number,
  then: string | undefined
): ReadonlyArray<StandOnWording> => {
  if (then === block.text) return [onWording(block, stand, revision)]
  if (stand.status !== 'live') return []
  return [{ ...onWording(block, stand, revision), readThen: then === undefined ? 'notThere' : 'otherwise' }]
}

type Spoken = Omit<Stand, 'revision'>

/** An objection is on the blocks that it names, here or in a source; on all where it names none. */
const speaksOf = ({ kind, blocks, points = [] }: Spoken, { id }: Block): boolean =>
  kind !== 'objection' || blocks.includes(id) || (blocks.length === 0 && points.length === 0)

/** The words of the blocks of each revision, each looked up once. */
const readingsOf = ({ submission }: SubmissionStream) => {
  const known = new Map<number, ReadonlyMap<string, string>>()
  return (revision: number): ReadonlyMap<string, string> => {
    const already = known.get(revision)
    if (already !== undefined) return already
    const text = revisionOf(submission, revision)?.text
    const made = new Map((text?.blocks ?? []).map(block => [block.id, block.text]))
    known.set(revision, made)
    return made
  }
}

/** Of a merged or split text: the sources in which a block read just as it does here. */
const sourcesOf = ({ submission }: SubmissionStream, states: States) => {
  const named: ReadonlyArray<RevisionRef> =
    submission.merged?.sources ?? (submission.splitFrom === undefined ? [] : [submission.splitFrom.source])
  const origins = new Map(
    (submission.merged ?? submission.splitFrom)?.blocks.map(one => [one.block, one.from])
  )
  return ({ id, text }: Block): ReadonlyArray<RevisionRef> =>
    named.filter(({ ref, revision }) => {
      const source = states.submissions[ref]?.submission
      const words = source === undefined ? undefined : revisionOf(source, revision)?.text
      return words?.blocks.some(
        block => block.text === text && origins.get(id)?.includes(`${ref}#${block.id}` as never) === true
      )
    })
}

const onWording = (
  { id }: Block,
  { association, kind, status, reservations, reason }: Spoken,
  revision: number,
  submission?: string
): StandOnWording => ({
  association,
  kind,
  status,
  revision,
  ...present('submission', submission),
  ...present('reason', kind === 'objection' ? reason : reservations.find(({ block }) => block === id)?.reason)
})
