import { matching } from '../kernel/primitives'
import type * as t from 'io-ts'
import { oneOf } from '../kernel/shapes'

/** `T1`: a theme that the process defines. */
export const ThemeRef = matching(/^T[1-9]\d{0,5}$/, 'ThemeRef')
export type ThemeRef = t.TypeOf<typeof ThemeRef>

/** `R1`: a dated outside source. */
export const ReferenceRef = matching(/^R[1-9]\d{0,5}$/, 'ReferenceRef')
export type ReferenceRef = t.TypeOf<typeof ReferenceRef>

/** `H1`: an authority that platforms are raised to. */
export const AuthorityRef = matching(/^H[1-9]\d{0,5}$/, 'AuthorityRef')
export type AuthorityRef = t.TypeOf<typeof AuthorityRef>

/** `C1`: a version of the charter; `C0` are the founding rules. */
export const CharterRef = matching(/^C[1-9]\d{0,5}$/, 'CharterRef')
export type CharterRef = t.TypeOf<typeof CharterRef>

export const Stage = oneOf('gathering', 'refining', 'adoption', 'advocacy', 'followUp', 'closed')
export type Stage = t.TypeOf<typeof Stage>

/** جماعي، إقليمي، جهوي، وطني. */
export const Level = oneOf('local', 'provincial', 'regional', 'national')
export type Level = t.TypeOf<typeof Level>

export const Dimension = oneOf('economic', 'social', 'territorial')
