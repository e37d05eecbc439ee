/** Acts on amendments that change no text: each decision stands in its own file by topic. */
import { type AmendmentCommand } from './commands'

/** AcceptAmendment changes the text, so the path decides it (path/change-text.ts). */
export type AmendmentSliceCommand = Exclude<AmendmentCommand, { readonly name: 'AcceptAmendment' }>
