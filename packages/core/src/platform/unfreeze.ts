/** Ending a freeze before adoption: the document becomes a draft again, or the platform is given up (rule 13). */
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type Coalition } from '../process/coalition'
import { type SubmissionRef } from '../submission/ids'
import { type PlatformEvent } from './events'
import { type PlatformRef, platformStream } from './ids'
import {
  adoptedAlready,
  givenUp,
  notFrozen,
  platformUnknown,
  precedes,
  SUBJECT,
  unless
} from './preconditions'
import { documentOf, draftOf, lastDrafted } from './standing'
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
        () => precedes(coalition.at, { refersTo: platform, since: lastDrafted(state) ?? coalition.at })
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
