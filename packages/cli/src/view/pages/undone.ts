/** A merge or a split that was taken back, and what had been done until then on the submission that it had made. */
import { type Undone } from '@ardiya/core/views/undone'
import { heading, line, type Part, tableOr } from '../parts'
import { actorName, dotted, list, moment, plain, quoted } from '../say'
import { struck } from './struck'

/** A row of a submission that may have been made by what was taken back. */
export interface MaybeUndone {
  readonly undone?: Undone
}

export const undoneParts = (ref: string, { undone }: MaybeUndone): ReadonlyArray<Part> =>
  undone === undefined
    ? []
    : [
        heading(`Done on ${ref} before its ${undone.what} was undone`),
        line(undoingWords(undone), 'plain', 2),
        ...tableOr(
          'Nothing was done on it.',
          ['when', 'what', 'about', 'in the name of'],
          undone.done.map(one => [
            moment(one.at),
            struck(one, whatWords(one)),
            aboutWords(one),
            actorName(one.actor)
          ]),
          2
        )
      ]

/** `2025-12-28 11:00, by M2-Q1, back into P1, P2: «…»` */
const undoingWords = ({ at, decision, into, reason }: Undone): string =>
  [
    moment(at),
    decision === undefined ? '' : `, by ${decision}`,
    `, back into ${list(into)}`,
    reason === undefined ? '' : `: ${quoted(reason)}`
  ].join('')

type Done = Undone['done'][number]

const whatWords = ({ type }: Done): string => plain(type).toLowerCase()

const aboutWords = (one: Done): string =>
  dotted(
    one.amendment ?? one.collision ?? one.indicator,
    one.criterion === undefined ? undefined : quoted(one.criterion),
    one.revision === undefined ? undefined : `@${one.revision} (${one.language ?? ''})`,
    one.decision,
    one.reason === undefined ? undefined : quoted(one.reason)
  )
