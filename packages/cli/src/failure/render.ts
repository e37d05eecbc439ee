/** The one place where a failure becomes words, a rule number and an exit code. */
import { type ActFailure } from '@ardiya/core/intake/act'
import { type Json } from '@ardiya/core/kernel/primitives'
import { type Rejection } from '@ardiya/core/kernel/rejection'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { conflictTags } from '@ardiya/core/path/all-rejections'
import { exitCodes } from './exit-code'
import { type CliFailure } from './failure'
import { sayProblem } from './problems'
import { sayRefusal } from './refusals'
import { recordFaults } from './render-record'
import { storeFaults } from './render-store'
import { usageFaults } from './render-usage'
import { lineFaults } from './render-line'
import { type Rendered, type Renderers, usage } from './rendered'
import { counted, listed, said } from './words'

export const render = (failure: CliFailure): Rendered => {
  const of = renderers[failure.tag] as (failure: CliFailure) => Rendered
  return inOrder(of(failure))
}

/** Always the same order of keys: what it is, in words, about what, how it ends. */
const inOrder = ({ tag, rule, message, remedy, field, value, details, exit }: Rendered): Rendered => ({
  tag,
  ...(rule === undefined ? {} : { rule }),
  message,
  remedy,
  ...(field === undefined ? {} : { field }),
  ...(value === undefined ? {} : { value }),
  ...(details === undefined ? {} : { details }),
  exit
})

const acts: Renderers<Exclude<ActFailure, StoreFault>> = {
  Refused: ({ rejection }) => ({
    tag: rejection.tag,
    ...sayRefusal(rejection),
    ...(rejection.rule === undefined ? {} : { rule: rejection.rule }),
    field: rejection.field,
    value: rejection.value,
    details: rejection.details as Json,
    exit: isConflict(rejection) ? exitCodes.conflict : exitCodes.refused
  }),
  Busy: failure => ({
    tag: failure.tag,
    rule: 16,
    ...said(
      `others recorded all the time: not recorded after ${counted(failure.attempts, 'attempt')}`,
      'Run it again; with the same id it is recorded once.'
    ),
    details: { attempts: failure.attempts },
    exit: exitCodes.conflict
  }),
  LogOfNewerSoftware: failure => ({
    tag: failure.tag,
    ...said(
      `newer software has recorded in ${failure.process} what this one does not know: ${listed(
        Object.entries(failure.unknown).map(([what, count]) => `${what} (${count})`)
      )}`,
      'Update ardiya to record in it; show, export and audit go on as they are. Nothing was changed.'
    ),
    details: { process: failure.process, unknown: failure.unknown },
    exit: exitCodes.store
  }),
  CommandIdReused: failure => ({
    tag: failure.tag,
    rule: 17,
    ...said(
      `the id ${failure.id} was recorded with another ${failure.differs}`,
      'A new act takes a new id; leave the id out and one is made.'
    ),
    field: failure.differs,
    value: failure.id,
    exit: exitCodes.refused
  }),
  BadInput: failure => {
    const [first] = failure.problems
    const all = failure.problems.map(each => sayProblem(each, failure.command))
    return usage(
      failure,
      said(
        all.map(({ message }) => message).join('; '),
        [...new Set(all.map(({ remedy }) => remedy))].join(' ')
      ),
      {
        ...(first === undefined ? {} : { field: first.field, value: first.value }),
        details: {
          problems: failure.problems.map(({ field, value, expected }) => ({ field, value, expected }))
        }
      }
    )
  },
  AppendTooLarge: failure =>
    usage(
      failure,
      said(
        `the act takes ${failure.bytes} bytes; one append holds at most ${failure.limit}`,
        'Divide it: shorter texts, or several acts.'
      ),
      { details: { bytes: failure.bytes, limit: failure.limit } }
    ),
  MalformedAppend: failure => ({
    tag: failure.tag,
    ...said(`records that do not follow one another: ${failure.detail}`, 'This is a bug: please report it.'),
    details: { detail: failure.detail },
    exit: exitCodes.bug
  })
}

/** What the act names is no longer so: somebody else was first (rule 16). */
const isConflict = ({ tag }: Rejection): boolean => conflictTags.includes(tag)

/** Every failure that there is. */
export const renderers: Renderers<CliFailure> = {
  ...acts,
  ...storeFaults,
  ...usageFaults,
  ...lineFaults,
  ...recordFaults
}
