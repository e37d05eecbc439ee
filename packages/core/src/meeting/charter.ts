/** By which charter a decision is judged: one that was adopted in an open sitting does not change that sitting. */
import { type CharterTerms, foundingTerms, type Majority } from '../process/charter'
import { type Coalition } from '../process/coalition'
import { type Motion, type Subject } from './decision'
import { type Sitting } from './sittings'

/** A charter's version and terms; version 0 are the founding rules. */
export interface CharterInForce {
  readonly version: number
  readonly terms: CharterTerms
}

const foundingRules: CharterInForce = { version: 0, terms: foundingTerms }

/** The charter in force when the sitting opened; the founding charter is confirmed under the founding rules. */
export const charterOf = (
  decision: { readonly subject: Subject; readonly motion: Motion },
  coalition: Coalition,
  sitting: Sitting
): CharterInForce => {
  const { version, terms } = coalition.asAt(sitting.since).charter
  return confirmsFounding(decision, coalition) ? foundingRules : { version, terms }
}

const confirmsFounding = (
  { subject, motion }: { readonly subject: Subject; readonly motion: Motion },
  coalition: Coalition
): boolean => subject.kind === 'charter' && motion === 'confirm' && !coalition.charter.confirmed

/** The majority for a subject: a charter's own for its amendment, else the subject's, else the default. */
export const majorityFor = (terms: CharterTerms, subject: Subject['kind']): Majority =>
  subject === 'charter' ? terms.amendCharter : (terms.majority.bySubject?.[subject] ?? terms.majority.default)
