/** Every view by its name (domain.md §6), in the order of help. */
import { agendaView } from './agenda'
import { fatesView } from './fates'
import { processView } from './process'
import { registerView } from './register'
import { type View } from './view'

const all: ReadonlyArray<View> = [processView, agendaView, registerView, fatesView]

/** The views of the command line and of every other reader. */
export const views: Readonly<Record<string, View>> = Object.fromEntries(all.map(view => [view.name, view]))
