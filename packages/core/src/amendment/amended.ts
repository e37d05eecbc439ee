/** What acts on amendments need to know of the submission that they amend. */
import { type AssociationRef } from '../kernel/envelope'
import { type Hash, type Instant, type Language } from '../kernel/primitives'
import { type SubmissionRef } from '../submission/ids'
import { type Text } from '../text/text'
import { type RevisionLine } from './revision-line'

/** A text of the submission in some language, as last recorded. */
export interface CurrentText {
  readonly revision: number
  readonly text: Text
  readonly textHash: Hash
  readonly at: Instant
}

export interface Amended {
  readonly ref: SubmissionRef
  readonly authors: ReadonlyArray<AssociationRef>
  /** The original's texts, in the authoritative language. */
  readonly line: RevisionLine
  readonly original: Language
  readonly current: (language: Language) => CurrentText | undefined
  /** The number that the next new block gets. */
  readonly nextBlock: number
}
