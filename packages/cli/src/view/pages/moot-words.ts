/** Why an amendment is moot, as people say it. */
import { type LeftBehind, type MootBecause, type NotCarriedWhy } from '@ardiya/core/amendment/events'
import { type GaveWay } from '@ardiya/core/views/gave-way'
import { list } from '../say'
import { operationWords } from './operation-words'

interface Moot {
  /** The submission that it amends. */
  readonly submission: string
  readonly because: MootBecause
  readonly gaveWay?: ReadonlyArray<GaveWay>
}

export const mootWords = ({ submission, because, gaveWay = [] }: Moot): string => {
  switch (because.kind) {
    case 'withdrawn':
      return `${submission} was withdrawn`
    case 'declined':
      return `${submission} was declined (${because.decision})`
    case 'mergedInto':
      return because.why === undefined
        ? `the split that made ${submission} was undone, ${because.into} stands again`
        : `${submission} was merged into ${because.into}, ${whyNot(because.why, because.leftBehind)}`
    case 'splitInto':
      return because.why === undefined
        ? `the merge that made ${submission} was undone, ${list(because.into)} stand again`
        : `${submission} was split into ${list(because.into)}, ${whyNot(because.why, because.leftBehind)}`
    case 'carriedTo':
      return carriedWords(because)
    case 'alreadyContained':
      return `all it asked for is in ${submission}@${because.revision} already`
    case 'gaveWay':
      return `gave way ${list(onceEach(because.collisions, gaveWay).map(ref => toWhat(ref, gaveWay)))}, in the text since ${submission}@${because.revision}`
  }
}

type CarriedTo = Extract<MootBecause, { readonly kind: 'carriedTo' }>

/** `carried to P3-A1, without title: «…» becomes «…» (the title is a new one)`. */
const carriedWords = ({ amendment, alsoTo = [], leftBehind = [] }: CarriedTo): string =>
  [`carried to ${list([amendment, ...alsoTo])}`, ...without(leftBehind)].join(', without ')

const whyNot = (why: NotCarriedWhy, leftBehind: ReadonlyArray<LeftBehind> = []): string =>
  leftBehind.length === 0
    ? notCarried[why]
    : `nothing of it could be carried: ${without(leftBehind).join('; ')}`

const without = (leftBehind: ReadonlyArray<LeftBehind>): ReadonlyArray<string> =>
  leftBehind.length === 0
    ? []
    : [leftBehind.map(({ operation, why }) => `${operationWords(operation)} (${notCarried[why]})`).join('; ')]

const notCarried: Readonly<Record<NotCarriedWhy, string>> = {
  wordsGone: 'the words it would change are not there',
  wholeText: 'it is a whole other text of what was there before',
  awaitsWording: 'it had no wording in the original yet',
  placeGone: 'the place it names is not there',
  titleIsNew: 'the title is a new one',
  apart: 'what it would bring together stands apart',
  nothingLeft: 'it would leave nothing of the text',
  alreadySo: 'the text reads so already',
  tooLong: 'the text would be too long',
  contradicts: 'it cannot be there beside the rest of the amendment'
}

/** `to P1-A2 in P1-X1`; where that collision was opened again since, only in which. */
const toWhat = (collision: string, gaveWay: ReadonlyArray<GaveWay>): string => {
  const settled = gaveWay.find(one => one.collision === collision)
  return settled === undefined || settled.take === 'both' ? `in ${collision}` : wonOver(settled)
}

const wonOver = ({ collision, take, to }: GaveWay): string =>
  `to ${take === 'one' && to?.startsWith('sha256:') === false ? to : 'a third text'} in ${collision}`

/** `gave way to P1-A2 in P1-X1 since P1@3`: of one that is in the text, or was put in before what stands over it. */
export const gaveWayWords = (submission: string, gaveWay: ReadonlyArray<GaveWay>): string =>
  gaveWay.length === 0
    ? ''
    : `gave way ${list(first(gaveWay).map(one => `${wonOver(one)} since ${submission}@${one.since}`))}`

/** Of what was settled alike only one is said: the collision of which people said it, or else the first. */
const first = (gaveWay: ReadonlyArray<GaveWay>): ReadonlyArray<GaveWay> =>
  gaveWay.filter((one, index) => {
    const { like } = one
    return like === undefined || !gaveWay.some((other, at) => isSaidBefore(other, at, like, index))
  })

const isSaidBefore = (other: GaveWay, at: number, like: string, index: number): boolean =>
  other.collision === like || (at < index && other.like === like)

const onceEach = (
  collisions: ReadonlyArray<string>,
  gaveWay: ReadonlyArray<GaveWay>
): ReadonlyArray<string> => {
  const said = first(gaveWay).map(({ collision }) => collision as string)
  return collisions.filter(ref => said.includes(ref) || !gaveWay.some(({ collision }) => collision === ref))
}
