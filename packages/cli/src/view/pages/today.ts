import { type todayView } from '@ardiya/core/views/today'
import { type ResultOf } from '@ardiya/core/views/view'
import { counted } from '../../failure/words'
import { line, section, tableOr } from '../parts'
import { day, list, plain } from '../say'
import { type Page } from './page'

type Today = ResultOf<typeof todayView>

/** What is overdue first, then what has a date, then the rest in its order. */
export const todayPage: Page<Today> = ({ today, waiting, toLookAt }) => [
  line(
    `On ${today}, ${waiting.length === 0 ? 'nothing waits' : `${counted(waiting.length, 'matter')} to attend to`}.`
  ),
  ...(waiting.length === 0
    ? []
    : tableOr(
        '',
        ['what', 'ref', 'waits for', 'about', 'since', 'due'],
        [...waiting].sort((a, b) => urgency(a) - urgency(b)).map(rowOf)
      )),
  ...section(
    'To look at: the text changed under a stand, not called substantive',
    ['ref', 'stands of', 'texts since', 'last'],
    toLookAt.map(({ ref, for: whose, about, since }) => [ref, list(whose), list(about), day(since)])
  )
]

type Waiting = Today['waiting'][number] & {
  readonly due?: string
  readonly overdue?: boolean
  readonly about?: ReadonlyArray<string>
  readonly since?: string
}

const urgency = ({ due, overdue }: Waiting): number => {
  if (overdue === true) return 0
  return due === undefined ? 2 : 1
}

const rowOf = ({ what, ref, for: whom, about = [], since, due, overdue }: Waiting): ReadonlyArray<string> => [
  plain(what),
  ref,
  list(whom),
  list(about),
  since === undefined ? '' : day(since),
  due === undefined ? '' : overdue === true ? `${due} OVERDUE` : due
]
