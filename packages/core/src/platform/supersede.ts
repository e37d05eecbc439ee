/** A new version takes the place of the last: each clause has a successor or a reason, none is left out (rule 13). */
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { type Words } from '../kernel/primitives'
import { NamedTwice } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type PlatformEvent } from './events'
import { type ClauseRef, type PlatformRef, platformStream } from './ids'
import { clauseNumbers } from './numbers'
import { type Objection, unless } from '../kernel/objection'
import { clauseExists, clauseUnknown } from './preconditions'
import { SuccessionIncomplete, SuccessionUnclear } from './rejections'
import { type PlatformState } from './state'

/** Where a clause of the superseded platform is now, or why it is not. */
export interface Succession {
  readonly clause: ClauseRef
  readonly to?: ClauseRef
  readonly droppedBecause?: Words
}

/** What superseding is judged on: the next platform and the fate of each clause of the old. */
export interface SupersessionFacts {
  readonly by: PlatformRef
  /** The next platform, frozen. */
  readonly next: PlatformState
  readonly succession: ReadonlyArray<Succession>
}

const FIELD = 'payload.succession'

/**
 * PlatformSuperseded in the old platform's stream; nothing where there is no old platform. Refused with
 * SuccessionIncomplete naming the clauses left out, SuccessionUnclear, NamedTwice, ReferenceUnknown.
 */
export const supersedePlatform =
  (coalition: Coalition, facts: SupersessionFacts) =>
  (old: PlatformState | undefined): Decision<Decided<PlatformEvent>> => {
    const ref = old?.ref
    const known = old === undefined ? [] : clauseNumbers(old).map(({ clause }) => clause)
    const objections = [() => successionUnfit(facts, known), () => leftOut(facts, known, ref)]
    return ref === undefined
      ? unless(objections, () => [])
      : unless(objections, () => [
          {
            type: 'PlatformSuperseded',
            stream: platformStream(coalition.process, ref),
            data: { by: facts.by, clauses: inClauseOrder(facts.succession, known).flatMap(outcomeOf) }
          }
        ])
  }

type Outcome = Extract<PlatformEvent, { readonly type: 'PlatformSuperseded' }>['data']['clauses'][number]

const outcomeOf = ({ clause, to, droppedBecause }: Succession): ReadonlyArray<Outcome> => {
  if (to !== undefined) return [{ clause, to }]
  return droppedBecause === undefined ? [] : [{ clause, droppedBecause }]
}

const inClauseOrder = (
  succession: ReadonlyArray<Succession>,
  known: ReadonlyArray<ClauseRef>
): ReadonlyArray<Succession> => known.flatMap(clause => succession.find(one => one.clause === clause) ?? [])

const successionUnfit = (
  { succession, next }: SupersessionFacts,
  known: ReadonlyArray<ClauseRef>
): Objection => {
  const seen: Array<ClauseRef> = []
  for (const [index, { clause, to, droppedBecause }] of succession.entries()) {
    const field = `${FIELD}.${index}`
    if (!known.includes(clause)) return clauseUnknown(`${field}.clause`, clause)
    if (seen.includes(clause)) return NamedTwice(`${field}.clause`, clause, {})
    seen.push(clause)
    if ((to === undefined) === (droppedBecause === undefined))
      return SuccessionUnclear(field, clause, { clause })
    if (to !== undefined && !clauseExists(next, to)) return clauseUnknown(`${field}.to`, to)
  }
  return undefined
}

const leftOut = (
  { succession }: SupersessionFacts,
  known: ReadonlyArray<ClauseRef>,
  old: PlatformRef | undefined
): Objection => {
  const clauses = known.filter(clause => !succession.some(one => one.clause === clause))
  return clauses.length === 0 || old === undefined
    ? undefined
    : SuccessionIncomplete(FIELD, null, { platform: old, clauses })
}
