/** Every view by its name (domain.md §6), in the order of help. */
import { agendaView } from './agenda'
import { amendmentsView } from './amendments'
import { assessmentsView } from './assessments'
import { attendanceView } from './attendance'
import { authoritiesView } from './authorities'
import { duplicatesView } from './duplicates'
import { changesView } from './changes'
import { collisionsView } from './collisions'
import { contestedView } from './contested'
import { fatesView } from './fates'
import { mergesView } from './merges'
import { minutesView } from './minutes'
import { participationView } from './participation'
import { platformView } from './platform'
import { processView } from './process'
import { provenanceView } from './provenance'
import { registerView } from './register'
import { standsView } from './stands'
import { timelineView } from './timeline'
import { todayView } from './today'
import { translationsView } from './translations'
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
  collisionsView,
  changesView,
  translationsView,
  duplicatesView,
  mergesView,
  platformView,
  provenanceView,
  assessmentsView,
  authoritiesView,
  timelineView,
  participationView,
  todayView,
  contestedView
]

/**
 * The views by name, as the command line and every other reader has them (domain.md §6, docs/reference/views.md).
 *
 * @example
 * import { views } from '@ardiya/core'
 *
 * assert.ok('register' in views)
 * assert.deepStrictEqual(views['register']?.about, { kind: 'none' })
 */
export const views: Readonly<Record<string, View>> = Object.fromEntries(all.map(view => [view.name, view]))
