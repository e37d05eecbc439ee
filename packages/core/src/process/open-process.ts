/** Opening a process: with the convenor as A1, and its mandate for the office (domain.md §3, ProcessOpened). */
import { type CommandOf } from '../kernel/command'
import { type AssociationRef, type MandateRef } from '../kernel/envelope'
import { type Language, type Localized } from '../kernel/primitives'
import { NamedTwice } from '../kernel/rejections'
import { type processCommands } from './commands'
import { type Objection } from '../kernel/objection'
import { endsBeforeItBegins, type ProcessDecision, unless } from './preconditions'
import {
  AuthoritativeNotAmongLanguages,
  AuthoritativeWordingMissing,
  ProcessAlreadyOpen,
  RulesUnknown
} from './rejections'
import { type ProcessState } from './state'

type OpenProcess = CommandOf<typeof processCommands, 'OpenProcess'>

/** The convenor's number: office mandates are its own (rule 3). */
export const convenor = 'A1' as AssociationRef
/** The mandate that the process is opened under (rule 3). */
const convenorsMandate = 'A1-m1' as MandateRef

/** The versions of the rules that this software decides by (guarantees.md §3). */
export const knownRules: ReadonlyArray<number> = [1]

/** ProcessOpened, AssociationRegistered `A1` and MandateGranted `A1-m1` in one append. */
export const openProcess =
  (command: OpenProcess) =>
  (state: ProcessState): ProcessDecision => {
    const { convenor: fields, mandate, ...opening } = command.payload
    return unless(
      command.process,
      [
        () => alreadyOpen(command, state),
        () => rulesUnknown(opening.rules),
        () => languagesUnfit(opening),
        () => wordingMissing('payload.title', opening.title, opening.authoritative),
        () => wordingMissing('payload.slogan', opening.slogan, opening.authoritative),
        () => wordingMissing('payload.territory', opening.territory, opening.authoritative),
        () => endsBeforeItBegins('payload.mandate.until', mandate)
      ],
      () => [
        { type: 'ProcessOpened', data: opening },
        { type: 'AssociationRegistered', data: { ref: convenor, ...fields } },
        {
          type: 'MandateGranted',
          data: { ref: convenorsMandate, association: convenor, role: 'convenor', ...mandate }
        }
      ]
    )
  }

const alreadyOpen = ({ process }: OpenProcess, { opened }: ProcessState): Objection =>
  opened === undefined ? undefined : ProcessAlreadyOpen('process', process, { since: opened.at })

const rulesUnknown = (rules: number): Objection =>
  knownRules.includes(rules) ? undefined : RulesUnknown('payload.rules', rules, { known: knownRules })

const languagesUnfit = ({
  languages,
  authoritative
}: Pick<OpenProcess['payload'], 'languages' | 'authoritative'>): Objection => {
  const twice = languages.find((language, index) => languages.indexOf(language) !== index)
  if (twice !== undefined) return NamedTwice('payload.languages', twice, {})
  return languages.includes(authoritative)
    ? undefined
    : AuthoritativeNotAmongLanguages('payload.authoritative', authoritative, { languages })
}

const wordingMissing = (field: string, words: Localized, authoritative: Language): Objection =>
  Object.hasOwn(words, authoritative)
    ? undefined
    : AuthoritativeWordingMissing(field, words, { authoritative })
