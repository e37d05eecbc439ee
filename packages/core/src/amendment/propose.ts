/** An association proposes other words, takes its proposal back, or gives a translation's amendment the original's words. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type CommandOf } from '../kernel/command'
import { type AssociationRef } from '../kernel/envelope'
import { type Positive } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { NumberNotNext, ReferenceUnknown } from '../kernel/rejections'
import { type Amended } from './amended'
import { type Draft, noting, setAgainstEachOther } from './bring-forward'
import { type amendmentCommands } from './commands'
import { type AmendmentEvent } from './events'
import { applied, onCurrentText } from './own-operations'
import { isOpen, nextAmendment } from './queries'
import { AmendmentIsWorded, AmendmentNotOpen, NotAnAuthor, NotTheProposer } from './rejections'
import { actingAssociation, openAmendment } from './who-and-what'

type Named<N extends keyof typeof amendmentCommands> = CommandOf<typeof amendmentCommands, N>
type Drafted = E.Either<Rejection, Draft>

/** Rules 7, 8 and 9: its words match the text, its operations agree, and what it collides with is found at once. */
export const proposeAmendment = (
  command: Named<'ProposeAmendment'>,
  amended: Amended,
  draft: Draft
): Drafted => {
  const { payload } = command
  const next = nextAmendment(draft.state, amended.ref)
  if (payload.ref !== next) return E.left(NumberNotNext('payload.ref', payload.ref, { next }))
  const current = amended.current(payload.language)
  if (current === undefined)
    return E.left(ReferenceUnknown('payload.language', payload.language, { kind: 'language' }))
  const association = actingAssociation(command)
  if (association === undefined)
    return E.left(NotAnAuthor('actor', command.actor.as, { authors: amended.authors }))
  return pipe(
    onCurrentText(command, payload, current),
    E.flatMap(text => applied('payload.operations', text, payload.operations, amended.nextBlock)),
    E.map(() => withCollisions(draft, amended, proposal(command, amended, association)))
  )
}

const withCollisions = (draft: Draft, amended: Amended, event: AmendmentEvent): Draft =>
  setAgainstEachOther(noting(draft, event), amended.line)

const proposal = (
  { payload }: Named<'ProposeAmendment'>,
  amended: Amended,
  association: AssociationRef
): AmendmentEvent => ({
  type: 'AmendmentProposed',
  data: {
    ref: payload.ref,
    association,
    language: payload.language,
    revision: payload.revision,
    textHash: payload.textHash,
    operations: payload.operations,
    materiality: payload.materiality,
    ...(payload.reason === undefined ? {} : { reason: payload.reason }),
    ...(payload.language === amended.original ? {} : { awaitsWording: true as const })
  }
})

/** Only the association that proposed it takes it back; twice is once. */
export const withdrawAmendment = (command: Named<'WithdrawAmendment'>, draft: Draft): Drafted => {
  const { amendment: ref, reason } = command.payload
  const amendment = draft.state.amendments[ref]
  if (amendment !== undefined && amendment.association !== actingAssociation(command))
    return E.left(NotTheProposer('actor', command.actor.as, { proposer: amendment.association }))
  if (amendment?.fates.at(-1)?.fate.status === 'withdrawn') return E.right(draft)
  return pipe(
    openAmendment(command, draft.state, ref),
    E.map(() =>
      noting(draft, {
        type: 'AmendmentWithdrawn',
        data: { ref, ...(reason === undefined ? {} : { reason }) }
      })
    )
  )
}

/** The submitted wording on the translation stays, the original's stands behind it (rule 7). */
export const wordAmendment = (command: Named<'WordAmendment'>, amended: Amended, draft: Draft): Drafted => {
  const { payload } = command
  const current = amended.current(amended.original)
  if (!mayWord(command, amended, draft))
    return E.left(NotAnAuthor('actor', command.actor.as, { authors: amended.authors }))
  return pipe(
    openAmendment(command, draft.state, payload.amendment),
    E.filterOrElse(
      amendment => amendment.onTranslation === true && amendment.forms.length === 1,
      (amendment): Rejection =>
        AmendmentIsWorded('payload.amendment', payload.amendment, { language: amendment.language })
    ),
    E.bindTo('amendment'),
    E.bind('text', () =>
      current === undefined
        ? E.left<Rejection>(ReferenceUnknown('payload.amendment', payload.amendment, { kind: 'text' }))
        : onCurrentText(command, payload, current)
    ),
    E.tap(({ text }) => applied('payload.operations', text, payload.operations, amended.nextBlock)),
    E.map(({ amendment, text }) =>
      withCollisions(draft, amended, {
        type: 'AmendmentRebased',
        data: {
          ref: amendment.ref,
          revision: text.revision as Positive,
          textHash: text.textHash,
          operations: payload.operations,
          madeFrom: {
            kind: 'translation',
            language: amendment.language,
            textHash: amendment.forms[0]?.textHash ?? text.textHash
          }
        }
      })
    )
  )
}

/** The submission's authors, whoever proposed it, or the chair. */
const mayWord = (command: Named<'WordAmendment'>, amended: Amended, draft: Draft): boolean => {
  const association = actingAssociation(command)
  return association === undefined
    ? command.actor.as === 'office' && command.actor.office === 'chair'
    : amended.authors.includes(association) ||
        draft.state.amendments[command.payload.amendment]?.association === association
}
