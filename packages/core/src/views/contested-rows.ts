/** Contested acts as views show them: which entry, what speaks against it, and whether a meeting has settled it (rule 2). */
import { type TimelineRow } from '../kernel/kept'
import { EventId } from '../kernel/primitives'
import { contestedActs } from './contested-acts'
import { settlementOf, settlementsOf } from './contested-decisions'
import { actOf } from './late-entries'
import { struckEvents } from './struck-events'
import { type Board } from './view'

/** An entry as rows of views name it; `named`: the reference that it gave or was about. */
export const entryRow = ({ id, type, stream, ref, log, occurredAt, recordedAt }: TimelineRow) => ({
  event: id,
  type,
  stream,
  ...(ref === undefined ? {} : { named: ref }),
  log,
  at: occurredAt,
  recordedAt
})

/** Struck-through entries are not contested: they are taken back already. */
export const contestedActRows = ({ timeline, states }: Board) => {
  const struck = struckEvents(states)
  const settlements = settlementsOf(states)
  const byAct = new Map(
    [...settlements].flatMap(([name, said]) => (EventId.is(name) ? [[actOf(name), said]] : []))
  )
  return contestedActs(timeline, states)
    .filter(({ row }) => !struck.has(row.id))
    .map(({ row, command, against }) => ({
      ...entryRow(row),
      command,
      actor: row.actor,
      against,
      ...(command === 'Decide' && row.ref !== undefined
        ? settlementOf(settlements, row.ref, row.id)
        : settlementOf(byAct, actOf(row.id)))
    }))
}
