/** The process: what it was opened with, its stage and charter, who is in it, and what its references name. */
import { phaseAt } from '../meeting/sittings'
import { type MeetingState } from '../meeting/state'
import { platformStanding } from '../platform/standing'
import { charterAt } from '../process/charter-in-force'
import { stageAt } from '../process/coalition-at'
import { happenedBy } from '../process/dated'
import { mandateAt } from '../process/mandate-in-force'
import { standingAt } from '../process/standing'
import {
  type AssociationEntry,
  type CharterEntry,
  type MandateEntry,
  type ProcessState,
  type StageEntry
} from '../process/state'
import { millis } from '../kernel/primitives'
import { present, timesOf } from './entry'
import { meetingsOf, type Numbered, platformsOf } from './in-order'
import { platformUntil } from './platform-until'
import { type Board, defineView } from './view'

/** As at an instant: stage, charter, standing of associations and mandates as now known to have been then. */
export const processView = defineView({
  name: 'process',
  purpose: 'the process itself: stage, charter, associations and mandates, themes, references, meetings',
  needs: 'all',
  about: { kind: 'none' },
  dated: true,
  show: board => ({
    ...openingOf(board.own),
    ...(isOpen(board) ? { stage: stageAt(board.own, board.now) } : { notOpenYet: true }),
    stages: happened(board, board.own.stages).map(stageRow),
    ...(isOpen(board) ? { charter: charterAt(board.own, board.now) } : {}),
    charters: happened(board, board.own.charters).map(entry => charterRow(entry, board)),
    themes: happened(board, board.own.themes).map(({ ref, names, dimension }) => ({
      ref,
      names,
      ...present('dimension', dimension)
    })),
    references: happened(board, board.own.references).map(({ ref, title, issuer, kind, date, uri }) => ({
      ref,
      title,
      issuer,
      kind,
      date,
      ...present('uri', uri)
    })),
    authorities: happened(board, board.own.authorities).map(({ ref, names, level, office }) => ({
      ref,
      names,
      level,
      office
    })),
    associations: happened(board, board.own.associations).map(entry => associationRow(entry, board)),
    meetings: meetingsOf(board.states)
      .filter(({ state }) => state.schedule !== undefined && millis(state.schedule.at) <= board.now)
      .map(meeting => meetingRow(meeting, board)),
    platforms: platformsOf(board.states).flatMap(({ ref, state }) => {
      const then = platformUntil(state, board.now)
      return then === undefined ? [] : [{ ref, standing: platformStanding(then) }]
    })
  })
})

const happened = <F extends Parameters<ReturnType<typeof happenedBy>>[0]>(
  { now }: Board,
  facts: ReadonlyArray<F>
): ReadonlyArray<F> => facts.filter(happenedBy(now))

/** Before it was opened it had no stage and no charter. */
const isOpen = ({ own, now }: Board): boolean => own.opened !== undefined && millis(own.opened.at) <= now

const openedRow = (opened: NonNullable<ProcessState['opened']>) => ({
  ...timesOf(opened),
  title: opened.title,
  slogan: opened.slogan,
  territory: opened.territory,
  zone: opened.zone,
  languages: opened.languages,
  authoritative: opened.authoritative,
  rules: opened.rules,
  convenor: 'A1'
})

const openingOf = ({ opened }: ProcessState): Partial<ReturnType<typeof openedRow>> =>
  opened === undefined ? {} : openedRow(opened)

const stageRow = (entry: StageEntry) => ({
  ...timesOf(entry),
  stage: entry.stage,
  ...present('from', entry.from),
  ...present('reason', entry.reason),
  ...present('decision', entry.decision)
})

const charterRow = (entry: CharterEntry, { now }: Board) => {
  const { version, text, textHash, decision, restores } = entry
  const confirmed =
    entry.confirmed !== undefined && happenedBy(now)(entry.confirmed) ? entry.confirmed : undefined
  return {
    ...timesOf(entry),
    version,
    text,
    textHash,
    ...present('decision', decision),
    ...present('restores', restores),
    ...present('confirmedBy', confirmed?.decision)
  }
}

const associationRow = (entry: AssociationEntry, board: Board) => ({
  ...timesOf(entry),
  ref: entry.ref,
  names: entry.names,
  ...present('registerNumber', entry.registerNumber),
  ...present('foundedOn', entry.foundedOn),
  ...present('seat', entry.seat),
  standing: standingAt(entry, board.now) ?? 'registered',
  standings: happened(board, entry.standings).map(standing => ({
    ...timesOf(standing),
    kind: standing.kind,
    ...present('reason', standing.reason),
    ...present('decision', 'decision' in standing ? standing.decision : undefined)
  })),
  mandates: happened(board, entry.mandates).map(mandate => mandateRow(mandate, board))
})

/** Whether it is valid: on the local date that is asked for, else on the date given for today (rule 3). */
const mandateRow = (entry: MandateEntry, board: Board) => {
  const { ref, person, role, from, until } = entry
  const revoked = happened(board, entry.revoked)[0]
  return {
    ...timesOf(entry),
    ref,
    person,
    ...(board.own.persons[person]?.erasure?.done === undefined ? {} : { erased: true }),
    role,
    from,
    ...present('until', until),
    valid: mandateAt(entry, board.now, board.date)?.valid ?? false,
    ...(revoked === undefined ? {} : { revoked: { ...timesOf(revoked), reason: revoked.reason } })
  }
}

const meetingRow = ({ ref, state }: Numbered<MeetingState>, { at }: Board) => ({
  ref,
  ...present('title', state.schedule?.title),
  ...present('kind', state.schedule?.kind),
  ...present('startsAt', state.schedule?.startsAt),
  ...present('endsAt', state.schedule?.endsAt),
  phase: phaseAt(state, { at })
})
