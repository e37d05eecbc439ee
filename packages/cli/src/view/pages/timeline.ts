import { type timelineView } from '@ardiya/core/views/timeline'
import { type ResultOf } from '@ardiya/core/views/view'
import { tableOr } from '../parts'
import { actorName, day, moment, plain, type Say } from '../say'
import { type Page } from './page'

type Timeline = ResultOf<typeof timelineView>

/** One row an event, in the order of recording; what was typed on another day than it happened says when. */
export const timelinePage: Page<Timeline> = ({ events }, say) =>
  tableOr(
    'Nothing is recorded.',
    ['log', 'when', 'what', 'ref', 'in the name of', 'typed'],
    events.map(row => [
      row.log,
      moment(row.occurredAt),
      plain(row.type).toLowerCase(),
      row.ref ?? row.stream.slice(row.stream.lastIndexOf('.') + 1).replace(/^process-.*/, ''),
      actorName(row.actor),
      typedWords(row, say)
    ])
  )

const typedWords = (row: Timeline['events'][number], say: Say): string => {
  const typed = day(say.local(row.recordedAt))
  return [
    row.onBehalf === true ? `on behalf, ${row.recordedBy}` : '',
    typed === day(row.occurredAt) ? '' : `on ${typed}`
  ]
    .filter(words => words !== '')
    .join(' ')
}
