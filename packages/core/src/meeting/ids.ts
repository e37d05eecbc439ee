import type * as t from 'io-ts'
import { type MeetingRef } from '../kernel/envelope'
import { matching, type ProcessSlug } from '../kernel/primitives'
import { type StreamName, streamOf } from '../kernel/stream-name'

export { MeetingRef } from '../kernel/envelope'

/** `M1.2`: an item of a meeting's agenda. */
export const AgendaItemRef = matching(/^M[1-9]\d{0,5}\.[1-9]\d{0,3}$/, 'AgendaItemRef')
export type AgendaItemRef = t.TypeOf<typeof AgendaItemRef>

/** `M1-Q1`: a decision of a meeting. */
export const DecisionRef = matching(/^M[1-9]\d{0,5}-Q[1-9]\d{0,5}$/, 'DecisionRef')
export type DecisionRef = t.TypeOf<typeof DecisionRef>

/** `M1-PV`: a meeting's minutes. */
export const MinutesRef = matching(/^M[1-9]\d{0,5}-PV$/, 'MinutesRef')
export type MinutesRef = t.TypeOf<typeof MinutesRef>

/** The stream that a meeting lives in. */
export const meetingStream = (process: ProcessSlug, ref: MeetingRef): StreamName =>
  streamOf(process, `M${Number(ref.slice(1))}`)
