/** The next free numbers of a process, and what stands under a number (domain.md §2). Numbers are never reused. */
import { type AssociationRef, type MandateRef } from '../kernel/envelope'
import { type Positive } from '../kernel/primitives'
import { type AuthorityRef, type CharterRef, type ReferenceRef, type ThemeRef } from './ids'
import { type AssociationEntry, type MandateEntry, type ProcessState } from './state'

/** `A4` after three associations, whatever became of them. */
export const nextAssociation = (state: ProcessState): AssociationRef =>
  `A${state.associations.length + 1}` as AssociationRef

/** `A3-m2` after one mandate of association 3. */
export const nextMandate = (state: ProcessState, association: AssociationRef): MandateRef =>
  `${association}-m${(associationOf(state, association)?.mandates.length ?? 0) + 1}` as MandateRef

/** `T2` after one theme. */
export const nextTheme = (state: ProcessState): ThemeRef => `T${state.themes.length + 1}` as ThemeRef

/** `R5` after four references. */
export const nextReference = (state: ProcessState): ReferenceRef =>
  `R${state.references.length + 1}` as ReferenceRef

/** `H1` before any authority. */
export const nextAuthority = (state: ProcessState): AuthorityRef =>
  `H${state.authorities.length + 1}` as AuthorityRef

/** `C2` after the founding charter. */
export const nextCharter = (state: ProcessState): CharterRef =>
  charterRef(state.charters.length + 1) as CharterRef

/** The version that the next charter gets, from 1. */
export const nextCharterVersion = (state: ProcessState): Positive => (state.charters.length + 1) as Positive

/** `C0` are the founding rules, `C1` the first charter. */
export const charterRef = (version: number): string => `C${version}`

/** What stands under `A3`, `T1`, `R4`, `H2`: numbers are handed out in order, so the number is the place. */
export const numbered = <N extends { readonly ref: string }>(
  entries: ReadonlyArray<N>,
  ref: string
): N | undefined => {
  const entry = entries[Number(ref.slice(1)) - 1]
  return entry?.ref === ref ? entry : undefined
}

/** The association that a reference names. */
export const associationOf = (state: ProcessState, ref: string): AssociationEntry | undefined =>
  numbered(state.associations, ref)

/** The mandate that a reference names: `A3-m1` is the first one of `A3`. */
export const mandateOf = (state: ProcessState, ref: MandateRef): MandateEntry | undefined => {
  const [association = '', number = ''] = ref.split('-')
  const mandate = associationOf(state, association)?.mandates[Number(number.slice(1)) - 1]
  return mandate?.ref === ref ? mandate : undefined
}
