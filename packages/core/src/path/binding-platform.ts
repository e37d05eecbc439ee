/**
 * What a platform closes: acts on its submissions dated at or before its freeze, decisions on them while it is frozen,
 * and the withdrawing of support once the adoption vote is taken (rules 2 and 6).
 */
import * as E from 'fp-ts/lib/Either'
import { type Rejection } from '../kernel/rejection'
import { millis } from '../kernel/primitives'
import { adoptionVoteAt, frozenAt, platformStanding } from '../platform/standing'
import { type PlatformState } from '../platform/state'
import { type Coalition } from '../process/coalition'
import { SubmissionRef } from '../submission/ids'
import { type Command } from './command-table'
import { ownerOf } from './reads'
import { AdoptionVoteTaken, ClosedByFrozenPlatform } from './rejections'
import { type States } from './states'

type Judged = E.Either<Rejection, void>
const fine: Judged = E.right(undefined)

/** The submissions that an act would change; acts on the platform itself are judged by its slice. */
const changedBy = ({ name, payload }: Command): ReadonlyArray<SubmissionRef> => {
  if (name === 'Decide')
    return [ownerOf(payload.subject.ref), ...(payload.sources ?? [])].filter(SubmissionRef.is)
  if (name === 'RetractEntry')
    return [payload.stream.slice(payload.stream.indexOf('.') + 1)].filter(SubmissionRef.is)
  if (name === 'MoveClause') return []
  if (name === 'MergeSubmissions') return payload.sources
  const named = [
    'submission' in payload ? payload.submission : undefined,
    'assessment' in payload ? payload.assessment : undefined,
    'amendment' in payload ? ownerOf(payload.amendment) : undefined,
    'collision' in payload ? ownerOf(payload.collision) : undefined,
    'indicator' in payload ? ownerOf(payload.indicator) : undefined
  ]
  return named.filter(SubmissionRef.is)
}

export const bindingPlatform = (command: Command, states: States, coalition: Coalition): Judged => {
  const submissions = changedBy(command)
  for (const [ref, platform] of Object.entries(states.platforms)) {
    if (platform === undefined) continue
    const judged = judge(command, coalition, ref, platform, submissions)
    if (E.isLeft(judged)) return judged
  }
  return fine
}

const judge = (
  command: Command,
  coalition: Coalition,
  ref: string,
  platform: PlatformState,
  submissions: ReadonlyArray<SubmissionRef>
): Judged => {
  for (const submission of submissions) {
    const since = frozenAt(platform, submission)
    if (since === undefined) continue
    const closes = millis(coalition.at) <= millis(since) || isClosedWhileFrozen(command, platform)
    if (closes)
      return E.left(ClosedByFrozenPlatform('at', command.occurredAt, { platform: ref, frozenAt: since }))
    const voted = adoptionVoteAt(platform)
    if (voted !== undefined && withdrawsSupport(command)) {
      return E.left(AdoptionVoteTaken('at', command.occurredAt, { platform: ref, adoptedAt: voted }))
    }
  }
  return fine
}

const withdrawsSupport = ({ name }: Command): boolean =>
  name === 'WithdrawEndorsement' || name === 'LiftObjection'

/** The document rests on texts and fates: they do not change while it is frozen and not yet set aside. */
const isClosedWhileFrozen = (command: Command, platform: PlatformState): boolean =>
  platformStanding(platform) === 'frozen' &&
  command.name === 'Decide' &&
  command.payload.subject.kind !== 'annulment' &&
  command.payload.subject.kind !== 'other'
