import { type timelineView } from '@ardiya/core/views/timeline'
import { type ResultOf } from '@ardiya/core/views/view'
import { tableOr } from '../parts'
import { actorName, moment, plain } from '../say'
import { type Page } from './page'

type Timeline = ResultOf<typeof timelineView>

/** One row an event, in the order of recording; what was typed on another day than it happened says when. */
export const timelinePage: Page<Timeline> = ({ events }) =>
  tableOr(
    'Nothing is recorded.',
    ['log', 'when', 'what', 'ref', 'in the name of', 'typed'],
    events.map(row => [
      row.log,
      moment(row.occurredAt),
      plain(row.type).toLowerCase(),
      row.ref ?? row.stream.slice(row.stream.lastIndexOf('.') + 1).replace(/^process-.*/, ''),
      actorName(row.actor),
      typedWords(row)
    ])
  )

const typedWords = (row: Timeline['events'][number]): string =>
  [
    row.onBehalf === true ? `on behalf, ${row.recordedBy}` : '',
    daysApart(row.occurredAt, row.recordedAt) > 0 ? `on ${row.recordedAt.slice(0, 10)}` : ''
  ]
    .filter(words => words !== '')
    .join(' ')

const oneDay = 86_400_000

const daysApart = (happened: string, typed: string): number =>
  Math.floor((Date.parse(typed) - Date.parse(happened)) / oneDay)
