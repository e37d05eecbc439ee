/** The machine's clock, in UTC with milliseconds. */
import { type UtcInstant } from '@ardiya/core/kernel/primitives'
import { type IO } from 'fp-ts/lib/IO'

export const machineClock: IO<UtcInstant> = () => new Date().toISOString() as UtcInstant
