/**
 * Scripts of the catalogue: acts of a coalition as data, each with what comes of it. The clock goes on by a minute
 * from act to act, and days are set in between; what an act is called leads to its events and persons.
 */
import { createHash } from 'node:crypto'
import { type Actor, type Evidence } from '@ardiya/core/kernel/envelope'
import { type CommandId, type EventId, eventId, type PersonRef } from '@ardiya/core/kernel/primitives'
import { type CommandName } from '@ardiya/core/path/command-table'
import { type EventType } from '@ardiya/core/path/event-table'
import { type RejectionTag } from '@ardiya/core/path/all-rejections'
import { personOfCommand } from '../../src/machine/persons'

type Payload = Readonly<Record<string, unknown>>

/** What came of an act: the types of its events in their order, or why it was refused. */
export type Outcome =
  | { readonly gives: ReadonlyArray<EventType> }
  | {
      readonly refused: RejectionTag
      readonly rule?: number
      readonly field?: string
      readonly details?: Payload
    }
  /** Refused by intake before it is a command: the fields, with what was expected there. */
  | { readonly badInput: Readonly<Record<string, string>> }

/** Circumstances that an act does not share with its neighbours. */
export interface Circumstances {
  /** What later acts call it. */
  readonly called?: string
  /** Its own time, which does not move the clock. */
  readonly at?: string
  /** When it was typed, in UTC. */
  readonly recordedAt?: string
  readonly recordedBy?: string
  readonly evidence?: Evidence | { readonly kind: string }
  /** The event that it answers. */
  readonly cause?: EventId
}

export interface Step {
  readonly by: Actor
  readonly name: CommandName
  readonly payload: Payload
  readonly circumstances: Circumstances
  readonly outcome: Outcome
}

/** Sets the clock: the next act happens at this local date and time. */
export interface Day {
  readonly day: string
}

export interface Script {
  readonly title: string
  readonly steps: ReadonlyArray<Step | Day>
}

export const on = (day: string): Day => ({ day })

interface Asked {
  readonly gives: (...events: ReadonlyArray<EventType>) => Step
  readonly refused: (
    tag: RejectionTag,
    expected?: { readonly rule?: number; readonly field?: string; readonly details?: Payload }
  ) => Step
  readonly badInput: (fields: Readonly<Record<string, string>>) => Step
}

/** An act of somebody, to be followed by what comes of it. */
export const act = (
  by: Actor,
  name: CommandName,
  payload: object,
  circumstances: Circumstances = {}
): Asked => {
  const step = (outcome: Outcome): Step => ({ by, name, payload: { ...payload }, circumstances, outcome })
  return {
    gives: (...events) => step({ gives: events }),
    refused: (tag, expected = {}) => step({ refused: tag, ...expected }),
    badInput: fields => step({ badInput: fields })
  }
}

/** The command id of the act that is called so: derived from the name, so that scripts can refer to it beforehand. */
export const commandOf = (called: string): CommandId => {
  const hex = createHash('sha256').update(called).digest('hex')
  return `01998000-0000-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}` as CommandId
}

/** The event of the act that is called so; its first, where no other is meant. */
export const eventOf = (called: string, index = 0): EventId => eventId(commandOf(called), index)

/** The person whose details came with the act that is called so. */
export const personOf = (called: string): PersonRef => personOfCommand(commandOf(called))().person
