import type * as t from 'io-ts'
import { matching, type ProcessSlug } from '../kernel/primitives'
import { oneOf } from '../kernel/shapes'
import { type StreamName, streamOf } from '../kernel/stream-name'

/** `D1` diagnosis, `E1` assessment, `P1` proposal. */
export const SubmissionRef = matching(/^[DEP][1-9]\d{0,5}$/, 'SubmissionRef')
export type SubmissionRef = t.TypeOf<typeof SubmissionRef>

export const SubmissionKind = oneOf('diagnosis', 'assessment', 'proposal')
export type SubmissionKind = t.TypeOf<typeof SubmissionKind>

/** `P1#b3`: a block of a submission's text. */
export const BlockRef = matching(/^[DEP][1-9]\d{0,5}#b[1-9]\d{0,8}$/, 'BlockRef')
export type BlockRef = t.TypeOf<typeof BlockRef>

/** `E1-I1`: an indicator of an assessment. */
export const IndicatorRef = matching(/^E[1-9]\d{0,5}-I[1-9]\d{0,5}$/, 'IndicatorRef')
export type IndicatorRef = t.TypeOf<typeof IndicatorRef>

export const Materiality = oneOf('editorial', 'clarifying', 'substantive')
export type Materiality = t.TypeOf<typeof Materiality>

/** The letter that the references of a kind begin with. */
export const letterOf = { diagnosis: 'D', assessment: 'E', proposal: 'P' } as const

/** The stream of a submission: its text, its amendments and the stands on it. */
export const submissionStream = (process: ProcessSlug, ref: SubmissionRef): StreamName =>
  streamOf(process, `${letterIn(ref)}${Number(ref.slice(1))}`)

const letterIn = (ref: SubmissionRef): 'D' | 'E' | 'P' =>
  ref.startsWith('D') ? 'D' : ref.startsWith('E') ? 'E' : 'P'
