/**
 * What is judged of every act before its slice sees it: when it happened (rule 2), who acts and who typed (rule 3),
 * and whether the stage allows it (rule 6).
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Instant, millis } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { PrecedesWhatItRefersTo, ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { coalitionAt } from '../process/coalition-at'
import { type ProcessState } from '../process/state'
import { type Command } from './command-table'
import { fineIf, type Judged } from './judged'
import { AfterItWasRecorded } from './rejections'
import { type States } from './states'
import { judgeStage } from './when-allowed'
import { judgeActor } from './who-acts'
import { judgeTypist } from './who-typed'

const graceMillis = 5 * 60 * 1000

/**
 * The coalition as at the act, if the act is one that this actor may do then. The completion of an erasure is bound
 * to the act that asked for it: a mandate that ended meanwhile does not keep a person's details alive (rule 20).
 */
export const authorise = (command: Command, states: States): E.Either<Rejection, Coalition> =>
  states.process === undefined
    ? E.left(ReferenceUnknown('process', command.process, { kind: 'process' }))
    : authoriseIn(command, states, states.process)

const authoriseIn = (
  command: Command,
  states: States,
  process: ProcessState
): E.Either<Rejection, Coalition> => {
  const coalition = coalitionAt(process, command.occurredAt)
  const timely = judgeTimes(command, coalition.openedAt)
  return command.name === 'CompletePersonErasure'
    ? pipe(
        timely,
        E.map(() => coalition)
      )
    : pipe(
        timely,
        E.flatMap(() => judgeActor(command, states, coalition)),
        E.flatMap(() => judgeStage(command, coalition)),
        E.flatMap(() => judgeTypist(command, states, process, coalition)),
        E.map(() => coalition)
      )
}

/** Not before the process began, nor after the record says that it was typed (rule 2). */
export const judgeTimes = (command: Command, openedAt: Instant): Judged =>
  millis(command.occurredAt) > millis(command.recordedAt) + graceMillis
    ? E.left(AfterItWasRecorded('at', command.occurredAt, { recordedAt: command.recordedAt }))
    : fineIf(millis(command.occurredAt) >= millis(openedAt), () =>
        PrecedesWhatItRefersTo('at', command.occurredAt, { refersTo: command.process, since: openedAt })
      )
