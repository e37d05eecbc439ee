/** The opening of the path of Khemisset as commands, and what the process's decisions make of further ones. */
import * as E from 'fp-ts/lib/Either'
import { type CommandOf } from '../src/kernel/command'
import { type Decided, type Occurred } from '../src/kernel/event'
import {
  type CommandId,
  type Count,
  eventId,
  type Instant,
  type Positive,
  type ProcessSlug,
  type UtcInstant
} from '../src/kernel/primitives'
import { type Actor, type MandateRef } from '../src/kernel/envelope'
import { type Rejection } from '../src/kernel/rejection'
import { CharterDraft, foundingTerms } from '../src/process/charter'
import { type Coalition } from '../src/process/coalition'
import { coalitionAt } from '../src/process/coalition-at'
import { processCommands } from '../src/process/commands'
import { decideProcess } from '../src/process/decide'
import { evolveProcess } from '../src/process/evolve'
import { openProcess } from '../src/process/open-process'
import { initialProcessState } from '../src/process/state'
import { type OpenedSitting } from '../src/process/adopt-charter'
import { type ProcessEvent } from '../src/process/events'
import { type ProcessDecision } from '../src/process/preconditions'
import { type ProcessState } from '../src/process/state'

type Name = Exclude<keyof typeof processCommands, 'RetractEntry'>
export type Command = CommandOf<Pick<typeof processCommands, Name>>

export const slug = 'khemisset' as ProcessSlug

/** A day of the story at ten o'clock, `10-26` in 2025; with a time, `10-26T12:00`. */
export const on = (day: string): Instant =>
  `${day.startsWith('20') ? '' : '2025-'}${day.includes('T') ? day : `${day}T10:00`}:00.000+01:00` as Instant

export const hashOf = (digit: string): string => `sha256:${digit.repeat(64)}`
export const personOf = (letter: string): string => `p_${letter.repeat(26)}`
/** The id of the n-th command. */
export const commandId = (n: number): CommandId =>
  `019a1f00-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as CommandId

const convenorsOffice: Actor = { as: 'office', office: 'convenor', mandate: 'A1-m1' as MandateRef }

/** A command as people's input would have become one; its payload must be one that the codec lets pass. */
export const asked = (name: Name, payload: object, at: Instant, id: CommandId = commandId(999)): Command => {
  if (!processCommands[name].is(payload))
    throw new Error(`not a payload of ${name}: ${JSON.stringify(payload)}`)
  const command = {
    id,
    process: slug,
    name,
    v: 1,
    payload,
    occurredAt: at,
    recordedAt: '2026-03-01T00:00:00.000Z' as UtcInstant,
    actor: convenorsOffice,
    recordedBy: 'A1-m1' as MandateRef
  }
  return command as Command
}

export const opening = {
  title: { ar: 'مسار خميسات التشاركي', fr: 'Démarche participative de Khémisset' },
  slogan: { ar: 'تفعيل مقاربة التنمية المجالية المندمجة والفرص المتاحة على المستوى المحلي' },
  territory: { ar: 'مدينة الخميسات' },
  zone: 'Africa/Casablanca',
  languages: ['ar', 'fr'],
  authoritative: 'ar',
  rules: 1,
  demonstration: true,
  convenor: { names: { ar: 'مبادرات مواطنة للتنمية والديمقراطية' }, registerNumber: '1/2011' },
  mandate: { person: personOf('a'), commitment: hashOf('a'), from: '2025-10-01' }
}

export const open = (payload: object = {}, at: Instant = on('10-01')): Command =>
  asked('OpenProcess', { ...opening, ...payload }, at)

export const association = (n: number, at: Instant = on('10-05'), fields: object = {}): Command =>
  asked('RegisterAssociation', { ref: `A${n}`, names: { ar: `جمعية محلية ${n}` }, ...fields }, at)

export const mandate = (ref: string, fields: object = {}, at: Instant = on('10-06')): Command =>
  asked(
    'GrantMandate',
    {
      ref,
      association: ref.split('-')[0],
      person: personOf('b'),
      commitment: hashOf('b'),
      role: 'representative',
      from: '2025-10-06',
      ...fields
    },
    at
  )

export const charterDraft = (terms: object = {}, text: object = {}): CharterDraft => {
  const draft: unknown = {
    text: {
      language: 'ar',
      title: 'ميثاق المسار',
      blocks: [{ kind: 'paragraph', text: 'مثال توضيحي: لكل جمعية صوت واحد.' }],
      ...text
    },
    terms: { ...foundingTerms, ...terms }
  }
  if (!CharterDraft.is(draft)) throw new Error(`not a charter: ${JSON.stringify(draft)}`)
  return draft
}

/** A process as its own events made it. */
export interface Journal {
  readonly state: ProcessState
  readonly events: ReadonlyArray<Occurred<ProcessEvent>>
}

const nothing: Journal = { state: initialProcessState, events: [] }

/** What a command of the process gives on a state. */
export const decided = (command: Command, state: ProcessState, sitting?: OpenedSitting): ProcessDecision =>
  command.name === 'OpenProcess'
    ? openProcess(command)(state)
    : decideProcess(command, coalitionAt(state, command.occurredAt), sitting)(state)

/** Records the events of one append. */
export const recorded = (
  journal: Journal,
  at: Instant,
  events: ReadonlyArray<Decided<ProcessEvent>>
): Journal =>
  events.reduce<Journal>((so, event, index) => {
    const version = so.events.length + 1
    const occurred: Occurred<ProcessEvent> = {
      format: 1,
      process: slug,
      id: eventId(commandId(version - index), index),
      version: version as Positive,
      v: 1 as Positive,
      charter: 0 as Count,
      rules: 1 as Positive,
      occurredAt: at,
      recordedAt: '2026-03-01T00:00:00.000Z' as UtcInstant,
      actor: convenorsOffice,
      recordedBy: 'A1-m1' as MandateRef,
      ...event
    }
    return { state: evolveProcess(so.state, occurred), events: [...so.events, occurred] }
  }, journal)

/** A step of the story: a command, or a meeting's decision as the path asks for it. */
export type Step =
  | Command
  | {
      readonly at: Instant
      readonly effect: (coalition: Coalition) => (state: ProcessState) => ProcessDecision
    }

/** A meeting's effect on the process. */
export const effect = (
  at: Instant,
  of: (coalition: Coalition) => (state: ProcessState) => ProcessDecision
): Step => ({ at, effect: of })

const outcomeOn = (step: Step, state: ProcessState, sitting?: OpenedSitting): ProcessDecision =>
  'effect' in step ? step.effect(coalitionAt(state, step.at))(state) : decided(step, state, sitting)

const timeOf = (step: Step): Instant => ('effect' in step ? step.at : step.occurredAt)

/** The journal after steps that must all be accepted. */
export const after = (...steps: ReadonlyArray<Step>): Journal =>
  steps.reduce<Journal>((journal, step) => {
    const decision = outcomeOn(step, journal.state)
    if (E.isLeft(decision)) throw new Error(JSON.stringify(decision.left))
    return recorded(journal, timeOf(step), decision.right)
  }, nothing)

/** What the last step gives after those before it: the events without their stream, or the refusal. */
export const outcome = (
  { state }: Journal,
  step: Step,
  sitting?: OpenedSitting
): ReadonlyArray<{ readonly type: string; readonly data: unknown }> | Rejection => {
  const decision = outcomeOn(step, state, sitting)
  return E.isLeft(decision) ? decision.left : decision.right.map(({ type, data }) => ({ type, data }))
}
