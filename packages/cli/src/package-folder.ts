import { join } from 'node:path'

/** The folder of the installed package: the sources and the bundle both lie one folder below it. */
export const packageFolder = join(__dirname, '..')
