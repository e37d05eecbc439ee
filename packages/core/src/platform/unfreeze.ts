/** Ending a freeze before adoption: the document becomes a draft again, or the platform is given up (rule 13). */
import * as E from 'fp-ts/lib/Either'
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type Coalition } from '../process/coalition'
import { type SubmissionRef } from '../submission/ids'
import { type PlatformEvent } from './events'
import { type PlatformRef, platformStream } from './ids'
import { type Objection, precedes, unless } from '../kernel/objection'
import { adoptedAlready, givenUp, notFrozen, platformUnknown, SUBJECT } from './preconditions'
import { commitmentsOf, raisingsOf } from './numbers'
import { AdoptionIsBuiltOn } from './rejections'
import { adoptionOf, documentOf, draftOf, freezeOf, lastDrafted } from './standing'
import { type PlatformState } from './state'

/** What a meeting's decision to unfreeze or to set aside brings. */
export interface UnfreezeFacts {
  readonly platform: PlatformRef
  readonly decision: DecisionRef
  readonly reason: Words
}

/** The frozen document becomes a draft again, before adoption only. Refused with PlatformNotFrozen, PlatformIsAdopted, PlatformIsSetAside, PrecedesWhatItRefersTo. */
export const unfreezePlatform =
  (coalition: Coalition, { platform, decision, reason }: UnfreezeFacts) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> =>
    unless(
      [
        () => platformUnknown(SUBJECT, platform, state),
        () => givenUp(platform, state),
        () => adoptedAlready(platform, state),
        () => notFrozen(platform, state, coalition)
      ],
      () => [
        {
          type: 'PlatformUnfrozen',
          stream: platformStream(coalition.process, platform),
          data: { decision, reason }
        }
      ]
    )

/**
 * Gives the platform up before adoption, frozen or not; the path reopens `reopenedSubmissions` in the same append.
 * Refused with PlatformIsSetAside, PlatformIsAdopted, PrecedesWhatItRefersTo.
 */
export const setAsidePlatform =
  (coalition: Coalition, { platform, decision, reason }: UnfreezeFacts) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> =>
    unless(
      [
        () => platformUnknown(SUBJECT, platform, state),
        () => givenUp(platform, state),
        () => adoptedAlready(platform, state),
        () => precedes(coalition.at, platform, lastDrafted(state) ?? coalition.at)
      ],
      () => [
        {
          type: 'PlatformSetAside',
          stream: platformStream(coalition.process, platform),
          data: { decision, reason }
        }
      ]
    )

/** The accepted submissions that setting the platform aside reopens: its findings and clauses. */
export const reopenedSubmissions = (state: PlatformState): ReadonlyArray<SubmissionRef> => {
  const held = documentOf(state) ?? draftOf(state)
  return [...(held?.findings ?? []), ...(held?.clauses ?? [])].map(({ ref }) => ref)
}

/** What an annulment brings: the decision that is annulled, and the one that stands in the events. */
export interface TakeBackFacts extends UnfreezeFacts {
  readonly annulled: DecisionRef
}

/**
 * What annulling a decision takes back of a platform (rule 1): its freeze, or its adoption with the freeze, so that it
 * is a draft again; nothing where the platform does not rest on that decision. Refused with PlatformIsAdopted where
 * only the freeze is annulled, AdoptionIsBuiltOn once something was raised or promised on the adoption, or it is superseded.
 */
export const takeBackPlatform =
  (coalition: Coalition, { platform, decision, annulled, reason }: TakeBackFacts) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    const adopts = adoptionOf(state)?.decision === annulled
    const freezes = freezeOf(state)?.decision === annulled
    return !adopts && !freezes
      ? E.right([])
      : unless(
          [
            () => givenUp(platform, state),
            () => (adopts ? builtOn(annulled, state) : adoptedAlready(platform, state)),
            () => notFrozen(platform, state, coalition)
          ],
          () => [
            {
              type: 'PlatformUnfrozen',
              stream: platformStream(coalition.process, platform),
              data: { decision, reason }
            }
          ]
        )
  }

const builtOn = (annulled: DecisionRef, state: PlatformState): Objection => {
  const by = [
    ...raisingsOf(state).map(({ ref }) => ref),
    ...commitmentsOf(state).map(({ ref }) => ref),
    ...(state.superseded === undefined ? [] : [state.superseded.by])
  ]
  return by.length === 0 ? undefined : AdoptionIsBuiltOn('payload.decision', annulled, { by })
}
