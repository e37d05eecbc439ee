/** An association objects to an exact text, to the whole or to blocks of it, and lifts its objection (rule 10). */
import * as E from 'fp-ts/lib/Either'
import { submissionStream } from '../submission/ids'
import { unless } from '../kernel/objection'
import { actingAssociation, notAnAssociation } from '../submission/preconditions'
import { revisionOf } from '../submission/queries'
import { staleAtOnce } from './endorse'
import {
  type Asked,
  beforeTheStand,
  blocksUnfit,
  goneElsewhere,
  nameOf,
  type StandDecision,
  textUnfit
} from './preconditions'
import { NoObjectionToLift } from './rejections'
import { type Stand, standAt } from './stands'
import { type Stood } from './state'

/** Objects, with the reason; it takes the place of an earlier stand. `[]` where it already objects so. */
export const raiseObjection =
  (command: Asked<'RaiseObjection'>) =>
  (stood: Stood): StandDecision => {
    const { submission, revision, textHash, reason, blocks } = command.payload
    const association = actingAssociation(command)
    if (association === undefined) return E.left(notAnAssociation(command))
    return unless(
      [
        () => textUnfit(command, stood),
        () => blocksUnfit('payload.blocks', blocks, revisionOf(stood.submission, revision))
      ],
      () =>
        objectsSo(command, standAt(stood, association, command.occurredAt))
          ? []
          : [
              {
                type: 'ObjectionRaised',
                stream: submissionStream(command.process, submission),
                data: { association, revision, textHash, reason, blocks }
              },
              ...staleAtOnce(command, stood, { association, revision, textHash, blocks })
            ]
    )
  }

const objectsSo = ({ payload }: Asked<'RaiseObjection'>, stand: Stand | undefined): boolean =>
  stand?.kind === 'objection' &&
  stand.status === 'live' &&
  stand.textHash === payload.textHash &&
  stand.reason === payload.reason &&
  stand.blocks.join() === payload.blocks.join()

/** Takes the objection back; the association then has no stand. */
export const liftObjection =
  (command: Asked<'LiftObjection'>) =>
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
          stand?.kind === 'objection'
            ? undefined
            : NoObjectionToLift('actor.association', association, { stand: nameOf(stand) })
      ],
      () =>
        stand?.status === 'lifted'
          ? []
          : [
              {
                type: 'ObjectionLifted',
                stream: submissionStream(command.process, submission),
                data: { association, ...(reason === undefined ? {} : { reason }) }
              }
            ]
    )
  }
