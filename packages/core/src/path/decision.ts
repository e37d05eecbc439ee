import { type Decision } from '../kernel/decider'
import { type DecidedEvent } from './event-table'

/** What any decision of the path gives: a refusal, or events for one or several streams in one append. */
export type PathDecision = Decision<DecidedEvent>
