import { type timelineView } from '@ardiya/core/views/timeline'
import { type ResultOf } from '@ardiya/core/views/view'
import { tableOr } from '../parts'
import { actorName, day, moment, plain, type Say } from '../say'
import { type Page } from './page'

type Timeline = ResultOf<typeof timelineView>
type Row = Timeline['events'][number]

/** One row an event, in the order of recording; what was typed on another day than it happened says when. */
export const timelinePage: Page<Timeline> = ({ events }, say) => {
  const logs = new Map<string, string>(events.map(({ id, log }) => [id, log]))
  return tableOr(
    'Nothing is recorded.',
    ['log', 'when', 'what', 'ref', 'in the name of', 'typed'],
    events.map(row => [
      row.log,
      moment(row.occurredAt),
      plain(row.type).toLowerCase(),
      refWords(row, logs),
      actorName(row.actor),
      typedWords(row, say)
    ])
  )
}

/** Its own reference, else the stream's with what it is about there; a struck entry by its place in the log. */
const refWords = ({ ref, stream, about }: Row, logs: ReadonlyMap<string, string>): string => {
  if (ref !== undefined) return ref
  const home = stream.startsWith('process-') ? undefined : stream.slice(stream.lastIndexOf('.') + 1)
  const log = logs.get(about ?? '')
  return [home, log === undefined ? about : `log ${log}`].filter(word => word !== undefined).join(' ')
}

const typedWords = (row: Row, say: Say): string => {
  const typed = day(say.local(row.recordedAt))
  return [
    row.onBehalf === true ? `on behalf, ${row.recordedBy}` : '',
    typed === day(row.occurredAt) ? '' : `on ${typed}`
  ]
    .filter(words => words !== '')
    .join(' ')
}
