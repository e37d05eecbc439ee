/** The form of a failure as it is shown, and as `--json` prints it. */
import { type Json } from '@ardiya/core/kernel/primitives'
import { type ExitCode, exitCodes } from './exit-code'
import { type CliFailure } from './failure'
import { type Said } from './words'

export interface Rendered extends Said {
  readonly tag: string
  readonly rule?: number
  readonly field?: string
  readonly value?: Json
  readonly details?: Json
  readonly exit: ExitCode
}

/** How each of some failures is rendered: the compiler asks for all of them. */
export type Renderers<F extends { readonly tag: string }> = {
  readonly [Tag in F['tag']]: (failure: Extract<F, { readonly tag: Tag }>) => Rendered
}

/** A mistake on the command line or in the input. */
export const usage = (
  { tag }: Pick<CliFailure, 'tag'>,
  { message, remedy }: Said,
  more: Partial<Rendered> = {}
): Rendered => ({ tag, message, remedy, exit: exitCodes.usage, ...more })
