/** What settled collisions mean for one amendment: whether they bear on it, whom they tie it to, and which it lost. */
import { type AmendmentRef, type CollisionRef } from './ids'
import { type Known } from './settlement'

/** Whether a settled collision bears on an amendment and on nothing but it and the named others. */
export const bearsOn = (
  known: ReadonlyArray<Known>,
  amendment: AmendmentRef,
  others: ReadonlyArray<AmendmentRef>
): boolean =>
  known.some(
    ({ recorded, resolution }) =>
      resolution !== undefined &&
      recorded.concerns.includes(amendment) &&
      recorded.concerns.every(ref => ref === amendment || others.includes(ref))
  )

/**
 * The amendments that settled collisions tie to these, however far. What settled collisions leave of all others is the
 * same whether these are in the text or not.
 */
export const tiedTo = (
  known: ReadonlyArray<Known>,
  amendments: ReadonlyArray<AmendmentRef>
): ReadonlySet<AmendmentRef> => {
  const tied = new Set(amendments)
  let untied = known
    .filter(({ resolution }) => resolution !== undefined)
    .map(({ recorded }) => recorded.concerns)
  for (;;) {
    const more = untied.filter(concerns => concerns.some(ref => tied.has(ref)))
    if (more.length === 0) return tied
    for (const ref of more.flat()) tied.add(ref)
    untied = untied.filter(concerns => !more.includes(concerns))
  }
}

/** Of settled collisions, those that did not go the amendment's way: another side stands, or a third text does. */
export const lostBy = (
  amendment: AmendmentRef,
  settled: ReadonlyArray<CollisionRef>,
  known: ReadonlyArray<Known>
): ReadonlyArray<CollisionRef> => {
  const behind = (side: string): ReadonlyArray<string> => {
    const written = known.filter(({ recorded, like }) => (like ?? recorded).hash === side)
    return written.length === 0 ? side.split('+') : written.flatMap(({ recorded }) => recorded.concerns)
  }
  return settled.filter(ref => {
    const resolution = known.find(({ recorded }) => recorded.ref === ref)?.resolution
    if (resolution === undefined || resolution.take === 'both') return false
    return resolution.take === 'third' || !behind(resolution.ref).includes(amendment)
  })
}
