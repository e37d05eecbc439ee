/** Shapes that stand in several events and commands: described once, linked from everywhere. */
import type * as t from 'io-ts'
import { MootBecause, MadeFrom } from '../src/amendment/events'
import { Reservation } from '../src/endorsement/events'
import { Actor, Evidence } from '../src/kernel/envelope'
import { PersonDetails } from '../src/kernel/directory'
import { Money } from '../src/kernel/primitives'
import { Method, Motion, Outcome, Proxy, RollCallVote, Subject } from '../src/meeting/decision'
import { AgendaItem, Contradiction, MinutesClaims, MinutesExplanation, Venue } from '../src/meeting/events'
import { Exclusion, PlatformDocument, Position } from '../src/platform/events'
import { CharterTerms, Majority, MergeConsent, Threshold } from '../src/process/charter'
import { PublicKey } from '../src/process/events'
import { SplitPart } from '../src/submission/commands'
import {
  Area,
  AssessmentSubject,
  Attachment,
  Because,
  BlockOrigin,
  InheritedPoint,
  InheritedStand,
  MergeConsents,
  RevisionRef
} from '../src/submission/events'
import { Collision, CollisionSide } from '../src/text/collision'
import { Delete, Insert, Join, Move, Operation, Recast, Replace, Retitle, Split } from '../src/text/operation'
import { Resolution, TakeBoth, TakeOne, TakeThird } from '../src/text/resolution'
import { Block, NewBlock, NewText, Text } from '../src/text/text'

export const shapes: Readonly<Record<string, t.Mixed>> = {
  Actor,
  Evidence,
  PersonDetails,
  PublicKey,
  Money,
  CharterTerms,
  Threshold,
  Majority,
  MergeConsent,
  Venue,
  AgendaItem,
  Subject,
  Motion,
  Outcome,
  Method,
  RollCallVote,
  Proxy,
  MinutesClaims,
  Contradiction,
  MinutesExplanation,
  Text,
  NewText,
  Block,
  NewBlock,
  Area,
  Attachment,
  AssessmentSubject,
  RevisionRef,
  BlockOrigin,
  Because,
  MergeConsents,
  InheritedStand,
  InheritedPoint,
  SplitPart,
  Operation,
  Replace,
  Insert,
  Delete,
  Move,
  Split,
  Join,
  Recast,
  Retitle,
  Collision,
  CollisionSide,
  Resolution,
  TakeOne,
  TakeBoth,
  TakeThird,
  MadeFrom,
  MootBecause,
  Reservation,
  PlatformDocument,
  Exclusion,
  Position
}
