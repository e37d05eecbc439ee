/** New command ids: UUIDv7, so that ids follow time and index well. */
import { type CommandId } from '@ardiya/core/kernel/primitives'
import { type IO } from 'fp-ts/lib/IO'
import { v7 } from 'uuid'

export const newCommandId: IO<CommandId> = () => v7() as CommandId
