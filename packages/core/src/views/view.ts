/**
 * A view is a pure function of the states of streams (domain.md §6): kept states give the current view, states folded
 * up to a log version give the view as of then. Its result is plain JSON with stable field names.
 */
import { type Instant, type Json, type LocalDate } from '../kernel/primitives'
import { type TimelineRow } from '../kernel/kept'
import { type States } from '../path/states'

/** What a view is asked for. */
export interface Asked {
  /** What it is about, where it needs one: a meeting, a submission, a platform, an association. */
  readonly ref?: string
  /** "As now known to have been at": dated facts are read as at this instant; absent: as at the last one recorded. */
  readonly at?: Instant
  /** The date by which due dates are measured (rule 14): given, never read from a clock inside a view. */
  readonly today: LocalDate
  /** For documents: the language to read it in; absent: the authoritative one. */
  readonly language?: string
  readonly theme?: string
  readonly level?: string
}

/** What a view is computed from. */
export interface Material {
  readonly states: States
  /** Only for views that ask for it. */
  readonly timeline: ReadonlyArray<TimelineRow>
}

/** Which streams a view reads: all of a process, only those of one reference with the process's own, or also the timeline. */
export type ViewNeeds = 'process' | 'ref' | 'all' | 'timeline'

export interface View {
  readonly name: string
  /** What it answers, in one sentence, for help. */
  readonly purpose: string
  readonly needs: ViewNeeds
  /** Whether it must be given a reference, may be, or takes none; and of which kind. */
  readonly about:
    { readonly kind: 'none' } | { readonly kind: 'optional' | 'required'; readonly letters: string }
  /** Either the view as JSON, or that the reference is not in this process. */
  readonly compute: (material: Material, asked: Asked) => Json | undefined
}
