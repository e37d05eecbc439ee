import { type duplicatesView } from '@ardiya/core/views/duplicates'
import { type ResultOf } from '@ardiya/core/views/view'
import { heading, line, type Part } from '../parts'
import { apart } from '../../terminal/isolate'
import { list, type Say } from '../say'
import { type Page } from './page'

type Duplicates = ResultOf<typeof duplicatesView>
type Pair = Duplicates['pairs'][number]

/** Pair by pair, the most alike first, with what they share; a merge that is proposed already is named. */
export const duplicatesPage: Page<Duplicates> = ({ pairs }, say) =>
  pairs.length === 0
    ? [line('No open submissions say nearly the same.', 'faint')]
    : pairs.flatMap(pair => pairParts(pair, say))

const pairParts = ({ first, second, likeness, shared, proposedIn }: Pair, say: Say): ReadonlyArray<Part> => [
  heading(`${first.submission} and ${second.submission}: ${percent(likeness)} % alike`),
  ...[first, second].map(side => line(sideLine(side, say), 'plain', 2)),
  ...(shared.length === 0 ? [] : [line(`both say: ${shared.map(apart).join(' … ')}`, 'plain', 2)]),
  ...(proposedIn.length === 0 ? [] : [line(`a merge is proposed: ${list(proposedIn)}`, 'plain', 2)])
]

/** Rounded down: what is not the same throughout is not 100 % alike. */
const percent = (likeness: number): number => Math.floor(likeness * 100)

const sideLine = (side: Pair['first'], say: Say): string =>
  'title' in side && side.title !== undefined
    ? `${side.submission} of ${list(side.authors ?? [])}: ${say.name(side.title)}`
    : side.submission
