/** What spans several streams: a meeting's decision with its effects, and the annulment of one. */
import { MandateRef } from '../kernel/envelope'
import { Count, Words } from '../kernel/primitives'
import { list, oneOf, shapeWith } from '../kernel/shapes'
import { StreamName } from '../kernel/stream-name'
import { Method, Motion, Outcome, Subject } from '../meeting/decision'
import { AgendaItemRef, DecisionRef, MeetingRef } from '../meeting/ids'
import { ClauseRef, PlatformRef } from '../platform/ids'
import { CharterDraft } from '../process/charter'
import { SplitPart } from '../submission/commands'
import { Materiality, SubmissionRef } from '../submission/ids'
import { Resolution } from '../text/resolution'
import { Operation } from '../text/operation'

/** Where a clause of the superseded platform is now, or why it is not. */
const Succession = shapeWith({ clause: ClauseRef }, { to: ClauseRef, droppedBecause: Words })

export const pathCommands = {
  /** Says what a meeting decided, and brings its effects, with what they need (docs/reference/motions.md). */
  Decide: shapeWith(
    {
      meeting: MeetingRef,
      ref: DecisionRef,
      subject: Subject,
      motion: Motion,
      outcome: Outcome,
      method: Method,
      /** How many associations the one who declares sees present (rule 16). */
      present: Count
    },
    {
      item: AgendaItemRef,
      reason: Words,
      /** Of an amendment: what the change is, and its form where the meeting modified it. */
      materiality: Materiality,
      modified: list(Operation),
      /** Of a deferral. */
      until: MeetingRef,
      /** Of a charter. */
      charter: CharterDraft,
      /** Of a merge or the undoing of one: its sources; of the undoing of a split: its parts. Named by intake. */
      sources: list(SubmissionRef),
      /** Of a split. */
      parts: list(SplitPart),
      /** Of a collision. */
      resolution: Resolution,
      /** Of an annulment or a confirmation: the streams of the act and its effects, and a later meeting, named by intake. */
      affects: list(StreamName),
      /** Of an adoption that supersedes an earlier platform. */
      succession: list(Succession),
      /** The latest platform, named by intake. */
      platform: PlatformRef
    }
  ),
  /** Annuls a decision for a clerical error in declaring it: chair and rapporteur together, with evidence (rule 1). */
  AnnulDecision: shapeWith(
    {
      decision: DecisionRef,
      rapporteur: MandateRef,
      error: oneOf('outcome', 'subject', 'entry'),
      reason: Words,
      affects: list(StreamName)
    },
    { platform: PlatformRef }
  )
}
