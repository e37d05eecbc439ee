/** Which decision a command asks for. A meeting's own decisions are the path's: they reach over all streams. */
import { type Coalition } from '../process/coalition'
import { discussItem, openAgendaItem } from './agenda'
import { giveProxy, recordArrival, recordDeparture } from './attend'
import { type MeetingCommand } from './commands'
import { correctDecision } from './correct-decision'
import { approveMinutesTacitly } from './minutes/approve'
import { proposeMinutesCorrection, settleMinutesCorrection } from './minutes/correct'
import { circulateMinutes, recordDraft } from './minutes/draft-and-circulate'
import { sealMinutes } from './minutes/seal'
import { type MeetingDecision } from './preconditions'
import { adjournMeeting, closeMeeting, handOverChair, openMeeting, resumeMeeting } from './preside'
import { cancelMeeting, inviteAssociations, rescheduleMeeting, scheduleMeeting } from './schedule'
import { type MeetingState } from './state'

/** `firstCall` is the state of the meeting that a second call names. */
export const decideMeeting =
  (command: MeetingCommand, coalition: Coalition, firstCall?: MeetingState) =>
  (state: MeetingState): MeetingDecision => {
    switch (command.name) {
      case 'ScheduleMeeting':
        return scheduleMeeting(command, coalition, state, firstCall)
      case 'RescheduleMeeting':
        return rescheduleMeeting(command, state)
      case 'CancelMeeting':
        return cancelMeeting(command, state)
      case 'InviteAssociations':
        return inviteAssociations(command, coalition, state)
      case 'OpenMeeting':
        return openMeeting(command, coalition, state)
      case 'HandOverChair':
        return handOverChair(command, coalition, state)
      case 'RecordArrival':
        return recordArrival(command, coalition, state)
      case 'RecordDeparture':
        return recordDeparture(command, coalition, state)
      case 'GiveProxy':
        return giveProxy(command, coalition, state)
      case 'OpenAgendaItem':
        return openAgendaItem(command, state)
      case 'DiscussItem':
        return discussItem(command, coalition, state)
      case 'CorrectDecision':
        return correctDecision(command, coalition, state)
      case 'AdjournMeeting':
        return adjournMeeting(command, state)
      case 'ResumeMeeting':
        return resumeMeeting(command, state)
      case 'CloseMeeting':
        return closeMeeting(command, state)
      case 'DraftMinutes':
        return recordDraft(command, coalition, state)
      case 'CirculateMinutes':
        return circulateMinutes(command, state)
      case 'ProposeMinutesCorrection':
        return proposeMinutesCorrection(command, state)
      case 'SettleMinutesCorrection':
        return settleMinutesCorrection(command, coalition, state)
      case 'ApproveMinutesTacitly':
        return approveMinutesTacitly(command, coalition, state)
      case 'SealMinutes':
        return sealMinutes(command, state)
    }
  }
