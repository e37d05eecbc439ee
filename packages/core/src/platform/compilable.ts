/** What the path tells the platform of a submission: all that a compilation or a freeze depends on. */
import { type CollisionRef } from '../amendment/ids'
import { type Hash, type Instant, type Positive, type Words } from '../kernel/primitives'
import { type Level, type ThemeRef } from '../process/ids'
import { type Area } from '../submission/events'
import { type SubmissionKind, type SubmissionRef } from '../submission/ids'
import { type Fate } from './events'

interface ExactText {
  readonly revision: Positive
  /** In the authoritative language. */
  readonly textHash: Hash
}

/** A submission of the process with its fate as last recorded; a merge only proposed or dropped is not one yet. */
export interface CompilableSubmission {
  readonly ref: SubmissionRef
  readonly kind: SubmissionKind
  /** Absent while nothing is decided: it then shows as undecided, and blocks the freeze (rule 12). */
  readonly fate?: Fate
  /** Of a merge or a split: where it went. */
  readonly into?: ReadonlyArray<SubmissionRef>
  readonly reason?: Words
  /** The text that the meeting accepted: present with the fates `adoptedAsIs` and `adoptedAsAmended`. */
  readonly accepted?: ExactText
  /** The last revision of its text. */
  readonly current: ExactText
  readonly themes: ReadonlyArray<ThemeRef>
  readonly areas: ReadonlyArray<Area>
  readonly levels: ReadonlyArray<Level>
  readonly openCollisions: ReadonlyArray<CollisionRef>
  /** When its last text or fate happened: neither a compilation nor a freeze may precede it (rule 2). */
  readonly since: Instant
}
