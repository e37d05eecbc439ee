/** An association supports an exact text, or says again that it does, or takes that back (rules 2, 6 and 10). */
import * as E from 'fp-ts/lib/Either'
import { canonicalText } from '../kernel/canonical'
import { type Frame } from '../kernel/command'
import { type AssociationRef } from '../kernel/envelope'
import { type Decided } from '../kernel/event'
import { eventId } from '../kernel/primitives'
import { type Coalition } from '../process/coalition'
import { submissionStream, type SubmissionRef } from '../submission/ids'
import { type Objection, unless } from '../kernel/objection'
import { actingAssociation, notAnAssociation } from '../submission/preconditions'
import { currentRevision, revisionOf, revisionsOf } from '../submission/queries'
import { type EndorsementEvent, type Reservation } from './events'
import {
  type Asked,
  beforeTheStand,
  blocksUnfit,
  goneElsewhere,
  nameOf,
  type StandDecision,
  textUnfit
} from './preconditions'
import { NoSupportToWithdraw, NothingToReaffirm } from './rejections'
import { exactText, stillHolds } from './staleness'
import { type Stand, standAt } from './stands'
import { type Stood } from './state'
import { thresholdReached } from './support'

type Supporting = Asked<'Endorse'> | Asked<'ReaffirmEndorsement'>
type StandEvent = Extract<EndorsementEvent, { readonly type: 'EndorsementGiven' | 'EndorsementReaffirmed' }>

/**
 * Supports the text, with reservations by block or without; it takes the place of an earlier stand. `[]` where it
 * already stands so. A text that had changed in substance by the time of typing makes it stale at once (rule 2).
 */
export const endorse =
  (command: Asked<'Endorse'>, coalition: Coalition) =>
  (stood: Stood): StandDecision => {
    const { revision, textHash, reservations } = command.payload
    const association = actingAssociation(command)
    if (association === undefined) return E.left(notAnAssociation(command))
    return unless(
      [() => textUnfit(command, stood), () => reservationsUnfit(command, reservations, stood)],
      () =>
        standsSo(command, reservations, standAt(stood, association, command.occurredAt))
          ? []
          : withWhatFollows(command, coalition, stood, {
              type: 'EndorsementGiven',
              data: { association, revision, textHash, reservations }
            })
    )
  }

/** Says again, of the text as it is now, what was said of an earlier one or of a source. */
export const reaffirmEndorsement =
  (command: Asked<'ReaffirmEndorsement'>, coalition: Coalition) =>
  (stood: Stood): StandDecision => {
    const { revision, textHash } = command.payload
    const association = actingAssociation(command)
    if (association === undefined) return E.left(notAnAssociation(command))
    const stand = standAt(stood, association, command.occurredAt)
    const reservations = command.payload.reservations ?? keptReservations(command, stand, stood)
    return unless(
      [
        () => textUnfit(command, stood),
        () => reservationsUnfit(command, reservations, stood),
        () => notSupporting(association, stand)
      ],
      () =>
        standsSo(command, reservations, stand)
          ? []
          : withWhatFollows(command, coalition, stood, {
              type: 'EndorsementReaffirmed',
              data: {
                association,
                revision,
                textHash,
                reservations,
                ...(stand?.event === undefined ? {} : { of: stand.event })
              }
            })
    )
  }

/** Without a word on them, reservations stay on the blocks that are still there. */
const keptReservations = (
  { payload }: Asked<'ReaffirmEndorsement'>,
  stand: Stand | undefined,
  { submission }: Stood
): ReadonlyArray<Reservation> => {
  const blocks = revisionOf(submission, payload.revision)?.text.blocks ?? []
  return (stand?.reservations ?? []).filter(({ block }) => blocks.some(({ id }) => id === block))
}

const reservationsUnfit = (
  { payload }: Supporting,
  reservations: ReadonlyArray<Reservation>,
  { submission }: Stood
): Objection =>
  blocksUnfit(
    'payload.reservations',
    reservations.map(({ block }) => block),
    revisionOf(submission, payload.revision)
  )

/** What can be said again: support that is there, live, stale or inherited. */
const notSupporting = (association: AssociationRef, stand: Stand | undefined): Objection =>
  isSupport(stand) ? undefined : NothingToReaffirm('actor.association', association, { stand: nameOf(stand) })

export const isSupport = (stand: Stand | undefined): boolean =>
  stand !== undefined &&
  stand.kind !== 'objection' &&
  stand.status !== 'withdrawn' &&
  stand.status !== 'lifted'

const standsSo = (
  { payload }: Supporting,
  reservations: ReadonlyArray<Reservation>,
  stand: Stand | undefined
): boolean =>
  stand?.status === 'live' &&
  stand.kind !== 'objection' &&
  stand.textHash === payload.textHash &&
  canonicalText(stand.reservations) === canonicalText(reservations)

/** A late stand becomes stale where a substantive revision followed; one in time may reach the threshold. */
const withWhatFollows = (
  command: Supporting,
  coalition: Coalition,
  stood: Stood,
  event: StandEvent
): ReadonlyArray<Decided<EndorsementEvent>> => {
  const stream = submissionStream(command.process, command.payload.submission)
  const stale = staleAtOnce(command, stood, { ...event.data, blocks: [] })
  const reached = stale.length > 0 ? undefined : thresholdReached(stood, coalition, event.data.association)
  return [
    { ...event, stream },
    ...stale,
    ...(reached === undefined ? [] : [{ type: 'ThresholdReached' as const, stream, data: reached }])
  ]
}

/** Rule 2: a stand on the revision current at its time is accepted, and stale where a substantive revision followed. */
export const staleAtOnce = (
  command: Frame & { readonly payload: { readonly submission: SubmissionRef } },
  { submission }: Stood,
  said: Pick<StandEvent['data'], 'association' | 'revision' | 'textHash'> & Parameters<typeof stillHolds>[1]
): ReadonlyArray<Decided<EndorsementEvent>> => {
  const current = currentRevision(submission)
  if (current === undefined || stillHolds(revisionsOf(submission), said, current)) return []
  return [
    {
      type: 'EndorsementBecameStale',
      stream: submissionStream(command.process, command.payload.submission),
      data: {
        stands: [{ association: said.association, stand: eventId(command.id, 0) }],
        was: exactText(said),
        now: exactText(current)
      }
    }
  ]
}

/** Support is withdrawn until the adoption vote, also by who has lost the right to give it (rule 6). */
export const withdrawEndorsement =
  (command: Asked<'WithdrawEndorsement'>) =>
  (stood: Stood): StandDecision => {
    const { submission, reason } = command.payload
    const association = actingAssociation(command)
    if (association === undefined) return E.left(notAnAssociation(command))
    const stand = standAt(stood, association, command.occurredAt)
    return unless(
      [
        () => goneElsewhere(submission, command.occurredAt, stood),
        () => beforeTheStand(stood, association, command.occurredAt, stand),
        () =>
          isSupport(stand) || stand?.status === 'withdrawn'
            ? undefined
            : NoSupportToWithdraw('actor.association', association, { stand: nameOf(stand) })
      ],
      () =>
        stand?.status === 'withdrawn'
          ? []
          : [
              {
                type: 'EndorsementWithdrawn',
                stream: submissionStream(command.process, submission),
                data: { association, ...(reason === undefined ? {} : { reason }) }
              }
            ]
    )
  }
