import { type minutesView } from '@ardiya/core/views/minutes'
import { type ResultOf } from '@ardiya/core/views/view'
import { type Block } from '@ardiya/core/text/text'
import { apart } from '../../terminal/isolate'
import { heading, line, type Part, section, subheading } from '../parts'
import { day, moment, plain, quoted, type Say } from '../say'
import { meetingParts } from './meeting-head'
import { type Page } from './page'

type Minutes = ResultOf<typeof minutesView>
type Written = Extract<Minutes, { readonly minutes: string }>

/** The minutes as they read, with the names of persons from the directory; what became of them below. */
export const minutesPage: Page<Minutes> = (minutes, say) => [
  ...meetingParts(minutes, minutes.standing, say),
  ...('minutes' in minutes ? writtenParts(minutes, say) : [line('No minutes are drafted yet.', 'faint')])
]

const writtenParts = (minutes: Written, say: Say): ReadonlyArray<Part> => [
  heading(`${minutes.minutes} ${apart(say.withPersons(minutes.text.title))}`),
  ...minutes.text.blocks.map(block => blockLine(block, say)),
  ...section(
    'Corrections',
    ['no', 'by', 'wording', 'settled'],
    minutes.corrections.map(one => [
      String(one.number),
      one.association,
      apart(say.withPersons(one.wording)),
      one.settled === undefined
        ? 'open'
        : `${one.settled.outcome} ${day(one.settled.at)}${one.settled.reason === undefined ? '' : ` ${quoted(one.settled.reason)}`}`
    ])
  ),
  ...section(
    'Contradictions with the record',
    ['what', 'about', 'explanation'],
    minutes.contradictions.map(one => [
      plain(one.kind),
      one.about,
      one.explanation === undefined ? 'to mend or to explain' : apart(one.explanation)
    ])
  ),
  ...(minutes.contradictions.length === 0
    ? [line(''), line('They contradict nothing on record.', 'faint')]
    : []),
  heading('How far they are'),
  ...minutes.circulated.map(one => line(`${moment(one.at)} circulated`, 'plain', 2)),
  ...('approved' in minutes
    ? [
        line(
          `${moment(minutes.approved.at)} approved${minutes.approved.decision === undefined ? ' by silence' : ` by ${minutes.approved.decision}`}`,
          'plain',
          2
        )
      ]
    : []),
  ...('sealed' in minutes
    ? [line(`${moment(minutes.sealed.at)} sealed, ${minutes.sealed.textHash}`, 'plain', 2)]
    : [])
]

const blockLine = (block: Block, say: Say): Part => {
  const words = apart(say.withPersons(block.text))
  if (block.kind === 'heading') return block.level === 1 ? heading(words) : subheading(words)
  return block.kind === 'item' ? line(`- ${words}`, 'plain', block.level * 2 - 2) : line(words)
}
