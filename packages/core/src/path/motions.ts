/** Which motions a subject admits, and what each brings when it is adopted: the table of docs/reference/motions.md. */
import * as E from 'fp-ts/lib/Either'
import { type Rejection } from '../kernel/rejection'
import { type Motion } from '../meeting/decision'
import { type SubjectKind } from '../process/charter'
import { type CommandNamed } from './command-table'
import { type EventType } from './event-table'
import { DecisionNeeds, MotionDoesNotFit } from './rejections'

type Decide = CommandNamed<'Decide'>
type Need = 'reason' | 'charter' | 'parts' | 'resolution' | 'materiality'

export interface MotionRow {
  /** What the payload must say for it. */
  readonly needs: ReadonlyArray<Need>
  /** Events of the same append, beside DecisionTaken, when the motion is adopted, unless it is so already; `mayFollow` comes where it applies. */
  readonly events: ReadonlyArray<EventType>
  readonly mayFollow: ReadonlyArray<EventType>
}

const row = (
  events: ReadonlyArray<EventType>,
  mayFollow: ReadonlyArray<EventType> = [],
  ...needs: ReadonlyArray<Need>
): MotionRow => ({ events, mayFollow, needs })

/** What follows wherever a text changes. */
const textFollows: ReadonlyArray<EventType> = [
  'AmendmentRebased',
  'AmendmentBecameMoot',
  'AmendmentReopened',
  'CollisionDetected',
  'EndorsementBecameStale',
  'ThresholdReached'
]

/** Open amendments go with what they amend: to the new submission, or moot with a reason. */
const amendmentsCarried: ReadonlyArray<EventType> = [
  'AmendmentProposed',
  'CollisionDetected',
  'AmendmentBecameMoot'
]

export const motions: { readonly [S in SubjectKind]: { readonly [M in Motion]?: MotionRow } } = {
  submission: {
    accept: row(['SubmissionAccepted']),
    decline: row(['SubmissionDeclined'], ['AmendmentBecameMoot'], 'reason'),
    defer: row(['SubmissionDeferred'])
  },
  amendment: {
    accept: row(['AmendmentAdopted'], ['TextRevised', ...textFollows], 'materiality'),
    decline: row(['AmendmentRejected']),
    defer: row([])
  },
  merge: {
    merge: row(
      ['SubmissionsMerged', 'TextRevised', 'SubmissionMergedInto'],
      ['SubmissionAdmitted', ...amendmentsCarried]
    ),
    undoMerge: row(
      ['MergeUndone'],
      ['AmendmentReopened', 'CollisionDetected', 'AmendmentBecameMoot'],
      'reason'
    )
  },
  split: {
    split: row(
      ['SplitFrom', 'TextRevised', 'SubmissionSplit'],
      ['SubmissionAdmitted', ...amendmentsCarried],
      'parts'
    ),
    undoSplit: row(
      ['SubmissionReopened', 'SubmissionMergedInto'],
      ['AmendmentReopened', 'CollisionDetected', 'AmendmentBecameMoot'],
      'reason'
    )
  },
  collision: {
    resolve: row(
      ['CollisionResolved'],
      ['AmendmentRebased', 'AmendmentBecameMoot', 'CollisionDetected'],
      'resolution',
      'reason'
    )
  },
  platform: {
    freeze: row(['PlatformFrozen']),
    unfreeze: row(['PlatformUnfrozen'], [], 'reason'),
    adopt: row(['PlatformAdopted'], ['PlatformSuperseded']),
    setAside: row(['PlatformSetAside'], ['SubmissionReopened'], 'reason')
  },
  charter: {
    adopt: row(['CharterAdopted'], [], 'charter'),
    confirm: row(['CharterConfirmed'])
  },
  stage: { enter: row(['StageEntered'], [], 'reason') },
  minutes: { approve: row(['MinutesApproved']) },
  association: {
    suspend: row(['AssociationSuspended'], [], 'reason'),
    reinstate: row(['AssociationReinstated'])
  },
  annulment: {
    annul: row(
      ['DecisionAnnulled'],
      [
        'SubmissionReopened',
        'TextRevised',
        ...textFollows,
        'MergeUndone',
        'SubmissionMergedInto',
        'CollisionReopened',
        'PlatformUnfrozen',
        'CharterAdopted',
        'StageEntered',
        'AssociationReinstated',
        'AssociationSuspended'
      ],
      'reason'
    ),
    confirm: row([])
  },
  other: { confirm: row([]), other: row([]) }
}

/** A motion that its subject does not admit, or that lacks what its effects need, is refused. */
export const motionFits = ({ payload }: Decide): E.Either<Rejection, void> => {
  const { subject, motion } = payload
  const found = motions[subject.kind][motion]
  if (found === undefined) {
    return E.left(
      MotionDoesNotFit('payload.motion', motion, {
        subject: subject.kind,
        motions: Object.keys(motions[subject.kind])
      })
    )
  }
  const missing = found.needs.find(need => payload[need] === undefined)
  return missing === undefined
    ? E.right(undefined)
    : E.left(DecisionNeeds(`payload.${missing}`, null, { motion, subject: subject.kind }))
}
