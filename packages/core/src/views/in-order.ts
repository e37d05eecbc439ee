/** The streams of a process in the order in which people count them: M2 before M10; diagnoses, assessments, proposals. */
import { type States, type SubmissionStream } from '../path/states'
import { type MeetingState } from '../meeting/state'
import { type PlatformState } from '../platform/state'
import { type Board } from './view'

/** A stream's state under its reference. */
export interface Numbered<S> {
  readonly ref: string
  readonly state: S
}

export const meetingsOf = ({ meetings }: States): ReadonlyArray<Numbered<MeetingState>> => inOrder(meetings)

/** Every submission's stream, also of a merge that was only proposed. */
export const submissionsOf = ({ submissions }: States): ReadonlyArray<Numbered<SubmissionStream>> =>
  inOrder(submissions)

/** The one that a view is asked for, or all; `undefined` where there is none of that reference. */
export const submissionsAskedFor = ({
  states,
  asked: { ref }
}: Board): ReadonlyArray<Numbered<SubmissionStream>> | undefined => {
  const found = submissionsOf(states).filter(one => ref === undefined || one.ref === ref)
  return ref !== undefined && found.length === 0 ? undefined : found
}

export const platformsOf = ({ platforms }: States): ReadonlyArray<Numbered<PlatformState>> =>
  inOrder(platforms)

const inOrder = <S>(streams: Readonly<Partial<Record<string, S>>>): ReadonlyArray<Numbered<S>> =>
  Object.entries(streams)
    .flatMap(([ref, state]) => (state === undefined ? [] : [{ ref, state }]))
    .sort((a, b) => byReference(a.ref, b.ref))

/** By letter, then by number. */
export const byReference = (a: string, b: string): number =>
  a.charCodeAt(0) - b.charCodeAt(0) || Number(a.slice(1)) - Number(b.slice(1))
