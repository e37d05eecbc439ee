/** Plays a script through `act` on SQLite files of its own, and reads back what the record then shows. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteDirectory } from '@ardiya/adapters/sqlite/directory'
import { openSqliteEventStore } from '@ardiya/adapters/sqlite/event-store'
import { openSqliteViewStore } from '@ardiya/adapters/sqlite/view-store'
import { act, type ActFailure, type Receipt } from '@ardiya/core/intake/act'
import { type Capabilities } from '@ardiya/core/intake/capabilities'
import { keptFlaws, type KeptReport } from '../../src/store/check-kept'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { showVersion } from '@ardiya/core/kernel/version'
import { replay, type ReplayReport } from '@ardiya/core/ledger/replay'
import { type EventType } from '@ardiya/core/path/event-table'
import * as E from 'fp-ts/lib/Either'
import type * as TE from 'fp-ts/lib/TaskEither'
import { machine } from '../../src/container'
import { decidedOnAll, type DecidedOnAll } from './decided-on-all'
import { commandOf, type Day, type Outcome, type Script, type Step } from './script'

export const process = 'khemisset' as ProcessSlug

/** What a step did: the step's own words, what came of it, and the whole receipt where something did. */
export interface Played {
  readonly step: Step
  readonly number: number
  readonly input: object
  readonly outcome: Outcome
  readonly receipt?: Receipt
}

export interface PlayedScript {
  readonly played: ReadonlyArray<Played>
  readonly replayed: ReplayReport
  readonly kept: KeptReport
  /** Acts that come out otherwise when they are decided on all states of the process, not the declared ones. */
  readonly onAll: DecidedOnAll
  /** What came of the recorded acts when they were sent once more under their ids (rule 17). */
  readonly again: ReadonlyArray<string>
  /** The log versions before and after that. */
  readonly log: readonly [before: string, after: string]
}

/** The value on the right; a left fails the test. */
const rightOf = async <L, A>(task: TE.TaskEither<L, A>): Promise<A> => {
  const answer = await task()
  if (E.isRight(answer)) return answer.right
  throw new Error(JSON.stringify(answer.left))
}

/** Plays all steps in their order, whatever comes of them. */
export const play = async (script: Script): Promise<PlayedScript> => {
  const folder = mkdtempSync(join(tmpdir(), 'ardiya-catalogue-'))
  const store = await rightOf(openSqliteEventStore({ file: join(folder, 'events.db'), create: true }))
  const views = await rightOf(openSqliteViewStore({ file: join(folder, 'views.db') }))
  const directory = await rightOf(openSqliteDirectory({ file: join(folder, 'persons.db') }))
  try {
    const capabilities: Capabilities = { ...machine('fromInput'), store, views, directory }
    const played = await playAll(capabilities, script)
    const before = await rightOf(store.head(process))
    const again = await playAgain(capabilities, played)
    return {
      played,
      again,
      log: [showVersion(before), showVersion(await rightOf(store.head(process)))],
      replayed: await rightOf(replay(store, process)),
      kept: await rightOf(keptFlaws({ store, views }, process)),
      onAll: await rightOf(decidedOnAll(store, process))
    }
  } finally {
    await rightOf(store.close)
    await rightOf(views.close)
    await rightOf(directory.close)
    rmSync(folder, { recursive: true, force: true })
  }
}

const playAll = async (
  capabilities: Capabilities,
  { title, steps }: Script
): Promise<ReadonlyArray<Played>> => {
  const played: Array<Played> = []
  let clock = '2025-01-01T09:00'
  for (const step of steps) {
    if (isDay(step)) {
      clock = step.day
      continue
    }
    const number = played.length + 1
    const input = inputOf(step, `${title} ${number}`, clock)
    const answer = await act(capabilities)(process, input)()
    played.push(
      E.isRight(answer)
        ? { step, number, input, receipt: answer.right, outcome: given(answer.right) }
        : { step, number, input, outcome: refusal(answer.left) }
    )
    if (step.circumstances.at === undefined) clock = minuteAfter(clock)
  }
  return played
}

/** The effect of twice is that of once: each is told again, and nothing is written. */
const playAgain = async (
  capabilities: Capabilities,
  played: ReadonlyArray<Played>
): Promise<ReadonlyArray<string>> => {
  const told: Array<string> = []
  for (const { receipt, input } of played) {
    if (receipt === undefined || receipt.events.length === 0) continue
    const answer = await act(capabilities)(process, input)()
    const same = E.isRight(answer) && JSON.stringify(answer.right.events) === JSON.stringify(receipt.events)
    told.push(same ? answer.right.outcome : JSON.stringify(answer))
  }
  return told
}

const isDay = (step: Step | Day): step is Day => 'day' in step

/** The line of input that a step stands for. */
const inputOf = ({ by, name, payload, circumstances }: Step, unnamed: string, clock: string): object => {
  const {
    called,
    at = clock,
    recordedBy = by.as === 'meeting' ? 'A1-m2' : undefined,
    ...rest
  } = circumstances
  return {
    id: commandOf(called ?? unnamed),
    name,
    actor: by,
    at,
    payload,
    ...(recordedBy === undefined ? {} : { recordedBy }),
    ...rest
  }
}

const minuteAfter = (local: string): string =>
  new Date(Date.parse(`${local}:00.000Z`) + 60_000).toISOString().slice(0, 16)

const given = ({ events }: Receipt): Outcome => ({
  gives: events.map(({ type }) => type as EventType)
})

const refusal = (failure: ActFailure): Outcome => {
  if (failure.tag === 'Refused') {
    const { tag, rule, field, details } = failure.rejection
    return {
      refused: tag as never,
      ...(rule === undefined ? {} : { rule }),
      field,
      details: details as Readonly<Record<string, unknown>>
    }
  }
  if (failure.tag === 'BadInput') {
    return { badInput: Object.fromEntries(failure.problems.map(({ field, expected }) => [field, expected])) }
  }
  throw new Error(JSON.stringify(failure))
}
