/** Who took a stand on a text in which a block reads as it does now: whose word is on that wording. */
import { currentStands, type Stand } from '../endorsement/stands'
import { type SubmissionStream } from '../path/states'
import { revisionOf } from '../submission/queries'
import { type Block } from '../text/text'
import { present } from './entry'

export interface StandOnWording {
  readonly association: string
  readonly kind: Stand['kind']
  readonly status: Stand['status']
  readonly revision: number
  /** Of a reservation to this very block, or of an objection. */
  readonly reason?: string
}

/** By block: the stands that were taken on just these words and not taken back. */
export const standingBy = (stream: SubmissionStream): ((block: Block) => ReadonlyArray<StandOnWording>) => {
  const stands = currentStands(stream).filter(({ status }) => status === 'live' || status === 'stale')
  const readings = new Map<number, ReadonlyMap<string, string>>()
  const reading = (revision: number): ReadonlyMap<string, string> => {
    const known = readings.get(revision)
    if (known !== undefined) return known
    const text = revisionOf(stream.submission, revision)?.text
    const made = new Map((text?.blocks ?? []).map(block => [block.id, block.text]))
    readings.set(revision, made)
    return made
  }
  return block =>
    stands.flatMap(({ revision, ...stand }) =>
      revision !== undefined && reading(revision).get(block.id) === block.text
        ? [onWording(block, revision, stand)]
        : []
    )
}

const onWording = (
  { id }: Block,
  revision: number,
  { association, kind, status, reservations, blocks, reason }: Omit<Stand, 'revision'>
): StandOnWording => ({
  association,
  kind,
  status,
  revision,
  ...present(
    'reason',
    kind === 'objection' && (blocks.length === 0 || blocks.includes(id))
      ? reason
      : reservations.find(({ block }) => block === id)?.reason
  )
})
