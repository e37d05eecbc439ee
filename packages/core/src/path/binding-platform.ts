/**
 * What a platform closes: acts on its submissions dated at or before its freeze (rule 2); from there to the adoption vote
 * what would change their texts or fates, for that is what the vote is on (rules 12 and 13, ADR 0020); and the
 * withdrawing of support that stood at the vote (rule 6).
 */
import * as E from 'fp-ts/lib/Either'
import { standAt } from '../endorsement/stands'
import { type Rejection } from '../kernel/rejection'
import { type Instant, millis } from '../kernel/primitives'
import { adoptionVoteAt, frozenAt } from '../platform/standing'
import { type PlatformState } from '../platform/state'
import { SubmissionRef } from '../submission/ids'
import { type Command, type CommandName } from './command-table'
import { fine, type Judged } from './judged'
import { ownerOf } from './reads'
import { AdoptionVoteTaken, ClosedByFrozenPlatform } from './rejections'
import { type States } from './states'

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

export const bindingPlatform = (command: Command, states: States): Judged => {
  const submissions = changedBy(command)
  for (const [ref, platform] of Object.entries(states.platforms)) {
    if (platform === undefined) continue
    for (const submission of submissions) {
      const refused = refusedBy({ ref, platform, submission }, command, states)
      if (refused !== undefined) return E.left(refused)
    }
  }
  return fine
}

interface Bound {
  readonly ref: string
  readonly platform: PlatformState
  readonly submission: SubmissionRef
}

const refusedBy = (bound: Bound, command: Command, states: States): Rejection | undefined => {
  const { ref, platform, submission } = bound
  const since = frozenAt(platform, submission)
  if (since === undefined) return undefined
  const voted = adoptionVoteAt(platform)
  if (isBy(command, since) || (changesTextOrFate(command) && (voted === undefined || isBy(command, voted))))
    return ClosedByFrozenPlatform('at', command.occurredAt, { platform: ref, frozenAt: since })
  return voted !== undefined && takesBackWhatStood(command, voted, submission, states)
    ? AdoptionVoteTaken('at', command.occurredAt, { platform: ref, adoptedAt: voted })
    : undefined
}

const isBy = ({ occurredAt }: Command, instant: Instant): boolean => millis(occurredAt) <= millis(instant)

/** Stands, readings and ratings, translations and corrections of entries change neither. */
const changesTextOrFate = (command: Command): boolean =>
  command.name === 'Decide'
    ? command.payload.subject.kind !== 'annulment' && command.payload.subject.kind !== 'other'
    : changing.has(command.name)

const changing: ReadonlySet<CommandName> = new Set<CommandName>([
  'ReviseText',
  'AdmitSubmission',
  'ReturnSubmission',
  'WithdrawSubmission',
  'MergeSubmissions',
  'SplitSubmission',
  'ProposeAmendment',
  'WordAmendment',
  'AcceptAmendment',
  'ResolveCollision',
  'ReopenCollision'
])

/** Support, or an objection, that was there at the vote stays as it was counted; what came after it may be taken back. */
const takesBackWhatStood = (
  command: Command,
  voted: Instant,
  submission: SubmissionRef,
  { submissions }: States
): boolean => {
  const { name, actor, occurredAt } = command
  if (name !== 'WithdrawEndorsement' && name !== 'LiftObjection') return false
  const stood = submissions[submission]
  if (isBy(command, voted) || actor.as !== 'association' || stood === undefined) return false
  const stand = standAt(stood, actor.association, occurredAt)
  return stand !== undefined && millis(stand.at) <= millis(voted)
}
