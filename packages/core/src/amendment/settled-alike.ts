/**
 * Whoever asks for the very same is settled alike: what people said of one collision holds for each between the same
 * wishes, in the open, as a settlement that names the one it is like (rules 8 and 9).
 */
import * as E from 'fp-ts/lib/Either'
import { canonicalText } from '../kernel/canonical'
import { sameWishes } from '../text/matter'
import { type Resolution } from '../text/resolution'
import { type Draft } from './draft'
import { type AmendmentEvent } from './events'
import { collisionsOf, openCollisions, resolutionOf } from './queries'
import { type Revision, revisionOf, type RevisionLine } from './revision-line'
import { knownCollisions } from './round'
import { isKnownAs, type Known, saidOn, type Settlement, settlementOf } from './settlement'
import { type CollisionState } from './state'
import { type Voices } from './voices'

/** A collision and what is said of it. */
export type Said = Known & { readonly resolution: Resolution }

/** What is said now of one collision, said of each other open one between the very same wishes. */
export const alsoSaid = (
  line: RevisionLine,
  { state }: Draft,
  { open, settled }: Settlement,
  said: Said
): ReadonlyArray<Said> => {
  const mine = settled.find(({ recorded }) => recorded.ref === said.recorded.ref)?.matter
  if (mine === undefined) return []
  const alike = open.flatMap(matter => {
    const same = sameWishes(mine, matter)
    return same === undefined ? [] : [{ matter, crossed: same === 'crossed' }]
  })
  return alike.length === 0
    ? []
    : openCollisions(state).flatMap(recorded => {
        const found = alike.find(({ matter }) => isKnownAs(recorded, matter.collision))
        return found === undefined ? [] : saidLike(line, said, recorded, found.crossed)
      })
}

function saidLike(
  line: RevisionLine,
  said: Said,
  recorded: CollisionState,
  crossed: boolean
): ReadonlyArray<Said> {
  const base: Revision | undefined = revisionOf(line, recorded.revision)
  const resolution = base === undefined ? undefined : saidOn(line, said, base, recorded.collision, crossed)
  return resolution === undefined ? [] : [{ recorded, resolution, like: said.like ?? said.recorded }]
}

/**
 * What was said before of the wishes between which new collisions are. Nothing where people said different things of
 * them, or have spoken of the very collision before: then they are asked.
 */
export const saidBefore = (
  line: RevisionLine,
  { state }: Draft,
  { base, heard }: Pick<Voices, 'base' | 'heard'>,
  { open, settled }: Settlement,
  found: ReadonlyArray<CollisionState>
): ReadonlyArray<Said> => {
  const said = found.flatMap(recorded => {
    const matter = open.find(({ collision }) => isKnownAs(recorded, collision))
    if (matter === undefined || spokenOf(collisionsOf(state), recorded)) return []
    const [first, ...others] = settled.flatMap(one => {
      const same = sameWishes(one.matter, matter)
      const said = knownCollisions(state).find(known => known.recorded.ref === one.recorded.ref)
      return same === undefined || said?.resolution === undefined
        ? []
        : saidLike(line, { ...said, resolution: said.resolution }, recorded, same === 'crossed')
    })
    const agree = others.every(other => saysTheSame(first, other))
    return first !== undefined && agree ? [first] : []
  })
  if (said.length === 0) return said
  const all = settlementOf(line, base, heard(), knownCollisions(state, ...said))
  return E.isRight(all) ? said : []
}

const saysTheSame = (a: Said | undefined, b: Said): boolean =>
  a !== undefined && canonicalText(a.resolution) === canonicalText(b.resolution)

const spokenOf = (all: ReadonlyArray<CollisionState>, { ref, collision }: CollisionState): boolean =>
  all.some(
    one =>
      one.ref !== ref &&
      isKnownAs(one, collision) &&
      (resolutionOf(one) !== undefined || one.history.some(isOwnWord))
  )

/** People spoke of this collision itself. */
const isOwnWord = (entry: CollisionState['history'][number]): boolean =>
  (entry.status === 'resolved' || entry.status === 'reopened') && entry.like === undefined

/** What is recorded of a collision that is settled like another. */
export const resolvedLike =
  (state: Draft['state']) =>
  ({ recorded, resolution, like }: Said): ReadonlyArray<AmendmentEvent> => {
    const root = like === undefined ? undefined : state.collisions[like.ref]
    const said = root === undefined ? undefined : resolutionOf(root)
    if (root === undefined || said === undefined) return []
    const { reason, decision } = said
    return [
      {
        type: 'CollisionResolved',
        data: {
          ref: recorded.ref,
          resolution,
          reason,
          ...(decision === undefined ? {} : { decision }),
          like: root.ref
        }
      }
    ]
  }
