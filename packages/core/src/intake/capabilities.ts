/** The impure enters here: clock, chance, zones and the directory come to intake as capabilities. */
import { type IO } from 'fp-ts/lib/IO'
import { type Directory } from '../kernel/directory'
import { type Pause, type Stores } from '../kernel/handle-command'
import { type CommandId, type PersonRef, type UtcInstant, type Zone } from '../kernel/primitives'

/**
 * Everything impure that acting needs, handed over once: stores, directory, clock, chance, time zones (guarantees.md §1).
 * `packages/cli/src/machine` has those of the command line.
 */
export interface Capabilities extends Stores {
  readonly directory: Directory
  readonly pause: Pause
  readonly now: IO<UtcInstant>
  readonly newCommandId: IO<CommandId>
  /** A new person reference and a salt of 32 bytes in hexadecimal, for the command that brings the person. */
  readonly newPerson: (command: CommandId) => IO<{ readonly person: PersonRef; readonly salt: string }>
  /**
   * The offset in force in a zone at a local date and time (`2025-10-26T10:00:00.000` gives `+01:00`), or `undefined`
   * for a zone that is not known.
   */
  readonly offsetAt: (zone: Zone, local: string) => string | undefined
  /** The local date and time with offset of a UTC instant in a zone, `2025-10-26T10:00:00.000+01:00`. */
  readonly inZone: (zone: Zone, instant: UtcInstant) => string | undefined
  /** Whether times come from the input (only with `demonstration`). */
  readonly clock: 'own' | 'fromInput'
}
