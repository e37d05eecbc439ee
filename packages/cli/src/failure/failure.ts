/** Everything that a command can end with other than what was asked, as tagged data. Prose is in `render.ts`. */
import { type SyntaxMistake } from '../act/json-place'
import { type StoreUrlNotUnderstood } from '@ardiya/adapters/store-url'
import { type ActFailure } from '@ardiya/core/intake/act'
import { type PersonRef, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type Difference } from '@ardiya/core/ledger/difference'
import { type View } from '@ardiya/core/views/view'
import { type NotInStore, type StoreFault } from '@ardiya/core/kernel/store-fault'

/** The command line or the file handed in is not as it must be. */
export type UsageFault =
  | StoreUrlNotUnderstood
  | { readonly tag: 'BackupTaken'; readonly at: string }
  | { readonly tag: 'NoProcessInStore'; readonly at: string }
  | { readonly tag: 'ProcessNotNamed'; readonly processes: ReadonlyArray<ProcessSlug> }
  | { readonly tag: 'ProcessUnknown'; readonly asked: string; readonly processes: ReadonlyArray<ProcessSlug> }
  | {
      readonly tag: 'ProcessDiffers'
      readonly asked: string
      readonly field: string
      readonly value: string
    }
  | { readonly tag: 'StoreExists'; readonly at: string }
  | { readonly tag: 'FileUnreadable'; readonly file: string; readonly detail: string }
  | {
      readonly tag: 'OptionNotUnderstood'
      readonly option: string
      readonly value: string
      readonly expected: string
    }
  /** A version that is asked for, and that the log has not reached. */
  | {
      readonly tag: 'BeyondTheLog'
      readonly option: string
      readonly value: string
      readonly process: ProcessSlug
      readonly last: string
    }
  | { readonly tag: 'ViewUnknown'; readonly asked: string; readonly views: ReadonlyArray<string> }
  | {
      readonly tag: 'ReferenceNotThere'
      readonly view: string
      readonly value: string | null
      readonly about: View['about']
    }
  | {
      readonly tag: 'NameUnknown'
      readonly kind: 'command' | 'event type' | 'theme' | 'language'
      readonly asked: string
      readonly known: ReadonlyArray<string>
    }
  | { readonly tag: 'PersonNotInRecord'; readonly process: ProcessSlug; readonly person: PersonRef }
  | { readonly tag: 'NotADemonstration'; readonly process: ProcessSlug }

/** A line of the input that cannot be read, before anything is asked of the domain. */
export type LineFault =
  | ({ readonly tag: 'NotJson' } & SyntaxMistake)
  | { readonly tag: 'DuplicateKey'; readonly field: string }
  | { readonly tag: 'NotUtf8' }
  | { readonly tag: 'NestedTooDeep'; readonly limit: number }
  | { readonly tag: 'LineTooLong'; readonly line: number; readonly limit: number }
  | { readonly tag: 'LineHasNoReference'; readonly field: string; readonly value: string }

/** A record that does not hold: what `audit` and `store check` found first. */
export type RecordFault =
  | { readonly tag: 'ReplayDiffers'; readonly process: string; readonly difference: Difference }
  /** A line of a file that `audit replay` was given. */
  | {
      readonly tag: 'LineIsNoEvent'
      readonly file: string
      readonly line: number
      readonly because: LineFault | Extract<StoreFault, { readonly tag: 'StoreDamaged' }>
    }
  | { readonly tag: 'CheckFailed'; readonly found: ReadonlyArray<string> }

export type CliFailure = ActFailure | NotInStore | UsageFault | LineFault | RecordFault
