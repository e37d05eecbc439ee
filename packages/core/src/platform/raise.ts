/** Delivering the adopted platform to an authority, its receipt, and passing it on (F10). */
import * as E from 'fp-ts/lib/Either'
import { type CommandOf } from '../kernel/command'
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { localDate, millis } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { NumberNotNext, ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type platformCommands } from './commands'
import { dueDate } from './due-date'
import { type PlatformEvent } from './events'
import { platformOf, platformStream, type RaisingRef } from './ids'
import { nextRaising } from './numbers'
import { type Objection, precedes, unless } from '../kernel/objection'
import { authorityUnknown, dateOutside, notAdopted, platformUnknown } from './preconditions'
import { authorityOn } from './raisings'
import { ForwardedToTheSame, LevelDiffers, PlatformIsSuperseded } from './rejections'
import { adoptionOf } from './standing'
import { type PlatformState, type Raising } from './state'

type RaisePlatform = CommandOf<typeof platformCommands, 'RaisePlatform'>
type AcknowledgeReceipt = CommandOf<typeof platformCommands, 'AcknowledgeReceipt'>
type ForwardRaising = CommandOf<typeof platformCommands, 'ForwardRaising'>

/** PlatformRaised with its due date, on an adopted platform that no other supersedes. */
export const raisePlatform =
  (command: RaisePlatform, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    const { level, date, dueOn: given } = command.payload
    return withDueDate(
      dueDate({ level, date, given }, coalition),
      raisingObjections(command, coalition, state),
      dueOn => [raised(command, dueOn)]
    )
  }

type DueDate = ReturnType<typeof dueDate>
type OnDueDate = (
  dueOn: Extract<DueDate, { readonly _tag: 'Right' }>['right']
) => ReadonlyArray<Decided<PlatformEvent>>

/** References and dates are judged first, the due date last. */
const withDueDate = (
  due: DueDate,
  objections: ReadonlyArray<() => Objection>,
  events: OnDueDate
): Decision<Decided<PlatformEvent>> => {
  const refused = unless<never>(objections, () => [])
  if (E.isLeft(refused)) return refused
  return E.isLeft(due) ? due : E.right(events(due.right))
}

const raised = ({ process, payload }: RaisePlatform, dueOn: Raising['dueOn']): Decided<PlatformEvent> => {
  const { ref, level, authority, channel, date, receipt } = payload
  return {
    type: 'PlatformRaised',
    stream: platformStream(process, payload.platform),
    data: { ref, level, authority, channel, date, dueOn, ...(receipt === undefined ? {} : { receipt }) }
  }
}

const raisingObjections = (
  { payload }: RaisePlatform,
  coalition: Coalition,
  state: PlatformState
): ReadonlyArray<() => Objection> => [
  () => platformUnknown('payload.platform', payload.platform, state),
  () => notAdopted('payload.platform', payload.platform, state, coalition),
  () => supersededThen(payload.platform, coalition, state),
  () => raisingNotNext(payload, state),
  () => authorityUnknown('payload.authority', payload.authority, coalition),
  () => levelDiffers(payload, coalition),
  () =>
    dateOutside(
      'payload.date',
      payload.date,
      { refersTo: payload.platform, since: localDate(adoptionOf(state)?.at ?? coalition.at) },
      coalition
    )
]

const supersededThen = (
  platform: RaisePlatform['payload']['platform'],
  coalition: Coalition,
  { superseded }: PlatformState
): Objection =>
  superseded !== undefined && millis(superseded.at) <= millis(coalition.at)
    ? PlatformIsSuperseded('payload.platform', platform, { by: superseded.by })
    : undefined

const raisingNotNext = ({ ref, platform }: RaisePlatform['payload'], state: PlatformState): Objection => {
  const next = nextRaising(platform, state)
  return ref === next ? undefined : NumberNotNext('payload.ref', ref, { next })
}

const levelDiffers = ({ authority, level }: RaisePlatform['payload'], coalition: Coalition): Objection => {
  const known = coalition.authority(authority)
  return known === undefined || known.level === level
    ? undefined
    : LevelDiffers('payload.level', level, { authority, level: known.level })
}

/** The authority confirms that it holds the platform; the same receipt twice is already so. */
export const acknowledgeReceipt =
  ({ payload, process }: AcknowledgeReceipt, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    const { raising, date, receipt } = payload
    const known = state.raisings[raising]?.receipts.some(
      one => one.retracted !== true && one.date === date && one.receipt === receipt
    )
    return unless(aboutRaising(raising, state, coalition, [['payload.date', date]]), () =>
      known === true
        ? []
        : [
            {
              type: 'ReceiptAcknowledged',
              stream: platformStream(process, platformOf(raising)),
              data: { raising, date, receipt }
            }
          ]
    )
  }

/** The raising goes to another authority, with the due date that follows for its level. */
export const forwardRaising =
  ({ payload, process }: ForwardRaising, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    const { raising, to, date, dueOn: given, reason } = payload
    const level = coalition.authority(to)?.level ?? 'local'
    return withDueDate(
      dueDate({ level, date, given }, coalition),
      [
        ...aboutRaising(raising, state, coalition, [['payload.date', date]]),
        () => authorityUnknown('payload.to', to, coalition),
        () => sameAuthority(payload, state)
      ],
      dueOn => [
        {
          type: 'RaisingForwarded',
          stream: platformStream(process, platformOf(raising)),
          data: { raising, to, date, dueOn, ...(reason === undefined ? {} : { reason }) }
        }
      ]
    )
  }

const sameAuthority = ({ raising, to, date }: ForwardRaising['payload'], state: PlatformState): Objection => {
  const known = state.raisings[raising]
  return known !== undefined && authorityOn(known, date) === to
    ? ForwardedToTheSame('payload.to', to, {})
    : undefined
}

/** What comes of a raising needs the raising, and does not precede it (rule 2). */
export const aboutRaising = (
  raising: RaisingRef,
  state: PlatformState,
  coalition: Coalition,
  dates: ReadonlyArray<readonly [string, Raising['date']]>
): ReadonlyArray<() => Objection> => {
  const known = state.raisings[raising]
  if (known === undefined) return [() => raisingUnknown(raising)]
  return [
    () => precedes(coalition.at, raising, known.at),
    ...dates.map(
      ([field, date]) =>
        () =>
          dateOutside(field, date, { refersTo: raising, since: known.date }, coalition)
    )
  ]
}

const raisingUnknown = (raising: RaisingRef): Rejection =>
  ReferenceUnknown('payload.raising', raising, { kind: 'raising' })
