/** What the text engine finds wrong with words, operations and resolutions, in words, each with what helps. */
import { type Json } from '@ardiya/core/kernel/primitives'
import { type OperationProblem, type SetProblem, type WordsProblem } from '@ardiya/core/text/rejections'
import { counted, given, listed, said, type Said } from './words'

type Place = Extract<WordsProblem, { tag: 'BlockEmpty' }>['place']

/** Found by the deciders, beside what the engine finds. */
type SettlingProblem =
  | { readonly tag: 'AnotherCollision'; readonly hash: string; readonly sides: ReadonlyArray<string> }
  | { readonly tag: 'NotOneOfTheSides'; readonly hash: string; readonly sides: ReadonlyArray<string> }
  | { readonly tag: 'BehindTheText'; readonly on: number }

type Problem = WordsProblem | OperationProblem | SetProblem | SettlingProblem

/** In words; the details are those of a refusal, where the problem's tag stands apart from what it is about. */
export const textProblem = (tag: string, about: unknown = {}): Said => {
  const say = Object.hasOwn(table, tag) ? table[tag as Problem['tag']] : undefined
  return say === undefined
    ? said(tag, 'Give another wording.')
    : (say as (about: object) => Said)(typeof about === 'object' && about !== null ? about : {})
}

/** The same of a problem that stands in the details whole, with its tag. */
export const engineProblem = (problem: Json): Said => {
  if (typeof problem !== 'object' || problem === null || !('tag' in problem))
    return textProblem(given(problem))
  const { tag, ...about } = problem
  return textProblem(given(tag), about)
}

/** A problem of which another is the cause: its own words first, and what helps against the cause. */
const because = (words: string, { tag, ...about }: { readonly tag: string }): Said => {
  const { message, remedy } = textProblem(tag, about)
  return said(`${words}: ${message}`, remedy)
}

const quote = (words: string): string => `"${words}"`
const placeOf = (place: Place | undefined): string =>
  place === undefined ? 'a block' : place === 'title' ? 'the title' : blockOf(place)
const blockOf = (place: number | string): string =>
  typeof place === 'number' ? `block ${place + 1}` : `block ${place}`

type Details<T> = Omit<Extract<Problem, { readonly tag: T }>, 'tag'>

/** Some refusals say only which problem of the words it is. */
type About<T extends Problem['tag']> = T extends WordsProblem['tag'] | 'ThirdTextDoesNotFit'
  ? Partial<Details<T>>
  : Details<T>

type Table = {
  readonly [T in Problem['tag']]: (about: About<T>) => Said
}

const table: Table = {
  TextEmpty: () => said('the text would have no block left', 'Leave at least one block.'),
  TitleEmpty: () => said('the title is empty', 'Give a title.'),
  BlockEmpty: ({ place }) => said(`${placeOf(place)} has no words`, 'Give it words, or leave the block out.'),
  SpacesAtTheEdge: ({ place }) =>
    said(`${placeOf(place)} begins or ends with a space`, 'Take the spaces at its edges away.'),
  LineBreakInBlock: ({ place }) =>
    said(`${placeOf(place)} holds a line break`, 'Give each paragraph a block of its own.'),
  PersonTokenNotAllowed: ({ place }) =>
    said(
      `${placeOf(place)} holds a person token {p_…}`,
      'Only texts that the system writes hold these; write the name of the office or association.'
    ),
  LevelOutOfRange: ({ place, level }) =>
    said(`${placeOf(place)} has the level ${level ?? 'none'}`, 'Give a level from 1 to 6.'),
  TextTooLong: ({ bytes, limit }) =>
    said(
      bytes === undefined || limit === undefined
        ? 'the text is too long'
        : `the text is ${bytes} bytes long, of ${limit} at most`,
      'Shorten it: 160 KiB is the limit, over all its languages together.'
    ),
  BlockNotFound: ({ operation, block }) =>
    said(
      `operation ${operation + 1} names ${block}, which the text has not`,
      'Name a block of the revision that is amended: operations refer to it, and none to the result of another.'
    ),
  PositionOutOfRange: ({ operation, block, at, length }) =>
    said(
      `operation ${operation + 1} is about place ${at} of ${block}, which has ${counted(length, 'code point')}`,
      'Count code points from 0, or give the whole new wording as "text" and the operations are found for you.'
    ),
  QuotationDoesNotMatch: ({ operation, block, quoted, found }) =>
    said(
      `operation ${operation + 1} quotes ${quote(quoted)} in ${block}, where the text says ${quote(found)}`,
      'Quote the words of the revision, or give the whole new wording as "text".'
    ),
  BlocksNotNeighbours: ({ operation, first, second }) =>
    said(
      `operation ${operation + 1} joins ${first} and ${second}, which do not follow each other`,
      'Join two blocks of which the second comes right after the first.'
    ),
  ChangesNothing: ({ operation }) =>
    said(`operation ${operation + 1} changes nothing`, 'Leave it out, or give other words.'),
  SplitLeavesNothing: ({ operation, block, at }) =>
    said(
      `operation ${operation + 1} splits ${block} at ${at}, where one part would have no words`,
      'Split between two words.'
    ),
  BlockLeftEmpty: ({ block }) =>
    said(`nothing would be left of ${block}`, 'To take a whole block away, delete it ("op": "delete").'),
  OperationsContradict: ({ first, second }) =>
    said(
      `two of the operations contradict each other: ${first.op} and ${second.op}`,
      'Every operation refers to the base revision, and none to the result of another: leave one of the two out.'
    ),
  MovesInACircle: ({ blocks }) =>
    said(
      `the moves of ${listed(blocks)} go in a circle`,
      'Place one of them behind a block that stays where it is.'
    ),
  AmendmentTwice: ({ ref }) => said(`${ref} is named twice`, 'Name each amendment once.'),
  ResolutionWithoutCollision: ({ between }) =>
    said(
      `${listed(between)} do not collide like that any more`,
      'Read the collisions again ("ardiya show collisions"), and settle what is open.'
    ),
  ResolutionsContradict: ({ refs }) =>
    said(
      `with what was settled before, none of ${listed(refs)} would stand`,
      'Settle it the other way round, or reopen one of the others (ReopenCollision; of one that a meeting settled, let a meeting annul its decision).'
    ),
  CannotTakeBoth: ({ refs }) =>
    said(
      `${listed(refs)} cannot both stand: the text has room for one of them`,
      'Take one of the two, or a third text.'
    ),
  ThirdTextDoesNotFit: ({ because: why }) =>
    why === undefined
      ? said(
          'the third text leaves the collision open',
          'Write it over all the words in question, or take one of the two.'
        )
      : because('the third text does not fit', why),
  AmendmentDoesNotFit: ({ ref, because: why }) => because(`${ref} does not fit`, why),
  NextTextDiffers: () =>
    said('the operations do not make that text', 'Give the operations, or the text, and not both.'),
  AnotherCollision: ({ sides }) =>
    said(
      `the resolution names another collision than this one of ${listed(sides)}`,
      'Give its present hash as "of", and its two sides as "between", in their order ("ardiya show collisions").'
    ),
  NotOneOfTheSides: ({ sides }) =>
    said(
      `the resolution takes something that is not one of the two sides, ${listed(sides)}`,
      `Take ${sides.join(' or ')}, both in an order, or a third text.`
    ),
  BehindTheText: ({ on }) =>
    said(
      `its wording is on revision ${on}, and the text has moved on`,
      'Read the desk again ("ardiya show amendments"): what it collides with has to be settled first.'
    )
}
