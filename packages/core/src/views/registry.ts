/** Every view by its name (domain.md §6), in the order of help. */
import { agendaView } from './agenda'
import { amendmentsView } from './amendments'
import { assessmentsView } from './assessments'
import { attendanceView } from './attendance'
import { authoritiesView } from './authorities'
import { duplicatesView } from './duplicates'
import { fatesView } from './fates'
import { minutesView } from './minutes'
import { participationView } from './participation'
import { platformView } from './platform'
import { processView } from './process'
import { registerView } from './register'
import { standsView } from './stands'
import { timelineView } from './timeline'
import { type View } from './view'

const all: ReadonlyArray<View> = [
  processView,
  attendanceView,
  agendaView,
  minutesView,
  registerView,
  fatesView,
  standsView,
  amendmentsView,
  duplicatesView,
  platformView,
  assessmentsView,
  authoritiesView,
  timelineView,
  participationView
]

/** The views of the command line and of every other reader. */
export const views: Readonly<Record<string, View>> = Object.fromEntries(all.map(view => [view.name, view]))
