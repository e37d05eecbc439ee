/** Where a platform stands, and since when it binds the submissions in it. */
import { type Instant, millis } from '../kernel/primitives'
import { type SubmissionRef } from '../submission/ids'
import { type PlatformDocument } from './events'
import { type Adoption, type Compilation, type Freeze, type PlatformState } from './state'

export type PlatformStanding = 'none' | 'draft' | 'frozen' | 'adopted' | 'setAside' | 'superseded'

/** Where the platform stands as last recorded; `none` before its first compilation. */
export const platformStanding = (state: PlatformState): PlatformStanding => {
  if (state.superseded !== undefined) return 'superseded'
  if (state.setAside !== undefined) return 'setAside'
  if (adoptionOf(state) !== undefined) return 'adopted'
  if (freezeOf(state) !== undefined) return 'frozen'
  return state.ref === undefined ? 'none' : 'draft'
}

/** The draft that counts: the last compilation. */
export const draftOf = (state: PlatformState): Compilation | undefined => state.compilations.at(-1)

/** The freeze in force, also after adoption and supersession; none once unfrozen. */
export const freezeOf = (state: PlatformState): Freeze | undefined => {
  const last = state.freezes.at(-1)
  return last?.unfrozen === undefined ? last : undefined
}

/** The adoption in force, also once superseded; none once taken back. */
export const adoptionOf = (state: PlatformState): Adoption | undefined => {
  const last = state.adoptions.at(-1)
  return last?.takenBack === undefined ? last : undefined
}

/** The frozen document in force (rule 13). */
export const documentOf = (state: PlatformState): PlatformDocument | undefined => freezeOf(state)?.document

/** Whether the text is fixed: frozen, adopted or superseded, and not set aside. */
export const isFrozen = (state: PlatformState): boolean =>
  state.setAside === undefined && freezeOf(state) !== undefined

/**
 * Since when a submission is bound by the frozen platform, whether as a finding, a clause or an exclusion: acts on it
 * dated at or before that are refused (rule 2). Absent where no frozen document holds it.
 */
export const frozenAt = (state: PlatformState, submission: SubmissionRef): Instant | undefined => {
  const freeze = isFrozen(state) ? freezeOf(state) : undefined
  return freeze !== undefined && submissionsOf(freeze.document).includes(submission) ? freeze.at : undefined
}

interface Placed {
  readonly ref: SubmissionRef
}

/** Every submission in the document: findings, clauses, exclusions, in this order. */
export const submissionsOf = (sections: {
  readonly findings: ReadonlyArray<Placed>
  readonly clauses: ReadonlyArray<Placed>
  readonly exclusions: ReadonlyArray<Placed>
}): ReadonlyArray<SubmissionRef> =>
  [...sections.findings, ...sections.clauses, ...sections.exclusions].map(({ ref }) => ref)

/** When the adoption vote was taken: support can be withdrawn until then (rule 6). */
export const adoptionVoteAt = (state: PlatformState): Instant | undefined => adoptionOf(state)?.at

/** When the draft last changed by compiling, writing, moving or unfreezing; a freeze may not precede it (rule 2). */
export const lastDrafted = (state: PlatformState): Instant | undefined =>
  [
    ...state.compilations,
    ...state.preambles,
    ...state.moves,
    ...state.freezes.flatMap(({ unfrozen }) => unfrozen ?? [])
  ]
    .map(({ at }) => at)
    .reduce<Instant | undefined>(
      (latest, at) => (millis(latest ?? at) <= millis(at) ? at : latest),
      undefined
    )
