/**
 * What an annulled decision did to the process, taken back in the append of the annulment (rule 1): a charter by a new
 * CharterAdopted with the words that held before, a stage by a new StageEntered, a standing by its opposite. What
 * somebody else's later act has replaced is left as it is.
 */
import { type AssociationRef } from '../kernel/envelope'
import { millis, type Count, type Hash, type Positive, type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type NewText } from '../text/text'
import { textHash } from '../text/text-hash'
import { type CharterTerms, foundingTerms } from './charter'
import { originOf } from './charter-in-force'
import { type Coalition } from './coalition'
import { lastBy } from './dated'
import { type ProcessEvent } from './events'
import { charterRef, nextCharterVersion } from './numbers'
import { type Objection } from '../kernel/objection'
import { type ProcessDecision, unless } from './preconditions'
import { LaterCharterAdopted } from './rejections'
import { standingAt } from './standing'
import { type AssociationEntry, type CharterEntry, type ProcessState } from './state'

/** The annulled decision, why, and the decision that annuls it: none for a clerical error. */
export interface Annulled {
  readonly decision: DecisionRef
  readonly reason: Words
  readonly by?: DecisionRef
}

/**
 * The events that take back what a decision did to charter, stage and standing; `[]` where nothing of it holds any more.
 * Refused with LaterCharterAdopted where another charter was adopted on top of its charter.
 */
export const takeBack =
  (annulled: Annulled, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision =>
    unless(coalition.process, [() => laterCharter(annulled, state)], () => [
      ...charterBack(annulled, coalition, state),
      ...stageBack(annulled, coalition, state),
      ...standingsBack(annulled, coalition, state)
    ])

const restsOn =
  (decision: DecisionRef) =>
  (charter: CharterEntry | undefined): boolean =>
    charter !== undefined &&
    (charter.confirmed?.decision === decision ||
      (charter.restores === undefined && charter.decision === decision))

const lastCharter = ({ charters }: ProcessState): CharterEntry | undefined => charters[charters.length - 1]

/** The charter whose words and terms the last one has. */
const lastOrigin = (state: ProcessState): CharterEntry | undefined => {
  const last = lastCharter(state)
  return last === undefined ? undefined : originOf(state, last)
}

const laterCharter = ({ decision }: Annulled, state: ProcessState): Objection => {
  const last = lastCharter(state)
  return last === undefined || !state.charters.some(restsOn(decision)) || restsOn(decision)(lastOrigin(state))
    ? undefined
    : LaterCharterAdopted('payload.subject.ref', decision, { later: charterRef(last.version) })
}

const charterBack = (
  { decision, by }: Annulled,
  coalition: Coalition,
  state: ProcessState
): ReadonlyArray<ProcessEvent> => {
  const origin = lastOrigin(state)
  if (origin === undefined || !restsOn(decision)(origin)) return []
  const version = nextCharterVersion(state)
  if (origin.decision === undefined) return [enteredAnew(origin, version)]
  const before = (origin.version - 1) as Count
  return [
    {
      type: 'CharterAdopted',
      data: {
        version,
        ...wordsOf(state, before, coalition),
        restores: before,
        ...(by === undefined ? {} : { decision: by })
      }
    }
  ]
}

/** The founding charter whose confirmation is annulled holds on, unconfirmed. */
const enteredAnew = ({ text, textHash: hash, terms }: CharterEntry, version: Positive): ProcessEvent => ({
  type: 'CharterAdopted',
  data: { version, text, textHash: hash, terms }
})

type CharterWords = { readonly text: NewText; readonly textHash: Hash; readonly terms: CharterTerms }

/** The founding rules are written in no charter: their text is the bare reference. */
const wordsOf = (state: ProcessState, version: number, { authoritative }: Coalition): CharterWords => {
  const charter = state.charters[version - 1]
  if (charter !== undefined) {
    return { text: charter.text, textHash: charter.textHash, terms: charter.terms }
  }
  const text: NewText = { language: authoritative, title: charterRef(0), blocks: [] }
  return { text, textHash: textHash(text), terms: foundingTerms }
}

const stageBack = (
  { decision, by, reason }: Annulled,
  coalition: Coalition,
  { stages }: ProcessState
): ReadonlyArray<ProcessEvent> => {
  const entry = lastBy(stages, millis(coalition.at))
  if (entry?.decision !== decision || entry.from === undefined) return []
  const data = { stage: entry.from, from: entry.stage, reason }
  return [{ type: 'StageEntered', data: by === undefined ? data : { ...data, decision: by } }]
}

const standingsBack = (
  annulled: Annulled,
  coalition: Coalition,
  { associations }: ProcessState
): ReadonlyArray<ProcessEvent> =>
  associations.flatMap(association => standingBack(annulled, coalition, association))

/** The opposite of the association's last change, where that is of the annulled decision. */
const standingBack = (
  { decision, by = decision, reason }: Annulled,
  { at }: Coalition,
  entry: AssociationEntry
): ReadonlyArray<ProcessEvent> => {
  const now = millis(at)
  const last = lastBy(entry.standings, now)
  if (last === undefined || last.kind === 'left' || standingAt(entry, now) === 'left') return []
  if (last.decision !== decision) return []
  const data: {
    readonly association: AssociationRef
    readonly decision: DecisionRef
    readonly reason: Words
  } = {
    association: entry.ref,
    decision: by,
    reason
  }
  return [{ type: last.kind === 'suspended' ? 'AssociationReinstated' : 'AssociationSuspended', data }]
}
