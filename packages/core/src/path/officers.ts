/** At which meeting an act is done, and who leads and reports that meeting then. */
import { type MandateRef } from '../kernel/envelope'
import { officersAt } from '../meeting/sittings'
import { type Command } from './command-table'
import { ownerOf } from './reads'
import { type States } from './states'

/** Who chairs or reports the meeting then; opening a sitting is judged on the chair that it names (rule 3). */
export const officerOf = (
  command: Command,
  states: States,
  office: 'chair' | 'rapporteur'
): MandateRef | undefined => {
  if (command.name === 'OpenMeeting') return command.payload[office]
  const meeting = states.meetings[meetingOf(command) ?? '']
  return meeting === undefined ? undefined : officersAt(meeting, command.occurredAt)?.[office]
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
