import { type Stage } from '../process/ids'
import { type CommandName } from './command-table'
import { permissions } from './permissions'

const inOrder: ReadonlyArray<Stage> = ['gathering', 'refining', 'adoption', 'advocacy', 'followUp', 'closed']
const between = (from: Stage, to: Stage): ReadonlyArray<Stage> =>
  inOrder.slice(inOrder.indexOf(from), inOrder.indexOf(to) + 1)

interface Row {
  readonly who: ReadonlyArray<string>
  readonly stages: ReadonlyArray<Stage>
  readonly acts: ReadonlyArray<CommandName>
}

const office = ['convenor', 'secretary']
const table = ['chair', 'rapporteur', 'secretary']
const either = ['representative', 'alternate']
const anybody = ['convenor', 'secretary', 'chair', 'rapporteur', 'representative', 'alternate']
const any = inOrder
const early = between('gathering', 'refining')

/** The act table of the domain, row by row, written down a second time: what is changed in one is missed in the other. */
const rows: ReadonlyArray<Row> = [
  {
    who: office,
    stages: any,
    acts: [
      'RegisterAssociation',
      'GrantMandate',
      'RevokeMandate',
      'ChangePersonDetails',
      'DefineTheme',
      'RegisterReference',
      'RegisterAuthority',
      'InviteAssociations',
      'ScheduleMeeting',
      'RescheduleMeeting',
      'CancelMeeting',
      'EnterStage'
    ]
  },
  { who: ['convenor'], stages: any, acts: ['OpenProcess', 'EnterFoundingCharter'] },
  { who: ['secretary'], stages: early, acts: ['AdmitSubmission', 'ReturnSubmission'] },
  { who: ['chair'], stages: any, acts: ['OpenMeeting', 'CloseMeeting', 'AnnulDecision'] },
  { who: ['meeting'], stages: any, acts: ['Decide'] },
  {
    who: table,
    stages: any,
    acts: [
      'RecordArrival',
      'RecordDeparture',
      'GiveProxy',
      'OpenAgendaItem',
      'DiscussItem',
      'HandOverChair',
      'AdjournMeeting',
      'ResumeMeeting',
      'DraftMinutes',
      'CirculateMinutes',
      'SettleMinutesCorrection',
      'ApproveMinutesTacitly',
      'SealMinutes',
      'CorrectDecision'
    ]
  },
  { who: ['representative'], stages: any, acts: ['ProposeMinutesCorrection', 'DissociateFromPlatform'] },
  {
    who: [...either, 'secretary'],
    stages: between('gathering', 'followUp'),
    acts: ['RateCriterion', 'DefineIndicator', 'RecordIndicator']
  },
  {
    who: office,
    stages: between('refining', 'adoption'),
    acts: ['CompilePlatform', 'WritePreamble', 'MoveClause']
  },
  {
    who: either,
    stages: early,
    acts: [
      'Submit',
      'ReviseText',
      'JoinAsCoAuthor',
      'ProposeMerge',
      'GiveMergeConsent',
      'RefuseMergeConsent',
      'DropMergeProposal',
      'SplitSubmission'
    ]
  },
  { who: either, stages: between('gathering', 'followUp'), acts: ['TranslateText'] },
  { who: [...either, 'secretary'], stages: early, acts: ['MergeSubmissions'] },
  {
    who: ['representative'],
    stages: early,
    acts: [
      'ProposeAmendment',
      'AcceptAmendment',
      'WithdrawAmendment',
      'ResolveCollision',
      'ReopenCollision',
      'WithdrawSubmission'
    ]
  },
  { who: ['representative', 'chair'], stages: early, acts: ['WordAmendment'] },
  {
    who: ['representative'],
    stages: between('gathering', 'adoption'),
    acts: ['Endorse', 'ReaffirmEndorsement', 'RaiseObjection']
  },
  { who: ['representative'], stages: any, acts: ['WithdrawEndorsement', 'LiftObjection'] },
  {
    who: office,
    stages: any,
    acts: [
      'RaisePlatform',
      'AcknowledgeReceipt',
      'RecordResponse',
      'NoteOverdue',
      'ForwardRaising',
      'RecordCommitment',
      'RecordProgress'
    ]
  },
  { who: [...office, 'representative'], stages: any, acts: ['RecordAssociationLeft'] },
  { who: anybody, stages: any, acts: ['RetractEntry', 'CompletePersonErasure'] },
  { who: [...office, ...either], stages: any, acts: ['AskPersonErasure'] }
]

describe('The act table (rules 3 and 6)', () => {
  it('has a row for every act', () => {
    expect(rows.flatMap(({ acts }) => acts).sort()).toEqual(Object.keys(permissions).sort())
  })

  it.each(rows.flatMap(({ acts, ...row }) => acts.map(act => ({ act, ...row }))))(
    'lets $act be done by $who, in $stages',
    ({ act, who, stages }) => {
      expect([...permissions[act].by].sort()).toEqual([...who].sort())
      expect(permissions[act].stages).toEqual(stages)
    }
  )

  const marked = (mark: 'late' | 'ownInGathering' | 'alsoSuspended') =>
    Object.entries(permissions).flatMap(([name, permission]) => (permission[mark] === true ? [name] : []))

  it('takes in refining by the charter’s late rule what brings texts', () => {
    expect(marked('late').sort()).toEqual(
      [...(rows.find(({ acts }) => acts.includes('Submit'))?.acts ?? []), 'MergeSubmissions'].sort()
    )
  })

  it('lets one’s own texts be amended in gathering', () => {
    expect(marked('ownInGathering').sort()).toEqual([
      'AcceptAmendment',
      'ProposeAmendment',
      'ReopenCollision',
      'ResolveCollision',
      'WithdrawAmendment',
      'WordAmendment'
    ])
  })

  it('lets who lost the right to give support withdraw it', () => {
    expect(marked('alsoSuspended').sort()).toEqual(['LiftObjection', 'WithdrawEndorsement'])
  })
})
