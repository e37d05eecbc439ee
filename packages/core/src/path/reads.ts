/** Which streams a decision reads: it follows from the command alone, and is the append's expectation (style.md). */
import { type Reads } from '../kernel/domain'
import { processStream, type StreamName, streamOf } from '../kernel/stream-name'
import { type Command, type CommandNamed } from './command-table'

type Letter = 'M' | 'D' | 'E' | 'P' | 'V'
type Ref = `${Letter}${number}`

export const readsOf = (command: Command): Reads => {
  const refs = readRefs(command)
  if (refs === 'log') return { tag: 'Log' }
  const streams = refs.map(ref => (isStreamRef(ref) ? streamOf(command.process, ref) : undefined))
  return {
    tag: 'Streams',
    streams: unique([
      processStream(command.process),
      ...streams.filter((stream): stream is StreamName => stream !== undefined),
      ...namedStreams(command)
    ])
  }
}

/** The streams that the payload names whole: of an entry taken back, of the effects of an annulled decision. */
const namedStreams = (command: Command): ReadonlyArray<StreamName> => {
  switch (command.name) {
    case 'RetractEntry':
      return [command.payload.stream]
    case 'Decide':
    case 'AnnulDecision':
      return command.payload.affects ?? []
    default:
      return []
  }
}

const readRefs = (command: Command): ReadonlyArray<string> | 'log' => {
  switch (command.name) {
    case 'EnterFoundingCharter':
    case 'CompilePlatform':
      return 'log'
    case 'OpenProcess':
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
      return []
    case 'RetractEntry':
      return command.payload.platform === undefined ? [] : platforms(command.payload)
    case 'ScheduleMeeting':
      return [...taking(command.payload.ref), ...optional(command.payload.secondCallOf)]
    case 'DiscussItem':
      return [command.payload.meeting, ...command.payload.submissions]
    case 'Decide':
      return decideReads(command)
    case 'AnnulDecision':
      return [
        owner(command.payload.decision),
        ...meetings(owner(command.payload.decision), command.payload.affects),
        ...platforms(command.payload)
      ]
    case 'Submit':
      return [
        ...taking(command.payload.ref),
        ...optional(command.payload.meeting),
        ...command.payload.answers
      ]
    case 'ProposeMerge':
      return [
        ...taking(command.payload.ref),
        ...command.payload.sources.map(source => source.ref),
        ...platforms(command.payload)
      ]
    case 'GiveMergeConsent':
    case 'RefuseMergeConsent':
      return [command.payload.merge, ...command.payload.sources]
    case 'DropMergeProposal':
      return [command.payload.merge]
    case 'MergeSubmissions':
      return [command.payload.merge, ...command.payload.sources, ...platforms(command.payload)]
    case 'SplitSubmission':
      return [
        command.payload.submission,
        ...command.payload.parts.flatMap(part => taking(part.ref)),
        ...platforms(command.payload)
      ]
    case 'RateCriterion':
    case 'DefineIndicator':
      return [command.payload.assessment, ...platforms(command.payload)]
    case 'RecordIndicator':
      return [owner(command.payload.indicator), ...platforms(command.payload)]
    case 'WordAmendment':
      return [
        owner(command.payload.amendment),
        ...optional(command.payload.meeting),
        ...platforms(command.payload)
      ]
    case 'WithdrawAmendment':
    case 'AcceptAmendment':
      return [owner(command.payload.amendment), ...platforms(command.payload)]
    case 'ResolveCollision':
    case 'ReopenCollision':
      return [owner(command.payload.collision), ...platforms(command.payload)]
    case 'ReviseText':
    case 'TranslateText':
    case 'AdmitSubmission':
    case 'ReturnSubmission':
    case 'JoinAsCoAuthor':
    case 'WithdrawSubmission':
    case 'ProposeAmendment':
    case 'Endorse':
    case 'ReaffirmEndorsement':
    case 'WithdrawEndorsement':
    case 'RaiseObjection':
    case 'LiftObjection':
      return [command.payload.submission, ...platforms(command.payload)]
    case 'WritePreamble':
    case 'MoveClause':
    case 'RaisePlatform':
    case 'RecordCommitment':
    case 'DissociateFromPlatform':
      return [command.payload.platform]
    case 'AcknowledgeReceipt':
    case 'RecordResponse':
    case 'NoteOverdue':
    case 'ForwardRaising':
      return [owner(command.payload.raising)]
    case 'RecordProgress':
      return [owner(command.payload.commitment)]
    case 'RescheduleMeeting':
    case 'CancelMeeting':
    case 'InviteAssociations':
    case 'OpenMeeting':
    case 'HandOverChair':
    case 'RecordArrival':
    case 'RecordDeparture':
    case 'GiveProxy':
    case 'OpenAgendaItem':
    case 'CorrectDecision':
    case 'AdjournMeeting':
    case 'ResumeMeeting':
    case 'CloseMeeting':
    case 'DraftMinutes':
    case 'CirculateMinutes':
    case 'ProposeMinutesCorrection':
    case 'SettleMinutesCorrection':
    case 'ApproveMinutesTacitly':
    case 'SealMinutes':
      return [command.payload.meeting]
  }
}

/** A freeze and a platform set aside are decisions over everything; the others read what their subject names. */
const decideReads = ({ payload }: CommandNamed<'Decide'>): ReadonlyArray<string> | 'log' =>
  payload.subject.kind === 'platform' && (payload.motion === 'freeze' || payload.motion === 'setAside')
    ? 'log'
    : [
        payload.meeting,
        owner(payload.subject.ref),
        ...(payload.sources ?? []),
        ...(payload.parts ?? []).flatMap(part => taking(part.ref)),
        ...optional(payload.until),
        ...meetings(payload.meeting, payload.affects ?? []),
        ...platforms(payload)
      ]

/** The number that is taken, and the one before it: a number is the next free one if only the latter exists. */
const taking = (ref: string): ReadonlyArray<string> => {
  const number = Number(ref.slice(1))
  return number > 1 ? [`${ref.slice(0, 1)}${number - 1}`, ref] : [ref]
}

/** All platforms up to the latest known one, and the next, which must not exist. */
const platforms = (payload: { readonly platform?: string }): ReadonlyArray<string> => {
  const latest = payload.platform === undefined ? 0 : Number(payload.platform.slice(1))
  return Array.from({ length: latest + 1 }, (_, index) => `V${index + 1}`)
}

/**
 * All meetings up to the latest that an annulment names, and the next, which must not exist: each of them may annul the
 * same decision in its own stream, and a decision is annulled once.
 */
const meetings = (at: string, affects: ReadonlyArray<StreamName>): ReadonlyArray<string> => {
  if (affects.length === 0) return []
  const named = [at, ...affects].map(name => Number(/(?:^|^meeting-.*\.)M(\d+)$/.exec(name)?.[1] ?? 0))
  return Array.from({ length: Math.max(...named) + 1 }, (_, index) => `M${index + 1}`)
}

/** What a longer reference belongs to: `P1` of `P1-A2`, `M1` of `M1-Q1`, `V1` of `V1-S1-N1`. */
const owner = (ref: string): string => /^[A-Z]\d+/.exec(ref)?.[0] ?? ref

const optional = (ref: string | undefined): ReadonlyArray<string> => (ref === undefined ? [] : [ref])

const isStreamRef = (ref: string): ref is Ref => /^[MDEPV][1-9]\d*$/.test(ref)

const unique = <A>(items: ReadonlyArray<A>): ReadonlyArray<A> => [...new Set(items)]

export { owner as ownerOf, type Ref as StreamRef }
