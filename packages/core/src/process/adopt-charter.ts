/** How a charter comes into force: entered by the convenor, confirmed, or adopted by a meeting (domain.md §3). */
import * as E from 'fp-ts/lib/Either'
import { type CommandOf } from '../kernel/command'
import { type Instant, type Positive } from '../kernel/primitives'
import { NamedTwice, ReferenceUnknown } from '../kernel/rejections'
import { type DecisionRef } from '../meeting/ids'
import { checkNewText } from '../text/check'
import { textHash } from '../text/text-hash'
import { type CharterDraft, type Majority, type Threshold } from './charter'
import { originOf } from './charter-in-force'
import { type Coalition } from './coalition'
import { type processCommands } from './commands'
import { type ProcessEvent } from './events'
import { charterRef, nextCharter, nextCharterVersion } from './numbers'
import { type Objection, precedes } from '../kernel/objection'
import { notNext, type ProcessDecision, unless } from './preconditions'
import {
  CharterAlreadyEntered,
  CharterLanguageDiffers,
  CharterNotInForce,
  CharterTextRefused,
  SittingAlreadyOpened,
  ThresholdOutOfReach
} from './rejections'
import { type CharterEntry, type ProcessState } from './state'

type EnterFoundingCharter = CommandOf<typeof processCommands, 'EnterFoundingCharter'>

/** A sitting that stands in the record as opened, whatever its date. */
export interface OpenedSitting {
  readonly meeting: string
  readonly openedAt: Instant
}

const SUBJECT = 'payload.subject.ref'

/**
 * CharterAdopted `C1` without a decision: it shows as unconfirmed until a meeting confirms it. `sitting` is one that
 * was opened, which only the path sees. A charter that is dated back is refused too once a sitting is on record: it
 * would change the rules of that sitting, which a new charter never does.
 */
export const enterFoundingCharter =
  ({ payload }: EnterFoundingCharter, coalition: Coalition, sitting: OpenedSitting | undefined) =>
  (state: ProcessState): ProcessDecision =>
    unless(
      coalition.process,
      [
        () => alreadyEntered(state),
        () => sittingOpened(sitting, coalition),
        () => draftUnfit('payload', payload, coalition)
      ],
      () => [adopted(payload, 1 as Positive)]
    )

const alreadyEntered = ({ charters }: ProcessState): Objection => {
  const last = charters[charters.length - 1]
  return last === undefined
    ? undefined
    : CharterAlreadyEntered('payload', charterRef(1), { inForce: charterRef(last.version) })
}

const sittingOpened = (sitting: OpenedSitting | undefined, { at }: Coalition): Objection =>
  sitting === undefined ? undefined : SittingAlreadyOpened('at', at, { ...sitting })

/** What a meeting adopts: the number that the charter gets, its words and terms, and the decision. */
export interface CharterAdoption {
  readonly ref: string
  readonly draft: CharterDraft
  readonly decision: DecisionRef
}

/** CharterAdopted of a meeting's decision: the first charter, or an amendment of the one before. */
export const adoptCharter =
  ({ ref, draft, decision }: CharterAdoption, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision =>
    unless(
      coalition.process,
      [
        () => notNext(SUBJECT, ref, nextCharter(state)),
        () => draftUnfit('payload.charter', draft, coalition)
      ],
      () => [adopted(draft, nextCharterVersion(state), decision)]
    )

const adopted = ({ text, terms }: CharterDraft, version: Positive, decision?: DecisionRef): ProcessEvent => ({
  type: 'CharterAdopted',
  data: {
    version,
    text,
    textHash: textHash(text),
    terms,
    ...(decision === undefined ? {} : { decision })
  }
})

/** What a meeting confirms: the charter in force, by its reference. */
export interface CharterConfirmation {
  readonly ref: string
  readonly decision: DecisionRef
}

/** CharterConfirmed of a meeting's decision; `[]` where a meeting stands behind the charter already. */
export const confirmCharter =
  ({ ref, decision }: CharterConfirmation, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision => {
    const charter = state.charters.find(({ version }) => charterRef(version) === ref)
    return unless(
      coalition.process,
      [
        () => (charter === undefined ? ReferenceUnknown(SUBJECT, ref, { kind: 'charter' }) : undefined),
        () => (charter === undefined ? undefined : precedes(coalition.at, ref, charter.at)),
        () => notInForce(ref, coalition)
      ],
      () => (charter === undefined ? [] : confirmations(state, charter, decision))
    )
  }

const notInForce = (ref: string, { charter }: Coalition): Objection => {
  const inForce = charterRef(charter.version)
  return ref === inForce ? undefined : CharterNotInForce(SUBJECT, ref, { inForce })
}

const confirmations = (
  state: ProcessState,
  charter: CharterEntry,
  decision: DecisionRef
): ReadonlyArray<ProcessEvent> => {
  const origin = originOf(state, charter)
  return origin === undefined || origin.decision !== undefined || origin.confirmed !== undefined
    ? []
    : [{ type: 'CharterConfirmed', data: { version: origin.version, decision } }]
}

/** In the language that binds, recordable as a text, and with thresholds that can be reached. */
const draftUnfit = (
  field: string,
  { text, terms }: CharterDraft,
  { authoritative }: Coalition
): Objection => {
  if (text.language !== authoritative) {
    return CharterLanguageDiffers(`${field}.text.language`, text.language, { authoritative })
  }
  const checked = checkNewText(text)
  if (E.isLeft(checked)) {
    return CharterTextRefused(`${field}.text`, text.title, { problem: checked.left })
  }
  return outOfReach(`${field}.terms`, terms) ?? subjectTwice(`${field}.terms`, terms)
}

const subjectTwice = (field: string, { secretBallotFor }: CharterDraft['terms']): Objection => {
  const twice = secretBallotFor.find((subject, index) => secretBallotFor.indexOf(subject) !== index)
  return twice === undefined ? undefined : NamedTwice(`${field}.secretBallotFor`, twice, {})
}

const outOfReach = (field: string, terms: CharterDraft['terms']): Objection => {
  const found = thresholdsOf(terms).find(([, { than, fraction }]) => than === 'moreThan' && isWhole(fraction))
  if (found === undefined) return undefined
  const [name, { than, fraction }] = found
  return ThresholdOutOfReach(`${field}.${name}`, than, { parts: fraction.parts, of: fraction.of })
}

const isWhole = ({ parts, of }: Threshold['fraction']): boolean => (parts as number) === of

const thresholdsOf = (terms: CharterDraft['terms']): ReadonlyArray<readonly [string, Threshold]> => {
  const { quorum, secondCall, majority, amendCharter } = terms
  const bySubject = Object.entries<Majority | undefined>(majority.bySubject ?? {})
  return [
    ['quorum', quorum],
    ...(secondCall === undefined ? [] : [['secondCall.quorum', secondCall.quorum] as const]),
    ['majority.default', majority.default.threshold],
    ...bySubject.flatMap(([subject, found]) =>
      found === undefined ? [] : [[`majority.bySubject.${subject}`, found.threshold] as const]
    ),
    ['amendCharter', amendCharter.threshold]
  ]
}
