/** What the envelope says of an act beside its event: the charter in force at `occurredAt`, and the rules version. */
import { coalitionAt } from '../process/coalition-at'
import { knownRules } from '../process/open-process'
import { type Command } from './command-table'
import { type States } from './states'

/** The rules version that this software writes new processes under: the last that it knows. */
export const rulesVersion = Math.max(...knownRules)

export const inForce = (
  command: Command,
  { process }: States
): { readonly charter: number; readonly rules: number } => {
  if (process === undefined) return { charter: 0, rules: rulesVersion }
  const { charter, rules } = coalitionAt(process, command.occurredAt)
  return { charter: charter.version, rules }
}
