/** What people did on a submission, act by act, from the entries of its state: texts, stands, amendments, assessing. */
import { amendmentsOf } from '../amendment/queries'
import { type AmendmentState, type CollisionState, type Fate } from '../amendment/state'
import { type StandEntry } from '../endorsement/state'
import { type Actor } from '../kernel/envelope'
import { type PathEvent } from '../path/event-table'
import { type SubmissionStream } from '../path/states'
import { type SubmissionState, type Turn } from '../submission/state'
import { type Fact, present, type Strikable, struckThrough, timesOf } from './entry'

/** An act on it, under the type of its event, with what it was about. */
export interface Done extends Fact {
  readonly type: PathEvent['type']
  readonly actor: Actor
  readonly amendment?: string
  readonly collision?: string
  readonly indicator?: string
  readonly criterion?: string
  readonly language?: string
  readonly revision?: number
  readonly decision?: string
  readonly reason?: string
  readonly retracted?: object
}

/** In no order. */
export const doneOn = ({ submission, stands, amendments }: SubmissionStream): ReadonlyArray<Done> => [
  ...textsAndCourse(submission),
  ...assessing(submission),
  ...amendmentsOf(amendments).flatMap(ofAmendment),
  ...Object.values(amendments.collisions).flatMap(one => (one === undefined ? [] : settling(one))),
  ...Object.values(stands.stands).flatMap(entries => (entries ?? []).map(ofStand)),
  ...stands.thresholds.map(one => done('ThresholdReached', one))
]

type Doing = Fact & Strikable & { readonly actor: Actor }

const done = (type: Done['type'], one: Doing, about: Partial<Done> = {}): Done => ({
  ...timesOf(one),
  type,
  actor: one.actor,
  ...about,
  ...struckThrough(one)
})

const turnTypes = {
  admitted: 'SubmissionAdmitted',
  returned: 'SubmissionReturned',
  accepted: 'SubmissionAccepted',
  declined: 'SubmissionDeclined',
  deferred: 'SubmissionDeferred',
  withdrawn: 'SubmissionWithdrawn',
  mergedInto: 'SubmissionMergedInto',
  mergeUndone: 'MergeUndone',
  splitInto: 'SubmissionSplit',
  reopened: 'SubmissionReopened'
} as const

const textsAndCourse = ({ texts, turns, authors }: SubmissionState): ReadonlyArray<Done> => [
  ...Object.values(texts)
    .flatMap(revisions => revisions ?? [])
    .map(one => done('TextRevised', one, { language: one.text.language, revision: one.revision })),
  ...authors.filter(({ as }) => as === 'joined').map(one => done('CoAuthorJoined', one)),
  ...turns.map(one => done(turnTypes[one.turn], one, whyOf(one)))
]

const assessing = ({ ratings, indicators }: SubmissionState): ReadonlyArray<Done> => [
  ...ratings.map(one => done('CriterionRated', one, { criterion: one.criterion })),
  ...indicators.flatMap(one => [
    done('IndicatorDefined', one, { indicator: one.ref }),
    ...one.readings.map(reading => done('IndicatorRecorded', reading, { indicator: one.ref }))
  ])
]

const fateTypes = {
  acceptedByAuthor: 'AmendmentAcceptedByAuthor',
  adopted: 'AmendmentAdopted',
  rejected: 'AmendmentRejected',
  withdrawn: 'AmendmentWithdrawn',
  moot: 'AmendmentBecameMoot',
  reopened: 'AmendmentReopened'
} as const

/** Proposed and worded by people, and what became of it; forms that were derived from others are not acts. */
const ofAmendment = ({ ref, forms, fates }: AmendmentState): ReadonlyArray<Done> => [
  ...forms.flatMap((form, index) => {
    if (index === 0) return [done('AmendmentProposed', form, { amendment: ref })]
    return form.madeFrom?.kind === 'translation' ? [done('AmendmentRebased', form, { amendment: ref })] : []
  }),
  ...fates.flatMap(({ fate, ...one }) =>
    fate.status === 'open' ? [] : [done(fateTypes[fate.status], one, { amendment: ref, ...whyOf(fate) })]
  )
]

/** What was settled like another is no act of its own. */
const settling = ({ ref, history }: CollisionState): ReadonlyArray<Done> =>
  history.flatMap(one => {
    if ('like' in one) return []
    const about = { collision: ref, ...whyOf(one) }
    if (one.status === 'resolved') return [done('CollisionResolved', one, about)]
    return one.status === 'reopened' ? [done('CollisionReopened', one, about)] : []
  })

const standTypes = {
  given: 'EndorsementGiven',
  reaffirmed: 'EndorsementReaffirmed',
  withdrawn: 'EndorsementWithdrawn',
  objected: 'ObjectionRaised',
  lifted: 'ObjectionLifted'
} as const

const ofStand = (one: StandEntry): Done => done(standTypes[one.word], one, whyOf(one))

const whyOf = (one: Turn | Fate | StandEntry | CollisionState['history'][number]): Partial<Done> => ({
  ...present('decision', 'decision' in one ? one.decision : undefined),
  ...present('reason', 'reason' in one ? one.reason : undefined)
})
