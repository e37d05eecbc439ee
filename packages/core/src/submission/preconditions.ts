/** What acts on a submission have in common before they are judged: each gives the refusal, or undefined. */
import { type CommandOf, type Frame } from '../kernel/command'
import { type Decision } from '../kernel/decider'
import { type AssociationRef } from '../kernel/envelope'
import { type Decided } from '../kernel/event'
import { type Hash, type Instant, millis } from '../kernel/primitives'
import { firstOf, type Objection, precedes } from '../kernel/objection'
import { type Rejection } from '../kernel/rejection'
import { NumberNotNext, ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type submissionCommands } from './commands'
import { type SubmissionEvent } from './events'
import { fateOf, isAccepted, isClosed, lastSettled, type WayBack, wayBackOf } from './fate'
import { letterOf, type SubmissionKind, type SubmissionRef } from './ids'
import { authorsOf, beganAt, currentRevision } from './queries'
import {
  DecidedByMeeting,
  LaterFateRecorded,
  LaterRevisionRecorded,
  LetterOfAnotherKind,
  NotAnAssociation,
  NotAnAuthor,
  SubmissionClosed,
  TextHasMoved
} from './rejections'
import { type Classification, type SubmissionState } from './state'

export type Asked<Name extends keyof typeof submissionCommands> = CommandOf<typeof submissionCommands, Name>
export type SubmissionDecision = Decision<Decided<SubmissionEvent>>

/** The association in whose name the act is. */
export const actingAssociation = ({ actor }: Pick<Frame, 'actor'>): AssociationRef | undefined =>
  actor.as === 'association' ? actor.association : undefined

export const notAnAssociation = ({ actor }: Pick<Frame, 'actor'>): Rejection =>
  NotAnAssociation('actor', actor.as, {})

/** The act is of one of the submission's authors. */
export const notAnAuthor = (command: Pick<Frame, 'actor'>, state: SubmissionState): Objection => {
  const association = actingAssociation(command)
  if (association === undefined) return notAnAssociation(command)
  return authorsOf(state).includes(association)
    ? undefined
    : NotAnAuthor('actor.association', association, { authors: authorsOf(state) })
}

/** The submission is there, and was when the act happened. */
export const unknown = (
  field: string,
  ref: SubmissionRef,
  state: SubmissionState | undefined,
  at: Instant
): Objection =>
  state?.ref === undefined
    ? ReferenceUnknown(field, ref, { kind: 'submission' })
    : precedes(at, ref, beganAt(state))

/** It still takes acts. `mending`: also while it is returned, so that its authors can put right what was wrong. */
export const closed = (
  field: string,
  ref: SubmissionRef,
  state: SubmissionState,
  mending: 'mending' | undefined = undefined
): Objection => {
  const { fate, into } = fateOf(state)
  return isClosed(state) && !(mending !== undefined && fate === 'returned')
    ? SubmissionClosed(field, ref, { fate, into: into ?? [], ...wayBack(state) })
    : undefined
}

const wayBack = (state: SubmissionState): { readonly wayBack?: WayBack } => {
  const found = wayBackOf(state)
  return found === undefined ? {} : { wayBack: found }
}

/** What a meeting has accepted is not undone by its authors alone. */
export const accepted = (field: string, ref: SubmissionRef, state: SubmissionState): Objection =>
  isAccepted(state) ? DecidedByMeeting(field, ref, { decision: fateOf(state).decision ?? '' }) : undefined

/** Fates are read as last recorded: nothing is settled before what was settled last (rule 2). */
export const laterFate = (at: Instant, state: SubmissionState): Objection => {
  const last = lastSettled(state)
  return last !== undefined && millis(at) < millis(last.at)
    ? LaterFateRecorded('at', at, { turn: last.turn, since: last.at })
    : undefined
}

/** The exact text that an act is about is the current one, and the act not dated before it (rules 2 and 16). */
export const moved = (
  at: Instant,
  field: string,
  named: { readonly revision: number; readonly textHash: Hash },
  state: SubmissionState
): Objection => {
  const current = currentRevision(state)
  if (current?.revision !== named.revision || current.textHash !== named.textHash)
    return TextHasMoved(field, named.revision, {
      revision: current?.revision ?? 0,
      textHash: current?.textHash ?? ''
    })
  return laterRevision(at, state)
}

/** An act on a text is not dated before its last revision (rule 2). */
export const laterRevision = (at: Instant, state: SubmissionState): Objection => {
  const current = currentRevision(state)
  return current !== undefined && millis(at) < millis(current.at)
    ? LaterRevisionRecorded('at', at, { revision: current.revision, since: current.at })
    : undefined
}

/** A new stream: its number is not taken, and its letter says its kind. That it is the next, the path has seen. */
export const numberTaken = (
  field: string,
  ref: SubmissionRef,
  kind: SubmissionKind,
  state: SubmissionState
): Objection => {
  const letter = letterOf[kind]
  if (!ref.startsWith(letter)) return LetterOfAnotherKind(field, ref, { letter })
  return state.ref === undefined
    ? undefined
    : NumberNotNext(field, ref, { next: `${letter}${Number(ref.slice(1)) + 1}` })
}

/** Themes and references that are named are registered with the process. */
export const classificationUnknown = (
  named: Partial<Classification>,
  coalition: Coalition,
  at = 'payload'
): Objection =>
  firstOf(named.themes ?? [], theme =>
    coalition.hasTheme(theme) ? undefined : ReferenceUnknown(`${at}.themes`, theme, { kind: 'theme' })
  ) ?? referencesUnknown(`${at}.references`, named.references ?? [], coalition)

export const referencesUnknown = (
  field: string,
  references: Classification['references'],
  coalition: Coalition
): Objection =>
  firstOf(references, reference =>
    coalition.hasReference(reference) ? undefined : ReferenceUnknown(field, reference, { kind: 'reference' })
  )
