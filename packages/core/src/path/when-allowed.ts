/** Whether the stage of the process at the time of the act allows it (rule 6, act table). */
import { type Coalition } from '../process/coalition'
import { type Stage } from '../process/ids'
import { type Command, type CommandName } from './command-table'
import { fineIf, type Judged } from './judged'
import { permissions } from './permissions'
import { NotInThisStage } from './rejections'

/** The stage as at the act allows it; late contributions as the charter says. */
export const judgeStage = (command: Command, coalition: Coalition): Judged => {
  const allowed = stagesOf(command, coalition)
  return fineIf(allowed.includes(coalition.stage), () =>
    NotInThisStage('at', command.occurredAt, { stage: coalition.stage, allowed })
  )
}

const stagesOf = (command: Command, coalition: Coalition): ReadonlyArray<Stage> =>
  command.name === 'Decide'
    ? decisionStages(command.payload.subject.kind, command.payload.motion)
    : actStages(command.name, coalition)

/** The stages of an act that is no decision; in refining late contributions are as the charter has it. */
export const actStages = (name: CommandName, coalition: Coalition): ReadonlyArray<Stage> => {
  const { stages, late } = permissions[name]
  return late === true && !acceptsLate(coalition) ? stages.filter(stage => stage !== 'refining') : stages
}

const acceptsLate = ({ charter }: Coalition): boolean => charter.terms.lateSubmissions === 'accepted'

const everyStage: ReadonlyArray<Stage> = [
  'gathering',
  'refining',
  'adoption',
  'advocacy',
  'followUp',
  'closed'
]

/** A decision's stage by its subject (domain.md §5). */
export const decisionStages = (kind: string, motion: string): ReadonlyArray<Stage> => {
  switch (kind) {
    case 'submission':
      return motion === 'decline' || motion === 'defer' ? ['refining', 'adoption'] : ['refining']
    case 'amendment':
    case 'merge':
    case 'split':
    case 'collision':
      return ['refining']
    case 'platform':
      return ['adoption']
    default:
      return everyStage
  }
}
