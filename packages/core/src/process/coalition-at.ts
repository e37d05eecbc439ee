/** The process as it is now known to have been at an instant: what the other slices ask of it (rule 2). */
import { type AssociationRef } from '../kernel/envelope'
import {
  type Instant,
  type Language,
  localDate,
  millis,
  type ProcessSlug,
  type UtcInstant
} from '../kernel/primitives'
import { charterAt, termsOf } from './charter-in-force'
import { type Coalition } from './coalition'
import { happenedBy, lastBy } from './dated'
import { type Stage } from './ids'
import { mandateAt } from './mandate-in-force'
import { associationOf, mandateOf, numbered } from './numbers'
import { eligibleAt, standingAt } from './standing'
import { type Dated, type ProcessState } from './state'

/**
 * The coalition at an instant. Facts of that very millisecond are part of it. It costs a look at the stages and the
 * charters; everything about associations is looked up by number when asked, and `eligible` is counted once.
 */
export const coalitionAt = (state: ProcessState, instant: Instant | UtcInstant): Coalition => {
  const at = withOffset(instant)
  const now = millis(at)
  const date = localDate(at)
  const known = <D extends Dated>(entry: D | undefined): D | undefined =>
    entry !== undefined && happenedBy(now)(entry) ? entry : undefined
  const { process, authoritative, languages, rules, openedAt } = frameOf(state, at)
  let counted: ReadonlyArray<AssociationRef> | undefined
  // field by field: with a spread at its beginning this took a tenth of a replay
  return {
    process,
    authoritative,
    languages,
    rules,
    openedAt,
    at,
    date,
    stage: stageAt(state, now),
    charter: charterAt(state, now),
    termsOf: version => termsOf(state, version),
    get eligible() {
      counted ??= eligibleAt(state, now)
      return counted
    },
    standing: ref => {
      const association = associationOf(state, ref)
      return association === undefined ? undefined : standingAt(association, now)
    },
    mandate: ref => {
      const mandate = mandateOf(state, ref)
      return mandate === undefined ? undefined : mandateAt(mandate, now, date)
    },
    hasTheme: ref => known(numbered(state.themes, ref)) !== undefined,
    hasReference: ref => known(numbered(state.references, ref)) !== undefined,
    authority: ref => {
      const authority = known(numbered(state.authorities, ref))
      return authority === undefined ? undefined : { level: authority.level }
    },
    asAt: other => coalitionAt(state, other)
  }
}

/** The stage at an instant: the last one entered until then. */
export const stageAt = ({ stages }: ProcessState, now: number): Stage =>
  lastBy(stages, now)?.stage ?? 'gathering'

type Frame = Pick<Coalition, 'process' | 'authoritative' | 'languages' | 'rules' | 'openedAt'>

/** What opening fixed. Of a process that is not open yet nothing is known, and no act passes but the opening one. */
const frameOf = ({ opened }: ProcessState, at: Instant): Frame =>
  opened === undefined
    ? { process: '' as ProcessSlug, authoritative: 'ar' as Language, languages: [], rules: 1, openedAt: at }
    : {
        process: opened.process,
        authoritative: opened.authoritative,
        languages: opened.languages,
        rules: opened.rules,
        openedAt: opened.at
      }

const withOffset = (instant: Instant | UtcInstant): Instant =>
  (instant.endsWith('Z') ? `${instant.slice(0, -1)}+00:00` : instant) as Instant
