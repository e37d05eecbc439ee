/** Refusals that any slice may give. */
import { refusal } from './rejection'

/** The input names another number than the next free one; numbers are never shifted (domain.md §2). */
export const NumberNotNext = refusal('NumberNotNext')<{ readonly next: string }>()

/** The thing that is named does not exist in this process. */
export const ReferenceUnknown = refusal('ReferenceUnknown')<{ readonly kind: string }>()

/** An act may not precede what it refers to (rule 2). */
export const PrecedesWhatItRefersTo = refusal('PrecedesWhatItRefersTo', 2)<{
  readonly refersTo: string
  readonly since: string
}>()

/** The same thing is named twice in one list. */
export const NamedTwice = refusal('NamedTwice')()

export const kernelRejections = { NumberNotNext, ReferenceUnknown, PrecedesWhatItRefersTo, NamedTwice }
