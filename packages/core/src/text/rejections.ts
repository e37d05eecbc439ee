/** Why a text or a set of operations cannot stand: tagged data; prose is made where it is shown. */
import { type Hash } from '../kernel/primitives'
import { type BlockId } from './text'
import { type Operation } from './operation'

/** Where a problem lies: the title, a given block by its index from 0, or a block of the base by its id. */
export type Place = 'title' | number | BlockId

/** What is wrong with the words themselves, in a new text or in the words an operation brings. */
export type WordsProblem =
  | { readonly tag: 'TextEmpty' }
  | { readonly tag: 'TitleEmpty' }
  | { readonly tag: 'BlockEmpty'; readonly place: Place }
  | { readonly tag: 'SpacesAtTheEdge'; readonly place: Place; readonly words: string }
  | { readonly tag: 'LineBreakInBlock'; readonly place: Place; readonly words: string }
  | { readonly tag: 'PersonTokenNotAllowed'; readonly place: Place; readonly words: string }
  | { readonly tag: 'LevelOutOfRange'; readonly place: Place; readonly level: number }
  /** Bytes of UTF-8 over all languages of a submission together. */
  | { readonly tag: 'TextTooLong'; readonly bytes: number; readonly limit: number }

/** What is wrong with an operation against its base (rule 7); `operation` is its index from 0. */
export type OperationProblem =
  | { readonly tag: 'BlockNotFound'; readonly operation: number; readonly block: BlockId }
  | {
      readonly tag: 'PositionOutOfRange'
      readonly operation: number
      readonly block: BlockId
      readonly at: number
      readonly length: number
    }
  | {
      readonly tag: 'QuotationDoesNotMatch'
      readonly operation: number
      readonly block: BlockId | 'title' | 'text'
      readonly at: number
      readonly quoted: string
      readonly found: string
    }
  | {
      readonly tag: 'BlocksNotNeighbours'
      readonly operation: number
      readonly first: BlockId
      readonly second: BlockId
    }
  | { readonly tag: 'ChangesNothing'; readonly operation: number }
  | {
      readonly tag: 'SplitLeavesNothing'
      readonly operation: number
      readonly block: BlockId
      readonly at: number
    }
  /** A replacement that takes all words of a block away: that is a deletion, and has to say so. */
  | { readonly tag: 'BlockLeftEmpty'; readonly block: BlockId }

/** What is wrong between operations or resolutions, each of which could stand alone. */
export type SetProblem =
  | {
      readonly tag: 'OperationsContradict'
      readonly first: Operation
      readonly second: Operation
    }
  | { readonly tag: 'MovesInACircle'; readonly blocks: ReadonlyArray<BlockId> }
  | { readonly tag: 'AmendmentTwice'; readonly ref: string }
  /** A resolution names two amendments of the set, but they do not collide like that (any more). */
  | {
      readonly tag: 'ResolutionWithoutCollision'
      readonly of: Hash
      readonly between: readonly [string, string]
    }
  | { readonly tag: 'ResolutionsContradict'; readonly refs: ReadonlyArray<string> }
  /** "Both" was chosen where only one can be: two titles, a block deleted and moved, two whole texts. */
  | { readonly tag: 'CannotTakeBoth'; readonly refs: ReadonlyArray<string>; readonly because: TextProblem }
  | { readonly tag: 'ThirdTextDoesNotFit'; readonly of: Hash; readonly because: TextProblem }
  | { readonly tag: 'AmendmentDoesNotFit'; readonly ref: string; readonly because: TextProblem }
  /** `next` is not what the adopted operations make of the base. */
  | { readonly tag: 'NextTextDiffers' }

/** Everything for which the text engine refuses an input. */
export type TextProblem = WordsProblem | OperationProblem | SetProblem
