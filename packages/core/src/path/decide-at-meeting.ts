/**
 * A meeting's decision with its effects, one append (rule 19). The meeting judges sitting, quorum, count and outcome;
 * then the motion's effects on its subject follow, in the subject's own stream (docs/reference/motions.md).
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { hasEffects } from '../meeting/decision'
import { meetingStream } from '../meeting/ids'
import { takeDecision } from '../meeting/take-decision'
import { type Coalition } from '../process/coalition'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { effectOf } from './effects'
import { type DecidedEvent } from './event-table'
import { motionFits } from './motions'
import { type States } from './states'
import { judgeSubject } from './subject'

type Decide = CommandNamed<'Decide'>

export const decideAtMeeting = (command: Decide, states: States, coalition: Coalition): PathDecision => {
  const meeting = states.meetings[command.payload.meeting]
  if (meeting === undefined) {
    return E.left(ReferenceUnknown('payload.meeting', command.payload.meeting, { kind: 'meeting' }))
  }
  return pipe(
    motionFits(command),
    E.flatMap(() => takeDecision(command, coalition, meeting)),
    E.tap(() => judgeSubject(command, states, coalition)),
    E.flatMap(taken =>
      pipe(
        effects(command, states, coalition),
        E.map((following): ReadonlyArray<DecidedEvent> => [
          {
            type: 'DecisionTaken',
            stream: meetingStream(command.process, command.payload.meeting),
            data: taken
          },
          ...following
        ])
      )
    )
  )
}

/** The outcome is of the motion: one that is not adopted leaves its subject as it was. */
const effects = (
  command: Decide,
  states: States,
  coalition: Coalition
): E.Either<Rejection, ReadonlyArray<DecidedEvent>> =>
  hasEffects(command.payload.outcome) ? effectOf(command, states, coalition) : E.right([])
