/** The path as the kernel handles it: one root decider over the streams of a process. */
import { type Domain } from '../kernel/domain'
import { type Command } from './command-table'
import { decide } from './decide'
import { type PathEvent, eventTable } from './event-table'
import { evolve } from './evolve'
import { inForce } from './in-force'
import { knownRules } from '../process/open-process'
import { readsOf } from './reads'
import { byReference, initialState, type PathState } from './states'

export const pathDomain: Domain<Command, PathState, PathEvent> = {
  events: eventTable,
  rules: knownRules,
  initialState,
  evolve,
  reads: readsOf,
  decide: (command, states) => decide(command, byReference(states)),
  inForce: (command, states) => inForce(command, byReference(states)),
  /** Raised whenever what is kept of the same events changes; a test holds what each code makes (kept-codes.jsonl). */
  code: '7'
}
