/**
 * How the process moves (rule 6, act table). Forward is one stage at a time, by the office or by a meeting. From any
 * stage it may also be closed, with a reason: a process may end without a platform. Only a meeting moves it back, also
 * out of `closed`. The stage is a dated fact: a late entry is judged by the stage as at its own time.
 */
import * as E from 'fp-ts/lib/Either'
import { type CommandOf } from '../kernel/command'
import { type Words } from '../kernel/primitives'
import { ReferenceUnknown } from '../kernel/rejections'
import { type DecisionRef } from '../meeting/ids'
import { type Coalition } from './coalition'
import { type processCommands } from './commands'
import { inOrder } from './dated'
import { Stage } from './ids'
import { type Objection } from '../kernel/objection'
import { type ProcessDecision, unless } from './preconditions'
import { StageNotNext } from './rejections'
import { type ProcessState, type StageEntry } from './state'

type EnterStage = CommandOf<typeof processCommands, 'EnterStage'>

/** The stages in their order. */
export const stages: ReadonlyArray<Stage> = [
  'gathering',
  'refining',
  'adoption',
  'advocacy',
  'followUp',
  'closed'
]

/** StageEntered by the office; `[]` where the process is in that stage already. */
export const enterStage = ({ payload }: EnterStage, coalition: Coalition): ProcessDecision =>
  unless(coalition.process, [() => notAmong('payload.stage', payload.stage, coalition.stage, forward)], () =>
    payload.stage === coalition.stage
      ? []
      : [{ type: 'StageEntered', data: { ...payload, from: coalition.stage } }]
  )

/** What a meeting decides of the stage: `stage` is the subject's reference, by name. */
export interface StageDecision {
  readonly stage: string
  readonly reason: Words
  readonly decision: DecisionRef
}

/** StageEntered of a meeting's decision, forward or back; `[]` where the process is in that stage already. */
export const enterStageByDecision = (
  { stage, ...because }: StageDecision,
  coalition: Coalition
): ProcessDecision =>
  Stage.is(stage)
    ? unless(
        coalition.process,
        [() => notAmong('payload.subject.ref', stage, coalition.stage, forwardOrBack)],
        () =>
          stage === coalition.stage
            ? []
            : [{ type: 'StageEntered', data: { stage, from: coalition.stage, ...because } }]
      )
    : E.left(ReferenceUnknown('payload.subject.ref', stage, { kind: 'stage' }))

const forward = (from: Stage): ReadonlyArray<Stage> => {
  const next = stages[stages.indexOf(from) + 1]
  if (next === undefined) return []
  return next === 'closed' ? [next] : [next, 'closed']
}

const forwardOrBack = (from: Stage): ReadonlyArray<Stage> => [
  ...stages.slice(0, stages.indexOf(from)),
  ...forward(from)
]

const notAmong = (
  field: string,
  stage: Stage,
  from: Stage,
  allowedFrom: (from: Stage) => ReadonlyArray<Stage>
): Objection => {
  const allowed = allowedFrom(from)
  return stage === from || allowed.includes(stage)
    ? undefined
    : StageNotNext(field, stage, { stage: from, allowed })
}

/** Why a stage that was entered could not be, with what is now known of the stages before it (rule 2). */
export const stageOutOfOrder = ({ stages: entries }: ProcessState, entry: StageEntry): Objection => {
  const { stage, decision } = entry
  const from =
    entries
      .filter(one => inOrder(one, entry) < 0)
      .sort(inOrder)
      .at(-1)?.stage ?? 'gathering'
  return decision === undefined
    ? notAmong('payload.stage', stage, from, forward)
    : notAmong('payload.subject.ref', stage, from, forwardOrBack)
}
