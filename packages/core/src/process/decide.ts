/** Which decision answers which command on the process. */
import { enterFoundingCharter, type OpenedSitting } from './adopt-charter'
import { recordAssociationLeft } from './change-standing'
import { type Coalition } from './coalition'
import { type ProcessCommand } from './commands'
import { enterStage } from './enter-stage'
import { askPersonErasure, changePersonDetails, completePersonErasure } from './erasure'
import { grantMandate, revokeMandate } from './mandates'
import { type ProcessDecision } from './preconditions'
import { defineTheme, registerAssociation, registerAuthority, registerReference } from './register'
import { type ProcessState } from './state'

/** Opening has no coalition yet (`openProcess`), and an entry is taken back in its own stream: none of the process's is. */
export type CommandOnProcess = Exclude<ProcessCommand, { readonly name: 'OpenProcess' | 'RetractEntry' }>

/** `sitting` is one that stands in the record as opened, where there is one: the founding charter depends on it. */
export const decideProcess =
  (command: CommandOnProcess, coalition: Coalition, sitting?: OpenedSitting) =>
  (state: ProcessState): ProcessDecision => {
    switch (command.name) {
      case 'EnterFoundingCharter':
        return enterFoundingCharter(command, coalition, sitting)(state)
      case 'EnterStage':
        return enterStage(command, coalition)
      case 'DefineTheme':
        return defineTheme(command, coalition)(state)
      case 'RegisterReference':
        return registerReference(command, coalition)(state)
      case 'RegisterAuthority':
        return registerAuthority(command, coalition)(state)
      case 'RegisterAssociation':
        return registerAssociation(command, coalition)(state)
      case 'RecordAssociationLeft':
        return recordAssociationLeft(command, coalition)(state)
      case 'GrantMandate':
        return grantMandate(command, coalition)(state)
      case 'RevokeMandate':
        return revokeMandate(command, coalition)(state)
      case 'ChangePersonDetails':
        return changePersonDetails(command, coalition)(state)
      case 'AskPersonErasure':
        return askPersonErasure(command, coalition)(state)
      case 'CompletePersonErasure':
        return completePersonErasure(command, coalition)(state)
    }
  }
