/** The root decision: judged as an act first, then by the slice that it belongs to, on the states that it reads. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { decideMeeting } from '../meeting/decide'
import { initialMeetingState } from '../meeting/state'
import { decidePlatform } from '../platform/decide'
import { type Coalition } from '../process/coalition'
import { decideProcess } from '../process/decide'
import { openProcess } from '../process/open-process'
import { initialProcessState, type ProcessState } from '../process/state'
import { annulClericalError } from './annul'
import { authorise, judgeTimes } from './authorise'
import { bindingPlatform } from './binding-platform'
import { type Command, type CommandNamed } from './command-table'
import { compile } from './compile'
import { decideAtMeeting } from './decide-at-meeting'
import { decideOnSubmission, isOnSubmission } from './decide-on-submission'
import { type PathDecision } from './decision'
import { firstSitting } from './first-sitting'
import { numberIsNext } from './number-is-next'
import { ownerOf } from './reads'
import { MandateNotValid } from './rejections'
import { retract } from './retract'
import { type States } from './states'

export const decide = (command: Command, states: States): PathDecision =>
  command.name === 'OpenProcess'
    ? opening(command, states)
    : pipe(
        authorise(command, states),
        E.tap(() => bindingPlatform(command, states)),
        E.flatMap(coalition => decideAct(command, states, coalition))
      )

/** Opening is judged on the state after its own append: it is the act of the convenor's office under `A1-m1` (rule 3). */
const opening = (command: CommandNamed<'OpenProcess'>, { process }: States): PathDecision => {
  const { actor, recordedBy, occurredAt } = command
  const date = occurredAt.slice(0, 10)
  if (actor.as !== 'office' || actor.office !== 'convenor' || actor.mandate !== 'A1-m1') {
    return E.left(
      MandateNotValid('actor', actor.as === 'meeting' ? actor.meeting : actor.mandate, {
        because: 'unknown',
        date
      })
    )
  }
  if (recordedBy !== actor.mandate) {
    return E.left(MandateNotValid('recordedBy', recordedBy, { because: 'unknown', date }))
  }
  return pipe(
    judgeTimes(command, occurredAt),
    E.flatMap(() => openProcess(command)(process ?? initialProcessState)),
    E.tap(() => validThatDay(command.payload.mandate, date))
  )
}

/** The mandate that the process is opened under is valid on that day. */
const validThatDay = (
  { from, until }: CommandNamed<'OpenProcess'>['payload']['mandate'],
  date: string
): E.Either<Rejection, void> => {
  if (date < from) return E.left(MandateNotValid('payload.mandate.from', from, { because: 'notYet', date }))
  return until !== undefined && date > until
    ? E.left(MandateNotValid('payload.mandate.until', until, { because: 'ended', date }))
    : E.right(undefined)
}

type Act = Exclude<Command, { readonly name: 'OpenProcess' }>

const decideAct = (command: Act, states: States, coalition: Coalition): PathDecision => {
  if (isOnSubmission(command)) return decideOnSubmission(command, states, coalition)
  switch (command.name) {
    case 'Decide':
      return decideAtMeeting(command, states, coalition)
    case 'AnnulDecision':
      return annulClericalError(command, states, coalition)
    case 'RetractEntry':
      return retract(command, states, coalition)
    case 'EnterFoundingCharter':
    case 'EnterStage':
    case 'DefineTheme':
    case 'RegisterReference':
    case 'RegisterAssociation':
    case 'RecordAssociationLeft':
    case 'GrantMandate':
    case 'RevokeMandate':
    case 'ChangePersonDetails':
    case 'AskPersonErasure':
    case 'CompletePersonErasure':
    case 'RegisterAuthority':
      return onProcess(states, state => decideProcess(command, coalition, firstSitting(states))(state))
    case 'ScheduleMeeting':
      return scheduled(command, states, coalition)
    case 'DiscussItem':
      return discussed(command, states, coalition)
    case 'CompilePlatform':
      return compile(command, states, coalition)
    case 'WritePreamble':
    case 'MoveClause':
    case 'RaisePlatform':
    case 'AcknowledgeReceipt':
    case 'RecordResponse':
    case 'NoteOverdue':
    case 'ForwardRaising':
    case 'RecordCommitment':
    case 'RecordProgress':
    case 'DissociateFromPlatform':
      return onPlatform(command, states, coalition)
    default:
      return onMeeting(command, states, coalition)
  }
}

const unknown = (field: string, value: string, kind: string): E.Either<Rejection, never> =>
  E.left(ReferenceUnknown(field, value, { kind }))

const onProcess = (states: States, decision: (state: ProcessState) => PathDecision): PathDecision =>
  decision(states.process ?? initialProcessState)

type MeetingAct = Exclude<Parameters<typeof decideMeeting>[0], { readonly name: 'ScheduleMeeting' }>

const onMeeting = (command: MeetingAct, states: States, coalition: Coalition): PathDecision => {
  const state = states.meetings[command.payload.meeting]
  return state === undefined
    ? unknown('payload.meeting', command.payload.meeting, 'meeting')
    : decideMeeting(command, coalition)(state)
}

/** A meeting's number is the next free one if only the one before it is taken. */
const scheduled = (
  command: CommandNamed<'ScheduleMeeting'>,
  states: States,
  coalition: Coalition
): PathDecision => {
  const { ref, secondCallOf } = command.payload
  const firstCall = secondCallOf === undefined ? undefined : states.meetings[secondCallOf]
  if (secondCallOf !== undefined && firstCall === undefined) {
    return unknown('payload.secondCallOf', secondCallOf, 'meeting')
  }
  return pipe(
    numberIsNext(ref, reference => states.meetings[reference] !== undefined),
    E.flatMap(() => decideMeeting(command, coalition, firstCall)(initialMeetingState))
  )
}

const discussed = (
  command: CommandNamed<'DiscussItem'>,
  states: States,
  coalition: Coalition
): PathDecision => {
  const missing = command.payload.submissions.find(ref => states.submissions[ref] === undefined)
  return missing === undefined
    ? onMeeting(command, states, coalition)
    : unknown('payload.submissions', missing, 'submission')
}

type PlatformAct = Parameters<typeof decidePlatform>[0]

const platformOf = (command: PlatformAct): string => {
  switch (command.name) {
    case 'RecordProgress':
      return ownerOf(command.payload.commitment)
    case 'AcknowledgeReceipt':
    case 'RecordResponse':
    case 'NoteOverdue':
    case 'ForwardRaising':
      return ownerOf(command.payload.raising)
    default:
      return command.payload.platform
  }
}

const onPlatform = (command: PlatformAct, states: States, coalition: Coalition): PathDecision => {
  const ref = platformOf(command)
  const state = states.platforms[ref]
  return state === undefined
    ? unknown('payload.platform', ref, 'platform')
    : decidePlatform(command, coalition)(state)
}
