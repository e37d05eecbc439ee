/** Who may do what, and in which stage: the act table of domain.md §5 as data (rules 3 and 6). */
import { type Stage } from '../process/ids'
import { type CommandName } from './command-table'

/** In whose name an act may be done. `authors` is judged by the slice, which knows them. */
export type Doer =
  'convenor' | 'secretary' | 'chair' | 'rapporteur' | 'representative' | 'alternate' | 'meeting'

export interface Permission {
  readonly by: ReadonlyArray<Doer>
  readonly stages: ReadonlyArray<Stage>
  /** In refining the charter's rule for late submissions applies. */
  readonly late?: true
  /** In gathering for one's own texts only. */
  readonly ownInGathering?: true
  /** Also those who lost the right to give it: suspended or departed associations. */
  readonly alsoSuspended?: true
}

const any: ReadonlyArray<Stage> = ['gathering', 'refining', 'adoption', 'advocacy', 'followUp', 'closed']
const open: ReadonlyArray<Stage> = ['gathering', 'refining', 'adoption', 'advocacy', 'followUp']
const early: ReadonlyArray<Stage> = ['gathering', 'refining']
const untilAdoption: ReadonlyArray<Stage> = ['gathering', 'refining', 'adoption']

const office: Permission = { by: ['convenor', 'secretary'], stages: any }
const table: Permission = { by: ['chair', 'rapporteur', 'secretary'], stages: any }
const chair: Permission = { by: ['chair'], stages: any }
const contribute: Permission = { by: ['representative', 'alternate'], stages: early, late: true }
const amend: Permission = { by: ['representative'], stages: early, ownInGathering: true }
const stand: Permission = { by: ['representative'], stages: untilAdoption }
const withdrawSupport: Permission = { by: ['representative'], stages: any, alsoSuspended: true }
const assess: Permission = { by: ['representative', 'alternate', 'secretary'], stages: open }
/** A translation changes no text that binds. */
const translate: Permission = { by: ['representative', 'alternate'], stages: open }
const compile: Permission = { by: ['convenor', 'secretary'], stages: ['refining', 'adoption'] }
const secretary: Permission = { by: ['secretary'], stages: early }
const anybody: Permission = {
  by: ['convenor', 'secretary', 'chair', 'rapporteur', 'representative', 'alternate'],
  stages: any
}
const asksErasure: Permission = {
  by: ['convenor', 'secretary', 'representative', 'alternate'],
  stages: any
}
const representative: Permission = { by: ['representative'], stages: any }

export const permissions: { readonly [N in CommandName]: Permission } = {
  OpenProcess: { by: ['convenor'], stages: any },
  EnterFoundingCharter: { by: ['convenor'], stages: any },
  EnterStage: office,
  DefineTheme: office,
  RegisterReference: office,
  RegisterAssociation: office,
  RecordAssociationLeft: { by: ['convenor', 'secretary', 'representative'], stages: any },
  GrantMandate: office,
  RevokeMandate: office,
  ChangePersonDetails: office,
  AskPersonErasure: asksErasure,
  CompletePersonErasure: anybody,
  RegisterAuthority: office,
  RetractEntry: anybody,

  ScheduleMeeting: office,
  RescheduleMeeting: office,
  CancelMeeting: office,
  InviteAssociations: office,
  OpenMeeting: chair,
  HandOverChair: table,
  RecordArrival: table,
  RecordDeparture: table,
  GiveProxy: table,
  OpenAgendaItem: table,
  DiscussItem: table,
  CorrectDecision: table,
  AdjournMeeting: table,
  ResumeMeeting: table,
  CloseMeeting: chair,
  DraftMinutes: table,
  CirculateMinutes: table,
  ProposeMinutesCorrection: representative,
  SettleMinutesCorrection: table,
  ApproveMinutesTacitly: table,
  SealMinutes: table,

  Decide: { by: ['meeting'], stages: any },
  AnnulDecision: chair,

  Submit: contribute,
  ReviseText: contribute,
  TranslateText: translate,
  AdmitSubmission: secretary,
  ReturnSubmission: secretary,
  JoinAsCoAuthor: contribute,
  WithdrawSubmission: { by: ['representative'], stages: early },
  ProposeMerge: contribute,
  GiveMergeConsent: contribute,
  RefuseMergeConsent: contribute,
  DropMergeProposal: contribute,
  MergeSubmissions: { by: ['representative', 'alternate', 'secretary'], stages: early, late: true },
  SplitSubmission: contribute,
  RateCriterion: assess,
  DefineIndicator: assess,
  RecordIndicator: assess,

  ProposeAmendment: amend,
  WithdrawAmendment: amend,
  AcceptAmendment: amend,
  /** The authors', or the chair's of the meeting that it names. */
  WordAmendment: { ...amend, by: ['representative', 'chair'] },
  ResolveCollision: amend,
  ReopenCollision: amend,

  Endorse: stand,
  ReaffirmEndorsement: stand,
  WithdrawEndorsement: withdrawSupport,
  RaiseObjection: stand,
  LiftObjection: withdrawSupport,

  CompilePlatform: compile,
  WritePreamble: compile,
  MoveClause: compile,
  RaisePlatform: office,
  AcknowledgeReceipt: office,
  RecordResponse: office,
  NoteOverdue: office,
  ForwardRaising: office,
  RecordCommitment: office,
  RecordProgress: office,
  DissociateFromPlatform: representative
}
