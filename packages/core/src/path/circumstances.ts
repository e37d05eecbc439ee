import { type Frame } from '../kernel/command'
import { type Coalition } from '../process/coalition'

/** Who acts, when, and on what the coalition was then. */
export interface Circumstances {
  readonly command: Frame
  readonly coalition: Coalition
}
