/** What settled collisions leave of amendments, where more or less of them counts than before (rule 8). */
import { besideInRound, changeSince } from './beside'
import { type Draft, noting } from './draft'
import { type AmendmentRef } from './ids'
import { amendmentsAmong, makeTheSame, outcomeOf } from './outcome'
import { amendmentsOf, currentForm, fateOf, openAmendments } from './queries'
import { eventsOfOutcome, rebaseAmendment } from './rebase-amendment'
import { type RevisionLine } from './revision-line'
import { knownCollisions, readyAmendments, voicesInText } from './round'
import { bearsOn, tiedTo } from './settled-between'
import { type AmendmentState } from './state'

/** The amendments for which settled collisions may say another thing now. */
type Tied = ReadonlySet<AmendmentRef>

/** What others asked for as well is in the text now in their name too, as if they had been put in: judged again. */
export function countContained(before: Draft, draft: Draft, line: RevisionLine): Draft {
  const contained = containedSince(before, draft)
  const [by] = contained
  if (by === undefined) return draft
  const tied = tiedTo(knownCollisions(draft.state), contained)
  return countContained(draft, reopenWhatGaveWay(judgedAgain(draft, line, tied), line, by, tied), line)
}

const containedSince = (before: Draft, { events }: Draft): ReadonlyArray<AmendmentRef> =>
  events
    .slice(before.events.length)
    .flatMap(event =>
      event.type === 'AmendmentBecameMoot' && event.data.because.kind === 'alreadyContained'
        ? [event.data.ref]
        : []
    )

/** Every tied amendment on which a settled collision with the text's own amendments bears, as it is settled now (rule 8). */
export function judgedAgain(draft: Draft, line: RevisionLine, tied: Tied): Draft {
  const current = line.at(-1)
  if (current === undefined) return draft
  const round = voicesInText(draft.state, line, current)
  const known = knownCollisions(draft.state)
  return readyAmendments(draft.state, current).reduce((so, { amendment, form }) => {
    const step = tied.has(amendment.ref) ? besideInRound(round, amendment) : undefined
    if (step === undefined || !bearsOn(known, amendment.ref, amendmentsAmong(round.voices))) return so
    const outcome = outcomeOf({ line, known, amendment, next: current, step })
    const asBefore =
      outcome.tag === 'collides' ||
      (outcome.tag === 'fits' && makeTheSame(current.text, form.operations, outcome.operations))
    return asBefore ? so : noting(so, ...eventsOfOutcome(so, amendment, outcome, current))
  }, draft)
}

/** What gave way to one that now gives way itself, to the amendment that was put in, is open again (rule 8). */
export function reopenWhatGaveWay(draft: Draft, line: RevisionLine, by: AmendmentRef, tied: Tied): Draft {
  const next = line.at(-1)
  if (next === undefined) return draft
  const round = voicesInText(draft.state, line, next)
  return amendmentsOf(draft.state).reduce((so, amendment) => {
    const { ref } = amendment
    const step = tied.has(ref) && hasGivenWay(amendment) ? besideInRound(round, amendment) : undefined
    if (step === undefined) return so
    const outcome = outcomeOf({ line, known: knownCollisions(so.state), amendment, next, step })
    if (outcome.tag === 'moot') return so
    const again = noting(so, { type: 'AmendmentReopened', data: { ref, by } })
    return noting(again, ...eventsOfOutcome(again, amendment, outcome, next))
  }, draft)
}

const hasGivenWay = (amendment: AmendmentState): boolean => {
  const fate = fateOf(amendment)
  return fate.status === 'moot' && fate.because.kind === 'gaveWay'
}

/** Those without a wording on the current text, as far as they fit it. */
export const rebaseLeftBehind = (draft: Draft, line: RevisionLine): Draft => {
  const current = line.at(-1)
  if (current === undefined) return draft
  const round = voicesInText(draft.state, line, current)
  return openAmendments(draft.state).reduce((so, amendment) => {
    const form = currentForm(amendment)
    return form === undefined || form.revision === current.revision
      ? so
      : rebaseAmendment(
          so,
          line,
          amendment,
          changeSince(so.submission, line, current, round, amendment, form)
        )
  }, draft)
}
