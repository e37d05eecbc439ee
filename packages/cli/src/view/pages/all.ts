/** The page of every view; the platform is a document and is read as one. */
import { agendaPage } from './agenda'
import { amendmentsPage } from './amendments'
import { assessmentsPage } from './assessments'
import { attendancePage } from './attendance'
import { authoritiesPage } from './authorities'
import { changesPage } from './changes'
import { collisionsPage } from './collisions'
import { contestedPage } from './contested'
import { duplicatesPage } from './duplicates'
import { fatesPage } from './fates'
import { mergesPage } from './merges'
import { minutesPage } from './minutes'
import { type Page } from './page'
import { participationPage } from './participation'
import { platformPage } from './platform'
import { processPage } from './process'
import { provenancePage } from './provenance'
import { registerPage } from './register'
import { standsPage } from './stands'
import { timelinePage } from './timeline'
import { todayPage } from './today'
import { translationsPage } from './translations'

/** By the name of the view; each is given what that view gave. */
export const pages: { readonly [view: string]: Page<never> } = {
  agenda: agendaPage,
  amendments: amendmentsPage,
  assessments: assessmentsPage,
  attendance: attendancePage,
  authorities: authoritiesPage,
  changes: changesPage,
  collisions: collisionsPage,
  contested: contestedPage,
  duplicates: duplicatesPage,
  fates: fatesPage,
  merges: mergesPage,
  minutes: minutesPage,
  participation: participationPage,
  platform: platformPage,
  process: processPage,
  provenance: provenancePage,
  register: registerPage,
  stands: standsPage,
  timeline: timelinePage,
  today: todayPage,
  translations: translationsPage
}
