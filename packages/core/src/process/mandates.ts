/** Giving and taking back mandates: who may speak and act for an association or an office, and when (rule 3). */
import { type CommandOf } from '../kernel/command'
import { millis } from '../kernel/primitives'
import { NamedTwice, ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from './coalition'
import { type processCommands } from './commands'
import { isRevoked } from './mandate-in-force'
import { mandateOf, nextMandate } from './numbers'
import { convenor } from './open-process'
import { type Objection, precedes } from '../kernel/objection'
import {
  associationGone,
  associationUnknown,
  endsBeforeItBegins,
  notNext,
  personErased,
  type ProcessDecision,
  unless
} from './preconditions'
import { CommitmentNotCurrent, OfficeNotOfConvenor } from './rejections'
import { type ProcessState } from './state'

type GrantMandate = CommandOf<typeof processCommands, 'GrantMandate'>
type RevokeMandate = CommandOf<typeof processCommands, 'RevokeMandate'>

/**
 * MandateGranted, to a new person or to one known already. A suspended association may change who will speak for it
 * once it is reinstated; one that has left may not.
 */
export const grantMandate =
  ({ payload }: GrantMandate, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision => {
    const { association, person } = payload
    return unless(
      coalition.process,
      [
        () => associationUnknown('payload.association', association, state, coalition),
        () => associationGone('payload.association', association, state, coalition),
        () => notNext('payload.ref', payload.ref, nextMandate(state, association)),
        () => officeElsewhere(payload),
        () => endsBeforeItBegins('payload.until', payload),
        () => keyTwice(payload),
        () => personErased('payload.person', person, state),
        () => commitmentOld(payload, state)
      ],
      () => [{ type: 'MandateGranted', data: payload }]
    )
  }

const officeElsewhere = ({ association, role }: GrantMandate['payload']): Objection =>
  (role === 'convenor' || role === 'secretary') && association !== convenor
    ? OfficeNotOfConvenor('payload.role', role, { convenor })
    : undefined

const keyTwice = ({ keys = [] }: GrantMandate['payload']): Objection => {
  const written = keys.map(({ type, key }) => `${type} ${key}`)
  const twice = written.find((key, index) => written.indexOf(key) !== index)
  return twice === undefined ? undefined : NamedTwice('payload.keys', twice, {})
}

const commitmentOld = ({ person, commitment }: GrantMandate['payload'], state: ProcessState): Objection => {
  const current = state.persons[person]?.commitment
  return current === undefined || current === commitment
    ? undefined
    : CommitmentNotCurrent('payload.commitment', commitment, { current })
}

/** MandateRevoked; `[]` where it was revoked by then. A late entry may end it earlier than was known. */
export const revokeMandate =
  ({ payload }: RevokeMandate, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision => {
    const mandate = mandateOf(state, payload.mandate)
    return unless(
      coalition.process,
      [
        () =>
          mandate === undefined
            ? ReferenceUnknown('payload.mandate', payload.mandate, { kind: 'mandate' })
            : precedes(coalition.at, mandate.ref, mandate.at)
      ],
      () =>
        mandate !== undefined && isRevoked(mandate, millis(coalition.at))
          ? []
          : [{ type: 'MandateRevoked', data: payload }]
    )
  }
