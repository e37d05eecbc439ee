/** The revisions of the original, oldest first: what amendments are bound to and brought forward over. */
import { type Hash, type Instant } from '../kernel/primitives'
import { type Because } from '../submission/events'
import { type Materiality } from '../submission/ids'
import { type Text } from '../text/text'

/** One text of the original as it was recorded. */
export interface Revision {
  /** From 1, without gaps: the line's index plus one. */
  readonly revision: number
  readonly text: Text
  readonly textHash: Hash
  readonly because: Because
  readonly materiality: Materiality
  readonly at: Instant
}

/** All revisions of the original, oldest first. */
export type RevisionLine = ReadonlyArray<Revision>

export const revisionOf = (line: RevisionLine, revision: number): Revision | undefined => line[revision - 1]

/** How a text stands on one side of a collision: `P1@3`. */
export const textSide = (submission: string, revision: number): string => `${submission}@${revision}`

export const isTextSide = (ref: string): boolean => ref.includes('@')
