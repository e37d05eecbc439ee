/** Whose word is on the wording of a block: on a text in which it reads as it does now, or read otherwise then. */
import { currentStands, type Stand } from '../endorsement/stands'
import { type States, type SubmissionStream } from '../path/states'
import { revisionOf } from '../submission/queries'
import { type Block, type BlockId } from '../text/text'
import { present } from './entry'
import { homesIn, takenInSources } from './taken-on'

export interface StandOnWording {
  readonly association: string
  /** Of the block: a reservation to others of the text is an endorsement of this one. */
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
  const inherited = stands.map(stand => takenInSources(stand, states))
  const words = wordsIn(states)
  const { ref } = stream.submission
  const earlier = idsOf(stream, states)
  return block => [
    ...taken.flatMap(stand =>
      ref !== undefined && stand.revision !== undefined
        ? onReading(block, stand, stand.revision, words(ref, stand.revision, block.id))
        : []
    ),
    ...inherited.flatMap(those =>
      strongest(
        those.flatMap(stand =>
          earlier(block.id, stand.submission)
            .filter(id => words(stand.submission, stand.revision, id) === block.text)
            .flatMap(id => onWording({ ...stand, status: 'inherited' }, stand.revision, id, stand.submission))
        )
      )
    )
  ]
}

/** A stale stand says nothing of words that changed. */
const onReading = (
  block: Block,
  stand: Stand,
  revision: number,
  then: string | undefined
): ReadonlyArray<StandOnWording> => {
  if (then === block.text) return onWording(stand, revision, block.id)
  if (stand.status !== 'live') return []
  const readThen = then === undefined ? 'notThere' : 'otherwise'
  return onWording(stand, revision, block.id).map(one => ({ ...one, readThen }))
}

/** The ids that a block had in a text from which this one has it. */
const idsOf = ({ submission }: SubmissionStream, states: States) => {
  const earlier = new Map<string, ReadonlyArray<BlockId>>()
  for (const [from, here] of homesIn(submission, states)) {
    const [source, id] = from.split('#') as [string, BlockId]
    for (const block of here)
      earlier.set(`${source}#${block}`, [...(earlier.get(`${source}#${block}`) ?? []), id])
  }
  return (block: BlockId, source: string): ReadonlyArray<BlockId> => earlier.get(`${source}#${block}`) ?? []
}

/** The words of a block in a revision, each text looked up once. */
const wordsIn = ({ submissions }: States) => {
  const known = new Map<string, ReadonlyMap<string, string>>()
  return (ref: string, revision: number, block: BlockId): string | undefined => {
    const name = `${ref}@${revision}`
    const already = known.get(name)
    if (already !== undefined) return already.get(block)
    const submission = submissions[ref as keyof typeof submissions]?.submission
    const text = submission === undefined ? undefined : revisionOf(submission, revision)?.text
    const made = new Map((text?.blocks ?? []).map(one => [one.id as string, one.text as string]))
    known.set(name, made)
    return made.get(block)
  }
}

/** One association, one word on a block, also where several sources had it (rule 4). */
const strongest = (those: ReadonlyArray<StandOnWording>): ReadonlyArray<StandOnWording> =>
  (['objection', 'reservation', 'endorsement'] as const)
    .flatMap(kind => those.find(one => one.kind === kind) ?? [])
    .slice(0, 1)

/** An objection is on the blocks that it names, on all where it names none; a reservation is on those that it names. */
const onWording = (
  { association, kind, status, blocks, reservations, reason }: Stand,
  revision: number,
  block: BlockId,
  submission?: string
): ReadonlyArray<StandOnWording> => {
  if (kind === 'objection' && blocks.length > 0 && !blocks.includes(block)) return []
  const reserved = reservations.find(one => one.block === block)
  return [
    {
      association,
      kind: kind === 'objection' ? kind : reserved === undefined ? 'endorsement' : 'reservation',
      status,
      revision,
      ...present('submission', submission),
      ...present('reason', kind === 'objection' ? reason : reserved?.reason)
    }
  ]
}
