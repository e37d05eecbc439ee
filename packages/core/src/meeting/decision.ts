/** What a meeting decides: subject, motion, method and outcome (domain.md §3, DecisionTaken). */
import * as t from 'io-ts'
import { AssociationRef, MandateRef } from '../kernel/envelope'
import { Count, Hash, Positive, Words } from '../kernel/primitives'
import { list, oneOf, shape, shapeWith } from '../kernel/shapes'
import { SubjectKind } from '../process/charter'

/** What the motion is about: `ref` is its reference (for a stage its name, for the confirmation of an act its event id). */
export const Subject = shapeWith({ kind: SubjectKind, ref: Words }, { revision: Positive, textHash: Hash })
export type Subject = t.TypeOf<typeof Subject>

export const Motion = oneOf(
  'accept',
  'decline',
  'defer',
  'adopt',
  'merge',
  'undoMerge',
  'split',
  'undoSplit',
  'resolve',
  'freeze',
  'unfreeze',
  'setAside',
  'suspend',
  'reinstate',
  'enter',
  'approve',
  'confirm',
  'annul',
  'other'
)
export type Motion = t.TypeOf<typeof Motion>

export const Outcome = oneOf('adopted', 'adoptedAsModified', 'rejected', 'deferred', 'referred', 'noDecision')
export type Outcome = t.TypeOf<typeof Outcome>

/** The outcome is of the motion: only one that is adopted has effects on its subject. */
export const hasEffects = (outcome: Outcome): boolean =>
  outcome === 'adopted' || outcome === 'adoptedAsModified'

/** An association's word in a roll call; the platform's adoption has positions, other roll calls for/against/abstain. */
export const RollCallVote = shapeWith(
  {
    association: AssociationRef,
    vote: oneOf('for', 'against', 'abstain', 'endorsing', 'withReservations', 'opposing', 'abstaining')
  },
  { clauses: list(t.string), reason: Words }
)
export type RollCallVote = t.TypeOf<typeof RollCallVote>

/** How the meeting came to its outcome, with the count. `chairDecides` names the chair's vote where the charter breaks ties so. */
export const Method = t.union([
  shape({
    kind: t.literal('consensus'),
    standAsides: list(AssociationRef),
    blocks: list(shapeWith({ association: AssociationRef }, { reason: Words }))
  }),
  shapeWith(
    { kind: t.literal('showOfHands'), for: Count, against: Count, abstain: Count },
    { chair: oneOf('for', 'against') }
  ),
  shapeWith({ kind: t.literal('rollCall'), votes: list(RollCallVote) }, { chair: oneOf('for', 'against') }),
  shapeWith(
    {
      kind: t.literal('secretBallot'),
      for: Count,
      against: Count,
      abstain: Count,
      tellers: list(MandateRef)
    },
    { chair: oneOf('for', 'against') }
  )
])
export type Method = t.TypeOf<typeof Method>

/** `from` lets `to` vote for it. */
export const Proxy = shape({ from: AssociationRef, to: AssociationRef })
export type Proxy = t.TypeOf<typeof Proxy>
