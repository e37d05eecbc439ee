import { type mergesView } from '@ardiya/core/views/merges'
import { type ResultOf } from '@ardiya/core/views/view'
import { heading, line, type Part, subheading, tableOr } from '../parts'
import { actorName, day, dotted, list, moment, plain, quoted, type Say } from '../say'
import { fateWords } from './fate-words'
import { type Page } from './page'

type Merges = ResultOf<typeof mergesView>
type Merge = Merges['merges'][number]

/** Merge by merge: what became of it, the words that were proposed, what they leave out, and who agreed. */
export const mergesPage: Page<Merges> = ({ merges }, say) =>
  merges.length === 0
    ? [line('No merge was proposed.', 'faint')]
    : merges.flatMap(merge => mergeParts(merge, say))

const mergeParts = (merge: Merge, say: Say): ReadonlyArray<Part> => [
  heading(`${merge.merge} ${say.name(merge.title)} · ${merge.state}`),
  ...courseOf(merge).map(words => line(words, 'plain', 2)),
  ...outlookParts(merge),
  subheading('Made of'),
  ...merge.sources.map(source => line(sourceWords(source, say), 'plain', 2)),
  subheading('The words proposed'),
  ...merge.blocks.flatMap(wordsParts),
  subheading('Not taken over'),
  ...leftOut(merge),
  subheading('Consents'),
  ...consentParts(merge)
]

/** `proposed 2026-01-11 13:00 by A2: «…»`, then what became of it, a line each. */
const courseOf = ({ proposed, made, dropped, undone }: Merge): ReadonlyArray<string> => [
  happened('proposed', proposed, actorName(proposed.actor)),
  ...(made === undefined ? [] : [happened('made', made, made.decision ?? actorName(made.actor))]),
  ...(dropped === undefined ? [] : [happened('dropped', dropped, actorName(dropped.actor))]),
  ...(undone === undefined ? [] : [happened('undone', undone, undone.decision)])
]

const happened = (
  what: string,
  { at, reason }: { readonly at: string; readonly reason?: string },
  by: string
): string => `${what} ${moment(at)} by ${by}${reason === undefined ? '' : `: ${quoted(reason)}`}`

/** What stands in the way of an open proposal, and what can be done about it. */
const outlookParts = ({ merge, proposed, carriedOutBy, obstacles = [] }: Merge): ReadonlyArray<Part> =>
  carriedOutBy === undefined || obstacles.length === 0
    ? []
    : [
        ...obstacles.map(one => line(obstacleWords(one), 'bad', 2)),
        line(
          carriedOutBy === 'meeting'
            ? `Only a meeting can carry it out: subject merge ${merge}, motion merge.`
            : `It can no longer be carried out. ${wayOut(obstacles, actorName(proposed.actor))}`,
          'plain',
          2
        )
      ]

type Obstacle = NonNullable<Merge['obstacles']>[number]

const obstacleWords = (one: Obstacle): string => {
  switch (one.what) {
    case 'sourceClosed':
      return `${one.submission} is ${fateWords(one)}`
    case 'sourceAccepted':
      return `${one.submission} was accepted by ${one.decision}`
    case 'refused':
      return `refused by ${list(one.by)}`
    case 'textsClosed':
      return `texts are closed in the stage of ${plain(one.stage).toLowerCase()}`
  }
}

/** Where a meeting could undo all that stands in the way, what it would decide. */
const wayOut = (obstacles: ReadonlyArray<Obstacle>, proposer: string): string => {
  if (obstacles.some(({ what }) => what === 'textsClosed')) return 'It stays as it was proposed.'
  const ways = obstacles.flatMap(one =>
    one.what === 'sourceClosed' && one.wayBack !== undefined ? [one.wayBack] : []
  )
  const drops = `${proposer} drops it (DropMergeProposal)`
  return ways.length < obstacles.length
    ? `${drops}.`
    : `${drops}, unless a meeting decides first: ${list(ways.map(({ motion, ref }) => `${motion} ${ref}`))}.`
}

const sourceWords = (source: Merge['sources'][number], say: Say): string =>
  dotted(
    `${source.submission}@${source.revision} ${say.name(source.title)}`,
    list(source.authors ?? []),
    source.proposedOn === undefined ? undefined : `proposed on @${source.proposedOn}`
  )

const wordsParts = ({ block, kind, text, from }: Merge['blocks'][number]): ReadonlyArray<Part> => [
  line(
    `${block} ${kind}, ${from.length === 0 ? 'new words, from no source' : `from ${list(from)}`}`,
    'plain',
    2
  ),
  line(quoted(text), 'plain', 4)
]

const leftOut = ({ notTakenOver }: Merge): ReadonlyArray<Part> =>
  notTakenOver.length === 0
    ? [line('Every block of the sources is named in the merged text.', 'faint', 2)]
    : notTakenOver.map(({ block, text }) => line(`${block} ${quoted(text)}`, 'bad', 2))

const consentParts = ({ consents, silenceCountsFrom }: Merge): ReadonlyArray<Part> => [
  ...tableOr(
    'Nobody else had to be asked.',
    ['', 'asked', 'answer', 'when', 'why'],
    consents.map(one => [
      one.association,
      day(one.since),
      plain(one.answer),
      one.at === undefined ? '' : day(one.at),
      one.reason === undefined ? '' : quoted(one.reason)
    ]),
    2
  ),
  ...(silenceCountsFrom === undefined
    ? []
    : [line(`Silence is consent from ${silenceCountsFrom} on.`, 'plain', 2)])
]
