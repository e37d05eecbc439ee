/** At which meeting an act is done, and who leads and reports that meeting then. */
import { type MandateRef } from '../kernel/envelope'
import { officersAt } from '../meeting/sittings'
import { type Command } from './command-table'
import { ownerOf } from './reads'
import { type States } from './states'

/** The mandates that chair and report a meeting. */
export interface Officers {
  readonly chair: MandateRef
  readonly rapporteur: MandateRef
}

/** Who chairs and reports the meeting then; opening a sitting is judged on those that it names (rule 3). */
export const officersOf = (command: Command, states: States): Officers | undefined => {
  if (command.name === 'OpenMeeting') return command.payload
  const meeting = states.meetings[meetingOf(command) ?? '']
  return meeting === undefined ? undefined : officersAt(meeting, command.occurredAt)
}

/** The meeting that an act is done at, where it is done at one. */
export const meetingOf = (command: Command): string | undefined => {
  switch (command.name) {
    case 'AnnulDecision':
      return ownerOf(command.payload.decision)
    case 'RetractEntry':
      return command.payload.stream.slice(command.payload.stream.indexOf('.') + 1)
    default:
      return 'meeting' in command.payload ? command.payload.meeting : undefined
  }
}
