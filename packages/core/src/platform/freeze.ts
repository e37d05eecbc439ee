/** Freezing the document that the coalition votes on, and opening it again before the vote (rules 12 and 13). */
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { type Positive, type ProcessSlug } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type Coalition } from '../process/coalition'
import { type CompilableSubmission } from './compilable'
import { documentHash } from './document'
import { type PlatformDocument, type PlatformEvent } from './events'
import { type PlatformRef, platformStream } from './ids'
import { firstOf, type Objection, precedes, unless } from '../kernel/objection'
import { draftingOver, platformUnknown, SUBJECT } from './preconditions'
import { ClauseTextDiffers, CollisionsOpen, CompilationOutdated, SubmissionsWithoutFate } from './rejections'
import { inReferenceOrder, keepingOrder, sectionsOf } from './sections'
import { draftOf, lastDrafted } from './standing'
import { type Compilation, type PlatformState } from './state'

/** What a meeting's decision to freeze brings, and what it is judged on. */
export interface FreezeFacts {
  readonly platform: PlatformRef
  readonly decision: DecisionRef
  /** All submissions of the process. */
  readonly submissions: ReadonlyArray<CompilableSubmission>
}

/**
 * PlatformFrozen with the whole document, its clauses numbered in the draft's order. Refused with
 * SubmissionsWithoutFate, CollisionsOpen, CompilationOutdated or ClauseTextDiffers, each naming all that stands in
 * the way (rule 12); with PlatformIsFrozen, PlatformIsAdopted, PlatformIsSetAside; with PrecedesWhatItRefersTo.
 */
export const freezePlatform =
  (coalition: Coalition, facts: FreezeFacts) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    const { platform, decision, submissions } = facts
    return unless(
      [
        () => platformUnknown(SUBJECT, platform, state),
        () => draftingOver(SUBJECT, platform, state),
        () => withoutFate(facts),
        () => collisionsOpen(facts),
        () => outdated(facts, state),
        () => textsDiffer(facts, state),
        () => precedesDraft(coalition, facts, state)
      ],
      () => {
        const document = documentToFreeze(coalition.process, platform, submissions, state)
        return document === undefined
          ? []
          : [
              {
                type: 'PlatformFrozen',
                stream: platformStream(coalition.process, platform),
                data: { document, documentHash: documentHash(document), decision }
              }
            ]
      }
    )
  }

/** The document as it would be frozen now: findings and clauses of the draft, every exclusion with its fate as of now. */
export const documentToFreeze = (
  process: ProcessSlug,
  platform: PlatformRef,
  submissions: ReadonlyArray<CompilableSubmission>,
  state: PlatformState
): PlatformDocument | undefined => {
  const draft = draftOf(state)
  return draft === undefined
    ? undefined
    : {
        format: 1,
        process,
        platform,
        language: draft.language,
        preamble: state.preambles.at(-1)?.blocks ?? [],
        findings: draft.findings,
        clauses: numbered(draft, state),
        exclusions: sectionsOf(submissions).exclusions
      }
}

const numbered = (draft: Compilation, state: PlatformState): PlatformDocument['clauses'] =>
  keepingOrder(draft.clauses, state.order).map((clause, index) => ({
    number: (index + 1) as Positive,
    ...clause
  }))

const withoutFate = ({ platform, submissions }: FreezeFacts): Objection => {
  const { undecided } = sectionsOf(submissions)
  return undecided.length === 0
    ? undefined
    : SubmissionsWithoutFate(SUBJECT, platform, { submissions: undecided })
}

const collisionsOpen = ({ platform, submissions }: FreezeFacts): Objection => {
  const collisions = inReferenceOrder(submissions).flatMap(({ openCollisions }) => openCollisions)
  return collisions.length === 0 ? undefined : CollisionsOpen(SUBJECT, platform, { collisions })
}

const outdated = ({ platform, submissions }: FreezeFacts, state: PlatformState): Objection => {
  const now = refsIn(sectionsOf(submissions))
  const compiled = refsIn(draftOf(state))
  const missing = now.filter(ref => !compiled.includes(ref))
  const noLongerAccepted = compiled.filter(ref => !now.includes(ref))
  return missing.length + noLongerAccepted.length === 0
    ? undefined
    : CompilationOutdated(SUBJECT, platform, { missing, noLongerAccepted })
}

const refsIn = (draft: Pick<Compilation, 'findings' | 'clauses'> | undefined) =>
  [...(draft?.findings ?? []), ...(draft?.clauses ?? [])].map(({ ref }) => ref)

const textsDiffer = ({ platform, submissions }: FreezeFacts, state: PlatformState): Objection => {
  const texts = compiledTexts(state).flatMap(({ ref, textHash }) => {
    const submission = submissions.find(one => one.ref === ref)
    const accepted = submission?.accepted?.textHash ?? ''
    const current = submission?.current.textHash ?? ''
    return textHash === accepted && accepted === current
      ? []
      : [{ ref, compiled: textHash, accepted, current }]
  })
  return texts.length === 0 ? undefined : ClauseTextDiffers(SUBJECT, platform, { texts })
}

const compiledTexts = (state: PlatformState) => {
  const draft = draftOf(state)
  return [...(draft?.findings ?? []), ...(draft?.clauses ?? [])]
}

/** Draft, words and fates are read as last recorded: a freeze dated before one of them is refused (rule 2). */
const precedesDraft = (
  coalition: Coalition,
  { platform, submissions }: FreezeFacts,
  state: PlatformState
): Objection => {
  const drafted = lastDrafted(state)
  const earlier = [
    ...(drafted === undefined ? [] : [{ refersTo: platform, since: drafted }]),
    ...submissions.map(({ ref, since }) => ({ refersTo: ref, since }))
  ]
  return firstOf(earlier, ({ refersTo, since }) => precedes(coalition.at, refersTo, since))
}
