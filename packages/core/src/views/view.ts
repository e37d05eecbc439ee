/**
 * A view is a pure function of the states of streams (domain.md §6): kept states give the current view, states folded
 * up to a log version give the view as of then. Its result is plain JSON with stable field names.
 */
import { type TimelineRow } from '../kernel/kept'
import {
  type Instant,
  type Json,
  type LocalDate,
  localDate,
  millis,
  type ProcessSlug
} from '../kernel/primitives'
import { type States } from '../path/states'
import { initialProcessState, type ProcessState } from '../process/state'

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
  readonly process: ProcessSlug
  readonly states: States
  /** Only for views that ask for it. */
  readonly timeline: ReadonlyArray<TimelineRow>
}

/**
 * Which streams a view reads: the process's own; with it the one of the reference asked for (`refOrAll`: all where none
 * is); all; or, beside all, the timeline.
 */
export type ViewNeeds = 'process' | 'ref' | 'refOrAll' | 'all' | 'timeline'

/** What a view is about: nothing but the process, or a reference that begins with one of the letters. */
export type ViewAbout =
  { readonly kind: 'none' } | { readonly kind: 'optional' | 'required'; readonly letters: string }

/** A view as it is registered: what it is called, what it answers, what it reads, and the pure function that gives it. */
export interface View {
  readonly name: string
  /** What it answers, in one sentence, for help. */
  readonly purpose: string
  readonly needs: ViewNeeds
  /** Whether it must be given a reference, may be, or takes none; and of which kind. */
  readonly about: ViewAbout
  /** Whether it can be asked "as now known to have been at" an instant: only what is made of dated facts (rule 2). */
  readonly dated: boolean
  /** Either the view as JSON, or that the reference is not in this process. */
  readonly compute: (material: Material, asked: Asked) => Json | undefined
}

/** A view with what its result holds, for readers in the same program. */
export interface DefinedView<Result extends object> extends View {
  readonly show: (board: Board) => Result | undefined
}

/** What a view's result holds beside its head. */
export type ResultOf<V> = V extends DefinedView<infer Result> ? Result : never

/** What a view's own function is given: the material, with the time that dated facts are read at. */
export interface Board extends Material {
  readonly asked: Asked
  /** The process's own stream; before ProcessOpened the empty one. */
  readonly own: ProcessState
  /** The instant that is asked for, or one after everything on record. */
  readonly at: Instant
  /** The same in milliseconds since 1970. */
  readonly now: number
  /** The local date of that instant, or the date that is given for today. */
  readonly date: LocalDate
}

/** Later than any instant that can be written: as at the last fact on record. */
export const endOfRecord = '9999-12-31T23:59:59.999+00:00' as Instant

/** The head that every view's result has, then what it shows of the board. */
export const defineView = <Result extends object>({
  show,
  ...view
}: Omit<View, 'compute'> & Pick<DefinedView<Result>, 'show'>): DefinedView<Result> => ({
  ...view,
  show,
  compute: (material, asked) => {
    const board = boardOf(material, asked)
    const shown = show(board)
    return shown === undefined ? undefined : ({ ...headOf(view, board), ...shown } as Json)
  }
})

const boardOf = (material: Material, asked: Asked): Board => {
  const at = asked.at ?? endOfRecord
  return {
    ...material,
    asked,
    own: material.states.process ?? initialProcessState,
    at,
    now: millis(at),
    date: asked.at === undefined ? asked.today : localDate(asked.at)
  }
}

const headOf = ({ name, dated }: Pick<View, 'name' | 'dated'>, { process, own, asked }: Board) => ({
  view: name,
  process,
  ...(own.opened?.demonstration === true ? { demonstration: true } : {}),
  ...(asked.ref === undefined ? {} : { ref: asked.ref }),
  ...(dated && asked.at !== undefined ? { asAt: asked.at } : {})
})
