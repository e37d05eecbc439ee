/** What words on a submission have in common before they are judged. */
import { type CommandOf } from '../kernel/command'
import { type Decision } from '../kernel/decider'
import { type AssociationRef } from '../kernel/envelope'
import { type Decided } from '../kernel/event'
import { type Hash, type Instant, millis } from '../kernel/primitives'
import { ReferenceUnknown } from '../kernel/rejections'
import { first, namedTwice, type Objection, precedes } from '../kernel/objection'
import { closed, unknown } from '../submission/preconditions'
import { currentRevision, revisionOf, textAt } from '../submission/queries'
import { fateOf } from '../submission/fate'
import { SubmissionClosed, TextHasMoved } from '../submission/rejections'
import { type Revision } from '../submission/state'
import { type BlockId } from '../text/text'
import { type endorsementCommands } from './commands'
import { type EndorsementEvent } from './events'
import { type SubmissionRef } from '../submission/ids'
import { type Stand } from './stands'
import { type Stood } from './state'

export type Asked<Name extends keyof typeof endorsementCommands> = CommandOf<typeof endorsementCommands, Name>
export type StandDecision = Decision<Decided<EndorsementEvent>>

type OnText = Asked<'Endorse'> | Asked<'ReaffirmEndorsement'> | Asked<'RaiseObjection'>

/** The submission takes words, and the text that is named was current at the time of the act (rule 2). */
export const textUnfit = (command: OnText, { submission: state }: Stood): Objection => {
  const { occurredAt, payload } = command
  return first([
    () => unknown('payload.submission', payload.submission, state, occurredAt),
    () => closed('payload.submission', payload.submission, state),
    () => notCurrentThen(command, { submission: state })
  ])
}

const notCurrentThen = (
  { occurredAt, payload }: OnText,
  { submission: state }: Pick<Stood, 'submission'>
): Objection => {
  const named = revisionOf(state, payload.revision)
  const then = textAt(state, occurredAt)
  if (named?.textHash === payload.textHash && then?.revision === named.revision) return undefined
  return named?.textHash === payload.textHash && millis(named.at) > millis(occurredAt)
    ? precedes(occurredAt, `${payload.submission}@${named.revision}`, named.at)
    : textHasMoved(payload, then ?? currentRevision(state))
}

const textHasMoved = (
  named: { readonly revision: number; readonly textHash: Hash },
  current: Revision | undefined
): Objection =>
  TextHasMoved('payload.revision', named.revision, {
    revision: current?.revision ?? 0,
    textHash: current?.textHash ?? ''
  })

/** The blocks that are named are in the text, none twice. */
export const blocksUnfit = (
  field: string,
  blocks: ReadonlyArray<BlockId>,
  text: Revision | undefined
): Objection => {
  const missing = blocks.find(id => text?.text.blocks.some(block => block.id === id) !== true)
  return missing === undefined
    ? namedTwice(field, blocks)
    : ReferenceUnknown(field, missing, { kind: 'block' })
}

/** Support and objections are taken back also from what was declined or withdrawn, but not where it went elsewhere. */
export const goneElsewhere = (
  ref: SubmissionRef,
  at: Instant,
  { submission: state }: Pick<Stood, 'submission'>
): Objection => {
  const { fate, into } = fateOf(state)
  return (
    unknown('payload.submission', ref, state, at) ??
    (['mergedInto', 'splitInto', 'proposed', 'dropped'].includes(fate)
      ? SubmissionClosed('payload.submission', ref, { fate, into: into ?? [] })
      : undefined)
  )
}

/** An act that takes a stand back may not precede it (rule 2). */
export const beforeTheStand = (
  { stands }: Stood,
  association: AssociationRef,
  at: Instant,
  stand: Stand | undefined
): Objection => {
  const later = stands.stands[association]?.find(
    entry => entry.retracted === undefined && millis(entry.at) > millis(at)
  )
  return stand === undefined && later !== undefined ? precedes(at, later.event, later.at) : undefined
}

/** How a stand is named to who is refused: its kind, or that it was taken back, or none. */
export const nameOf = (stand: Stand | undefined): string =>
  stand === undefined
    ? 'none'
    : stand.status === 'withdrawn' || stand.status === 'lifted'
      ? stand.status
      : stand.kind
