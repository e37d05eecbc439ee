/** A meeting's decisions on the platform: freeze, unfreeze, adopt, set aside (rules 12 and 13). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { ReferenceUnknown } from '../kernel/rejections'
import { takeDecision } from '../meeting/take-decision'
import { adoptPlatform } from '../platform/adopt'
import { freezePlatform } from '../platform/freeze'
import { PlatformRef } from '../platform/ids'
import { type PlatformState } from '../platform/state'
import { reopenedSubmissions, setAsidePlatform, unfreezePlatform } from '../platform/unfreeze'
import { type Coalition } from '../process/coalition'
import { type Words } from '../kernel/primitives'
import { streamOf } from '../kernel/stream-name'
import { type CommandNamed } from './command-table'
import { compilableSubmissions } from './compile'
import { type PathDecision } from './decision'
import { type DecidedEvent } from './event-table'
import { type StreamRef } from './reads'
import { DecisionNeeds } from './rejections'
import { type States } from './states'

type Decide = CommandNamed<'Decide'>

export const effectOnPlatform = (command: Decide, states: States, coalition: Coalition): PathDecision => {
  const { subject, motion, ref: decision, reason } = command.payload
  const platform = subject.ref
  const state = states.platforms[platform]
  if (state === undefined || !PlatformRef.is(platform)) {
    return E.left(ReferenceUnknown('payload.subject.ref', platform, { kind: 'platform' }))
  }
  switch (motion) {
    case 'freeze':
      return freezePlatform(coalition, {
        platform,
        decision,
        submissions: compilableSubmissions(states, coalition)
      })(state)
    case 'adopt':
      return adopt(command, platform, states, coalition, state)
    default:
      return reason === undefined
        ? E.left(DecisionNeeds('payload.reason', null, { motion, subject: subject.kind }))
        : endFreeze(command, platform, reason, coalition, state)
  }
}

const adopt = (
  command: Decide,
  platform: PlatformRef,
  states: States,
  coalition: Coalition,
  state: PlatformState
): PathDecision => {
  const meeting = states.meetings[command.payload.meeting]
  return meeting === undefined
    ? E.left(ReferenceUnknown('payload.meeting', command.payload.meeting, { kind: 'meeting' }))
    : pipe(
        takeDecision(command, coalition, meeting),
        E.flatMap(vote =>
          adoptPlatform(coalition, {
            platform,
            vote,
            succession: command.payload.succession ?? [],
            platforms: states.platforms
          })(state)
        )
      )
}

/** A platform set aside reopens the submissions that it held. */
const endFreeze = (
  { process, payload }: Decide,
  platform: PlatformRef,
  reason: Words,
  coalition: Coalition,
  state: PlatformState
): PathDecision => {
  const facts = { platform, decision: payload.ref, reason }
  if (payload.motion === 'unfreeze') return unfreezePlatform(coalition, facts)(state)
  return pipe(
    setAsidePlatform(coalition, facts)(state),
    E.map((events): ReadonlyArray<DecidedEvent> => [
      ...events,
      ...reopenedSubmissions(state).map((ref): DecidedEvent => ({
        type: 'SubmissionReopened',
        stream: streamOf(process, ref as StreamRef),
        data: { reason, decision: payload.ref }
      }))
    ])
  )
}
