/**
 * The open amendments of merged or split submissions: what fits of each is carried to the texts that took its words on,
 * and of what does not it is said why; none is left out (domain.md §3, a merge).
 */
import { detectCollisions } from '../amendment/detect-collisions'
import { type Draft, draftFor, noting } from '../amendment/draft'
import { type Carried, carriedOver } from '../amendment/carry'
import {
  amendmentsWith,
  bringBackAsTheyLeft,
  closeAll,
  reopenAmendments,
  type Reopening
} from '../amendment/close'
import { decidedEvents, entryOf } from '../amendment/decide'
import { type LeftBehind, type MootBecause } from '../amendment/events'
import { type Source, type TakenOn } from '../amendment/place-in-heir'
import { currentForm, nextAmendment, openAmendments } from '../amendment/queries'
import { lineOf } from '../amendment/revision-line'
import { type AmendmentState, initialAmendmentsState } from '../amendment/state'
import { type Frame } from '../kernel/command'
import { type SubmissionRef, submissionStream } from '../submission/ids'
import { currentRevision } from '../submission/queries'
import { type TextRevised } from '../submission/revise-text'
import { initialSubmissionState } from '../submission/state'
import { type Operation } from '../text/operation'
import { type Text } from '../text/text'
import { withText } from './change-text'
import { type DecidedEvent } from './event-table'
import { type SubmissionStream } from './states'

/** A new submission's first text, and which blocks it took on. */
export interface Heir {
  readonly ref: SubmissionRef
  readonly revised: TextRevised['data']
  readonly blocks: TakenOn['blocks']
}

/**
 * What becomes of every open amendment of the sources: AmendmentProposed with `origin` in the stream of each heir that
 * takes something of it, and AmendmentBecameMoot in its own. Then those carried to one heir are set against each other (rule 9).
 */
export const carryAmendments = (
  sources: ReadonlyArray<SubmissionStream>,
  heirs: ReadonlyArray<Heir>,
  command: Frame
): ReadonlyArray<DecidedEvent> => {
  let carrying: Carrying = {
    old: [],
    heirs: heirs.map(heir => ({
      heir,
      draft: draftFor(heir.ref, entryOf(command), initialAmendmentsState)
    }))
  }
  for (const source of sources) carrying = carriedFrom(source, carrying, command)
  const fresh = carrying.heirs.map(({ heir, draft }) => detectCollisions(draft, lineOfHeir(heir, command)))
  return [...fresh, ...carrying.old].flatMap(draft => decidedEvents(command, draft))
}

interface Carrying {
  readonly old: ReadonlyArray<Draft>
  readonly heirs: ReadonlyArray<{ readonly heir: Heir; readonly draft: Draft }>
}

const lineOfHeir = ({ ref, revised }: Heir, command: Frame) =>
  lineOf(
    withText(
      initialSubmissionState,
      { type: 'TextRevised', stream: submissionStream(command.process, ref), data: revised },
      command
    )
  )

const textOf = ({ revised: { language, title, blocks } }: Heir): Text => ({ language, title, blocks })

function carriedFrom(
  { submission, amendments }: SubmissionStream,
  carrying: Carrying,
  command: Frame
): Carrying {
  const text = currentRevision(submission)?.text
  if (submission.ref === undefined || text === undefined) return carrying
  const source = { ref: submission.ref, text }
  let { heirs } = carrying
  let draft = draftFor(source.ref, entryOf(command), amendments)
  for (const amendment of openAmendments(amendments)) {
    const carried = carriedOf(source, amendment, heirs)
    draft = noting(draft, {
      type: 'AmendmentBecameMoot',
      data: { ref: amendment.ref, because: whereItWent(heirs, carried) }
    })
    heirs = heirs.map((one, index) => proposedAgain(one, amendment, carried.to[index] ?? []))
  }
  return { old: [...carrying.old, draft], heirs }
}

type WithDraft = Carrying['heirs'][number]

/** None of one whose wording in the original nobody has given yet. */
const carriedOf = (source: Source, amendment: AmendmentState, heirs: ReadonlyArray<WithDraft>): Carried =>
  carriedOver(
    source,
    currentForm(amendment)?.operations ?? [],
    heirs.map(({ heir }) => ({ text: textOf(heir), blocks: heir.blocks }))
  )

/** In which amendments it goes on, or why in none; either way nothing that it asked for is left unsaid. */
function whereItWent(heirs: ReadonlyArray<WithDraft>, { to, leftBehind }: Carried): MootBecause {
  const carriers = heirs.flatMap(({ heir, draft }, index) =>
    (to[index] ?? []).length === 0 ? [] : [nextAmendment(draft.state, heir.ref)]
  )
  const [amendment, ...alsoTo] = carriers
  if (amendment === undefined) return notCarried(heirs, leftBehind)
  return {
    kind: 'carriedTo',
    amendment,
    ...(alsoTo.length === 0 ? {} : { alsoTo }),
    ...(leftBehind.length === 0 ? {} : { leftBehind })
  }
}

const notCarried = (heirs: ReadonlyArray<WithDraft>, leftBehind: ReadonlyArray<LeftBehind>): MootBecause => {
  const into = heirs.map(({ heir }) => heir.ref)
  const why = leftBehind[0]?.why ?? 'awaitsWording'
  const because = { why, ...(leftBehind.every(one => one.why === why) ? {} : { leftBehind }) }
  const [only] = into
  return into.length === 1 && only !== undefined
    ? { kind: 'mergedInto', into: only, ...because }
    : { kind: 'splitInto', into, ...because }
}

/** The same proposal of the same association, on the new text; its origin keeps the submitted wording (rule 7). */
const proposedAgain = (
  { heir, draft }: WithDraft,
  { ref: origin, association, materiality, reason }: AmendmentState,
  operations: ReadonlyArray<Operation>
): WithDraft =>
  operations.length === 0
    ? { heir, draft }
    : {
        heir,
        draft: noting(draft, {
          type: 'AmendmentProposed',
          data: {
            ref: nextAmendment(draft.state, heir.ref),
            association,
            language: heir.revised.language,
            revision: heir.revised.revision,
            textHash: heir.revised.textHash,
            operations,
            materiality,
            ...(reason === undefined ? {} : { reason }),
            origin
          }
        })
      }

/** A merge is undone: what it carried away or made moot is open again in each source, as it was. */
export const bringBackCarried = (
  sources: ReadonlyArray<SubmissionStream>,
  merged: SubmissionRef,
  reopening: Reopening,
  command: Frame
): ReadonlyArray<DecidedEvent> =>
  sources.flatMap(source => bringBackMoot(source, because => wentTo(because, merged), reopening, command))

const wentTo = (because: MootBecause, merged: SubmissionRef): boolean =>
  (because.kind === 'carriedTo' && because.amendment.startsWith(`${merged}-`)) ||
  (because.kind === 'mergedInto' && because.into === merged)

/** The submission leaves the table, and its open amendments with it: moot, not rejected (rule 11). */
export const closeAmendments = (
  { submission, amendments }: SubmissionStream,
  because: MootBecause,
  command: Frame
): ReadonlyArray<DecidedEvent> =>
  submission.ref === undefined
    ? []
    : decidedEvents(command, closeAll(draftFor(submission.ref, entryOf(command), amendments), because))

/** What was made moot when the submission left the table is open again, as it was: it was closed to acts meanwhile. */
export const bringBackMoot = mootAgain(bringBackAsTheyLeft)

/** The same where the submission went on meanwhile: the amendments meet the text and each other as they are now. */
export const reopenMoot = mootAgain(reopenAmendments)

function mootAgain(again: typeof reopenAmendments) {
  return (
    { submission, amendments }: SubmissionStream,
    was: (because: MootBecause) => boolean,
    reopening: Reopening,
    command: Frame
  ): ReadonlyArray<DecidedEvent> => {
    if (submission.ref === undefined) return []
    const draft = draftFor(submission.ref, entryOf(command), amendments)
    const refs = amendmentsWith(draft, fate => fate.status === 'moot' && was(fate.because))
    return decidedEvents(command, again(draft, lineOf(submission), refs, reopening))
  }
}
