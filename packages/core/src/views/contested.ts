/** Contested acts and late entries: what later entries speak against, and whether a meeting has settled it (rule 2). */
import { type TimelineRow } from '../kernel/kept'
import { EventId, type LocalDate } from '../kernel/primitives'
import { authorityLedger } from '../platform/ledger'
import { contestedActs } from './contested-acts'
import { contestedDecisionsOf, settlementOf, settlementsOf } from './contested-decisions'
import { struckEvents } from './struck-events'
import { platformsOf } from './in-order'
import { actOf, lateEntries } from './late-entries'
import { type Board, defineView } from './view'

/** A decision is settled by its reference, any other act by the id of its event. */
export const contestedView = defineView({
  name: 'contested',
  purpose: 'acts that later entries speak against, until a meeting confirms or annuls them; late entries',
  needs: 'timeline',
  about: { kind: 'none' },
  dated: false,
  show: board => ({
    decisions: contestedDecisionsOf(board.states),
    acts: actRows(board),
    notes: notesContested(board),
    late: lateRows(board)
  })
})

const rowOf = ({ id, type, stream, ref, log, occurredAt, recordedAt }: TimelineRow) => ({
  event: id,
  type,
  stream,
  ...(ref === undefined ? {} : { named: ref }),
  log,
  at: occurredAt,
  recordedAt
})

/** Struck-through entries are not contested: they are taken back already. */
const actRows = ({ timeline, states }: Board) => {
  const struck = struckEvents(states)
  const settlements = settlementsOf(states)
  const byAct = new Map(
    [...settlements].flatMap(([name, said]) => (EventId.is(name) ? [[actOf(name), said]] : []))
  )
  return contestedActs(timeline, states)
    .filter(({ row }) => !struck.has(row.id))
    .map(({ row, command, against }) => ({
      ...rowOf(row),
      command,
      actor: row.actor,
      against,
      ...(command === 'Decide' && row.ref !== undefined
        ? settlementOf(settlements, row.ref, row.id)
        : settlementOf(byAct, actOf(row.id)))
    }))
}

/** A late entry that was taken back stays in the list, struck through (rule 1). */
const lateRows = ({ timeline, states }: Board) => {
  const struck = struckEvents(states)
  return lateEntries(timeline).map(({ entry, before }) => ({
    ...rowOf(entry),
    ...(struck.has(entry.id) ? { retracted: true } : {}),
    before: rowOf(before)
  }))
}

const lastDate = '9999-12-31' as LocalDate

/** Notes of silence against which an answer of an earlier date was entered later (rule 14). */
const notesContested = ({ states }: Board) =>
  platformsOf(states).flatMap(({ ref, state }) =>
    authorityLedger(state, lastDate).raisings.flatMap(({ raising, overdueNotes }) =>
      overdueNotes
        .filter(({ contestedBy }) => contestedBy.length > 0)
        .map(({ event, on, contestedBy }) => ({ platform: ref, raising, event, on, contestedBy }))
    )
  )
