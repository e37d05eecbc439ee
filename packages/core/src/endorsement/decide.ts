/** Every word of an association on a submission. It only dispatches. */
import { type Coalition } from '../process/coalition'
import { type EndorsementCommand } from './commands'
import { endorse, reaffirmEndorsement, withdrawEndorsement } from './endorse'
import { liftObjection, raiseObjection } from './object'
import { type StandDecision } from './preconditions'
import { type Stood } from './state'

/** Who may act, in which stage and until which adoption vote is judged before by the path. */
export const decideStand =
  (command: EndorsementCommand, coalition: Coalition) =>
  (stood: Stood): StandDecision => {
    switch (command.name) {
      case 'Endorse':
        return endorse(command, coalition)(stood)
      case 'ReaffirmEndorsement':
        return reaffirmEndorsement(command, coalition)(stood)
      case 'WithdrawEndorsement':
        return withdrawEndorsement(command)(stood)
      case 'RaiseObjection':
        return raiseObjection(command)(stood)
      case 'LiftObjection':
        return liftObjection(command)(stood)
    }
  }
