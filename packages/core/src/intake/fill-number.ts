/** The next free number of what an act makes; the decision checks it and the append takes it (domain.md §2). */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { nextAmendment } from '../amendment/queries'
import { initialAmendmentsState } from '../amendment/state'
import { NumberNotNext } from '../kernel/rejections'
import { initialMeetingState } from '../meeting/state'
import { initialSubmissionState } from '../submission/state'
import { type StoreFault } from '../kernel/store-fault'
import { nextCorrection, nextDecision } from '../meeting/numbers'
import { type MeetingRef } from '../meeting/ids'
import { type CommandName } from '../path/command-table'
import { type PlatformRef, type RaisingRef } from '../platform/ids'
import { nextCommitment, nextRaising, nextResponse } from '../platform/numbers'
import { platformStanding } from '../platform/standing'
import { initialPlatformState, type PlatformState } from '../platform/state'
import { nextAssociation, nextAuthority, nextMandate, nextReference, nextTheme } from '../process/numbers'
import { initialProcessState, type ProcessState } from '../process/state'
import { type AssociationRef } from '../kernel/envelope'
import { type SubmissionRef } from '../submission/ids'
import { nextIndicator } from '../submission/queries'
import { ownerOf } from '../path/reads'
import { type Filled, type Filler, type Payload, refuse } from './filler'
import { type Look } from './look'

type Number = TE.TaskEither<StoreFault, string | number>

export const fillNumber: Filler = (name, payload, { look, recorded }) =>
  recorded === undefined
    ? pipe(
        numbered(name, payload, look),
        TE.flatMap(so => numberParts(so, look))
      )
    : TE.right(payload)

const numbered = (name: CommandName, payload: Payload, look: Look): Filled => {
  const key = name === 'ProposeMinutesCorrection' ? 'number' : 'ref'
  const given = payload[key]
  if (typeof given === 'string' && beginsStream(name)) return namedIsNext(given, payload, look)
  const number = given === undefined ? numberFor(name, payload, look) : undefined
  return number === undefined
    ? TE.right(payload)
    : pipe(
        number,
        TE.map(found => ({ ...payload, [key]: found }))
      )
}

/** Whether the act begins a stream, whose number intake alone can tell: a decision sees only its neighbours. */
const beginsStream = (name: CommandName): boolean =>
  name === 'ScheduleMeeting' || name === 'Submit' || name === 'ProposeMerge' || name === 'CompilePlatform'

/** A number that people name is the next free one, or refused naming that; it is never shifted (domain.md §2). */
const namedIsNext = (ref: string, payload: Payload, look: Look): Filled =>
  pipe(
    ref.startsWith('V') ? draftOrNext(look) : nextStream(look, ref.slice(0, 1)),
    TE.flatMap(next =>
      next === ref ? TE.right(payload) : refuse(NumberNotNext('payload.ref', ref, { next }))
    )
  )

const numberFor = (name: CommandName, payload: Payload, look: Look): Number | undefined => {
  switch (name) {
    case 'RegisterAssociation':
      return ofProcess(look, nextAssociation)
    case 'DefineTheme':
      return ofProcess(look, nextTheme)
    case 'RegisterReference':
      return ofProcess(look, nextReference)
    case 'RegisterAuthority':
      return ofProcess(look, nextAuthority)
    case 'GrantMandate':
      return ofProcess(look, state => nextMandate(state, payload['association'] as AssociationRef))
    case 'ScheduleMeeting':
      return nextStream(look, 'M')
    case 'Decide':
      return ofMeeting(look, payload)
    case 'ProposeMinutesCorrection':
      return pipe(
        look.meeting(String(payload['meeting'])),
        TE.map((meeting = initialMeetingState) => nextCorrection(meeting))
      )
    case 'Submit':
      return nextStream(look, letterOf[String(payload['kind'])] ?? 'P')
    case 'ProposeMerge':
      return nextStream(look, firstLetter(payload['sources']))
    case 'DefineIndicator':
      return pipe(
        look.submission(String(payload['assessment'])),
        TE.map(found =>
          nextIndicator(found?.submission ?? initialSubmissionState, payload['assessment'] as SubmissionRef)
        )
      )
    case 'ProposeAmendment':
      return pipe(
        look.submission(String(payload['submission'])),
        TE.map(found =>
          nextAmendment(found?.amendments ?? initialAmendmentsState, payload['submission'] as SubmissionRef)
        )
      )
    case 'CompilePlatform':
      return draftOrNext(look)
    case 'RaisePlatform':
      return ofPlatform(look, String(payload['platform']), nextRaising)
    case 'RecordCommitment':
      return ofPlatform(look, String(payload['platform']), nextCommitment)
    case 'RecordResponse':
      return pipe(
        look.platform(ownerOf(String(payload['raising']))),
        TE.map((state = initialPlatformState) => nextResponse(state, payload['raising'] as RaisingRef))
      )
    default:
      return undefined
  }
}

const letterOf: Readonly<Record<string, string>> = { diagnosis: 'D', assessment: 'E', proposal: 'P' }

const nextStream = (look: Look, letter: string): TE.TaskEither<StoreFault, string> =>
  pipe(
    look.lastNumber(letter),
    TE.map(last => `${letter}${last + 1}`)
  )

const ofProcess = (look: Look, next: (state: ProcessState) => string): Number =>
  pipe(
    look.process,
    TE.map((state = initialProcessState) => next(state))
  )

const ofMeeting = (look: Look, payload: Payload): Number =>
  pipe(
    look.meeting(String(payload['meeting'])),
    TE.map((state = initialMeetingState) => nextDecision(payload['meeting'] as MeetingRef, state))
  )

const ofPlatform = (
  look: Look,
  ref: string,
  next: (ref: PlatformRef, state: PlatformState) => string
): Number =>
  pipe(
    look.platform(ref),
    TE.map((state = initialPlatformState) => next(ref as PlatformRef, state))
  )

/** A draft is compiled again under its own number; else the next version begins. */
const draftOrNext = (look: Look): TE.TaskEither<StoreFault, string> =>
  pipe(
    look.lastNumber('V'),
    TE.flatMap(last =>
      pipe(
        look.platform(`V${last}`),
        TE.map(state =>
          state !== undefined && platformStanding(state) === 'draft' ? `V${last}` : `V${last + 1}`
        )
      )
    )
  )

const firstLetter = (sources: unknown): string => {
  const first: unknown = Array.isArray(sources) ? sources[0] : undefined
  const ref: unknown = typeof first === 'object' && first !== null && 'ref' in first ? first.ref : first
  return typeof ref === 'string' ? ref.slice(0, 1) : 'P'
}

/** The submissions that a split makes are numbered one after another. */
const numberParts = (payload: Payload, look: Look): Filled => {
  const parts: unknown = payload['parts']
  const source = payload['submission'] ?? subjectRef(payload['subject'])
  if (!Array.isArray(parts) || typeof source !== 'string') return TE.right(payload)
  const letter = source.slice(0, 1)
  return pipe(
    look.lastNumber(letter),
    TE.flatMap((last): Filled => {
      const nextOf = (index: number): string => `${letter}${last + 1 + index}`
      const named: ReadonlyArray<Payload> = parts
      const odd = named.findIndex(({ ref }, index) => ref !== undefined && ref !== nextOf(index))
      return odd === -1
        ? TE.right({ ...payload, parts: named.map((part, index) => ({ ...part, ref: nextOf(index) })) })
        : refuse(
            NumberNotNext(`payload.parts[${odd}].ref`, String(named[odd]?.['ref']), { next: nextOf(odd) })
          )
    })
  )
}

const subjectRef = (subject: unknown): unknown =>
  typeof subject === 'object' && subject !== null && 'ref' in subject ? subject.ref : undefined
