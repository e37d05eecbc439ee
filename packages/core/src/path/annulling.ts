import { type Words } from '../kernel/primitives'
import { type DecisionRef, type MeetingRef } from '../meeting/ids'
import { type Command } from './command-table'

/** What is annulled, why, and by which decision: none for a clerical error. */
export interface Annulling {
  readonly command: Command
  readonly decision: DecisionRef
  readonly reason: Words
  readonly by?: DecisionRef
  /** The meeting in whose stream the annulment stands. */
  readonly at: MeetingRef
}
