/** `ardiya schema events`: what a stored event holds. */
import { eventSchema } from '@ardiya/core/intake/schemas'
import { eventTable, type EventType } from '@ardiya/core/path/event-table'
import { type Verb } from '../invocation'
import { printSchemas } from './print'

export const eventSchemas = (asked: string | undefined): Verb =>
  printSchemas('event type', Object.keys(eventTable), asked, type => eventSchema(type as EventType))
