import { type participationView } from '@ardiya/core/views/participation'
import { type ResultOf } from '@ardiya/core/views/view'
import { counted } from '../../failure/words'
import { line, tableOr } from '../parts'
import { list } from '../say'
import { type Page } from './page'

type Participation = ResultOf<typeof participationView>

/** One row an association; the silent ones are named. */
export const participationPage: Page<Participation> = ({ meetings, associations }, say) => [
  line(
    `${counted(meetings.length, 'meeting')}: ${list(meetings)}. How often each association came, spoke, …; stands: + for, ~ with reservations, - against`
  ),
  ...tableOr(
    'No association is registered.',
    ['', 'association', 'came', 'away', 'spoke', 'brought', 'amended', 'stands', ''],
    associations.map(one => [
      one.association,
      one.standing === 'registered' ? say.name(one.names) : `${say.name(one.names)} (${one.standing})`,
      count(one.attended.length),
      count(one.stayedAway.length),
      count(one.spoke.reduce((sum, { times }) => sum + times, 0)),
      count(one.submitted.length + one.coAuthored.length),
      count(one.amended.length),
      standsWords(one),
      one.silent ? 'silent' : ''
    ])
  )
]

/** `9+ 1~ 1-`: endorsements, reservations, objections. */
const standsWords = ({ endorsed, reserved, objected }: Participation['associations'][number]): string =>
  [
    ...(endorsed.length === 0 ? [] : [`${endorsed.length}+`]),
    ...(reserved.length === 0 ? [] : [`${reserved.length}~`]),
    ...(objected.length === 0 ? [] : [`${objected.length}-`])
  ].join(' ') || '·'

const count = (number: number): string => (number === 0 ? '·' : String(number))
