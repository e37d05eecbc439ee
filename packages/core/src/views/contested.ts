/** Contested acts and late entries: what later entries speak against, and whether a meeting has settled it (rule 2). */
import { type LocalDate } from '../kernel/primitives'
import { authorityLedger } from '../platform/ledger'
import { contestedDecisionsOf } from './contested-decisions'
import { contestedActRows, entryRow } from './contested-rows'
import { struckEvents } from './struck-events'
import { platformsOf } from './in-order'
import { lateEntries } from './late-entries'
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
    acts: contestedActRows(board),
    notes: notesContested(board),
    late: lateRows(board)
  })
})

/** A late entry that was taken back stays in the list, struck through (rule 1). */
const lateRows = ({ timeline, states }: Board) => {
  const struck = struckEvents(states)
  return lateEntries(timeline).map(({ entry, before }) => ({
    ...entryRow(entry),
    ...(struck.has(entry.id) ? { retracted: true } : {}),
    before: entryRow(before)
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
