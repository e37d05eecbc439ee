import { type contestedView } from '@ardiya/core/views/contested'
import { type ResultOf } from '@ardiya/core/views/view'
import { sayRefusal } from '../../failure/refusals'
import { line, section } from '../parts'
import { actorName, list, moment, plain } from '../say'
import { type Page } from './page'
import { struck } from './struck'

type Contested = ResultOf<typeof contestedView>

/** What later entries speak against, with the words of the refusal that it would meet now. */
export const contestedPage: Page<Contested> = ({ decisions, acts, notes, late }, say) =>
  decisions.length + acts.length + notes.length + late.length === 0
    ? [line('Nothing is contested, and nothing was entered late.', 'faint')]
    : [
        ...section(
          'Contested decisions',
          ['ref', 'when', 'outcome', 'what is now known', 'settled'],
          decisions.map(one => [
            one.decision,
            moment(one.at),
            plain(one.outcome),
            one.wouldFail.map(refusal => sayRefusal(refusal).message).join('; '),
            settled(one)
          ])
        ),
        ...section(
          'Contested acts',
          ['log', 'when', 'act', 'by', 'against it', 'settled'],
          acts.map(one => [
            one.log,
            moment(one.at),
            one.named === undefined ? one.command : `${one.command} ${one.named}`,
            actorName(one.actor),
            list(one.against),
            settled(one)
          ])
        ),
        ...section(
          'Contested notes of silence',
          ['raising', 'noted', 'answered in'],
          notes.map(one => [one.raising, one.on, list(one.contestedBy)])
        ),
        ...section(
          'Late entries',
          ['log', 'when', 'entry', 'typed', 'after an act of'],
          late.map(one => [
            one.log,
            moment(one.at),
            struck(one, one.named === undefined ? one.type : `${one.type} ${one.named}`),
            moment(say.local(one.recordedAt)),
            `${moment(one.before.at)} ${one.before.named ?? one.before.type}`
          ])
        )
      ]

const settled = ({ settlement, by }: { readonly settlement: string; readonly by?: string }): string =>
  by === undefined ? settlement : `${settlement} by ${by}`
