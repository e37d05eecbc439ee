/** Several submissions become one, with all that hangs on them: stands as a set, amendments carried or moot. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { carriedByMerge } from '../endorsement/carry'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type SubmissionEvent } from '../submission/events'
import { SubmissionRef } from '../submission/ids'
import { mergeSubmissions } from '../submission/merge'
import { undoMerge } from '../submission/undo'
import { bringBackCarried, carryAmendments, closeAmendments, type Heir } from './carry-amendments'
import { type Circumstances } from './circumstances'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { type DecidedEvent } from './event-table'
import { sourcesIn } from './sources'
import { type States, type SubmissionStream } from './states'

/** A merge that its authors agree to, or are silent about where the charter counts that. */
export const mergeByConsent = (
  command: CommandNamed<'MergeSubmissions'>,
  stream: SubmissionStream,
  states: States,
  circumstances: Circumstances
): PathDecision => {
  const { merge, sources } = command.payload
  return merged({ merge, named: sources }, stream, states, circumstances)
}

export interface MergeAsked {
  readonly merge: SubmissionRef
  readonly named: ReadonlyArray<SubmissionRef>
  /** The meeting's decision; absent where the authors merge by consent. */
  readonly decision?: DecisionRef
}

export const merged = (
  asked: MergeAsked,
  stream: SubmissionStream,
  states: States,
  { command, coalition }: Circumstances
): PathDecision => {
  const sources = streamsOf(asked.named, states)
  return pipe(
    mergeSubmissions(command, coalition, {
      ...asked,
      sources: sourcesIn(states),
      stands: carriedByMerge(sources, coalition.at)
    })(stream.submission),
    E.map((events): ReadonlyArray<DecidedEvent> => [
      ...events,
      ...carryAmendments(sources, heirsIn(asked.merge, events), command)
    ])
  )
}

/** The new submission's first text and where its blocks come from, as the merge's own events say. */
const heirsIn = (ref: SubmissionRef, events: ReadonlyArray<SubmissionEvent>): ReadonlyArray<Heir> => {
  const blocks = events.flatMap(event => (event.type === 'SubmissionsMerged' ? [event.data.blocks] : []))[0]
  const revised = events.flatMap(event => (event.type === 'TextRevised' ? [event.data] : []))[0]
  return blocks === undefined || revised === undefined ? [] : [{ ref, revised, blocks }]
}

export const streamsOf = (
  refs: ReadonlyArray<string>,
  { submissions }: States
): ReadonlyArray<SubmissionStream> => refs.flatMap(ref => submissions[ref] ?? [])

export interface MergeUndoing {
  readonly merge: SubmissionRef
  readonly decision: DecisionRef
  readonly reason: Words
}

/**
 * A merge taken back: the sources are what they were, with their fates, stands and amendments; what was done on the
 * merged one stays, and what is still open on it is moot.
 */
export const mergeUndone = (
  { merge, decision, reason }: MergeUndoing,
  stream: SubmissionStream,
  states: States,
  { command }: Circumstances
): PathDecision => {
  const sources = (stream.submission.merged?.sources ?? []).map(({ ref }) => ref).filter(SubmissionRef.is)
  return pipe(
    undoMerge(command, { merge, sources: sourcesIn(states), decision, reason })(stream.submission),
    E.map((events): ReadonlyArray<DecidedEvent> => [
      ...events,
      ...bringBackCarried(streamsOf(sources, states), merge, { reason, decision }, command),
      ...closeAmendments(stream, { kind: 'splitInto', into: sources }, command)
    ])
  )
}
