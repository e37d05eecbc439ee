/**
 * Which SQLite is used, chosen once: Node's own where the running Node has one that is new enough, else the prebuilt
 * package with the same API. SQLite before 3.51.3 can damage a WAL file that several programs write.
 */
import { type DatabaseSync as PackagedDatabase } from '@photostructure/sqlite'

export type Database = InstanceType<typeof PackagedDatabase>
export type Statement = ReturnType<Database['prepare']>

interface Driver {
  readonly DatabaseSync: typeof PackagedDatabase
}

/** Which driver runs, for `store info`. */
export interface DriverInfo {
  readonly driver: 'node:sqlite' | '@photostructure/sqlite'
  readonly sqlite: string
}

const oldestSafe = [3, 51, 3] as const

const versionOf = ({ DatabaseSync }: Driver): string => {
  const db = new DatabaseSync(':memory:')
  const row = db.prepare('SELECT sqlite_version() AS version').get() as { readonly version: string }
  db.close()
  return row.version
}

/** Whether that SQLite is free of the damage to WAL files: 3.51.3 or later. */
export const isSafe = (version: string): boolean => {
  const parts = version.split('.').map(Number)
  const differing = oldestSafe.findIndex((least, i) => least !== (parts[i] ?? 0))
  return differing === -1 || (parts[differing] ?? 0) > (oldestSafe[differing] ?? 0)
}

/** Node 22 warns on stderr that its SQLite is experimental: there, people read the messages of the program. */
const withoutWarning = <A>(load: () => A): A => {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return load()
  } finally {
    process.emitWarning = emitWarning
  }
}

const builtIn = (): Driver | undefined => {
  const driver = withoutWarning(() => process.getBuiltinModule?.('node:sqlite') as Driver | undefined)
  return driver !== undefined && isSafe(versionOf(driver)) ? driver : undefined
}

interface Chosen {
  readonly name: DriverInfo['driver']
  readonly driver: Driver
}

let chosen: Chosen | undefined

const choose = (): Chosen => (chosen ??= firstThatServes())

const firstThatServes = (): Chosen => {
  const own = builtIn()
  if (own !== undefined) return { name: 'node:sqlite', driver: own }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only where Node's own does not serve
  return { name: '@photostructure/sqlite', driver: require('@photostructure/sqlite') as Driver }
}

export const driverInfo = (): DriverInfo => {
  const { name, driver } = choose()
  return { driver: name, sqlite: versionOf(driver) }
}

/** Opens a file as it is; `timeout` is how long SQLite itself waits for a lock, in milliseconds. */
export const openDatabase = (
  location: string,
  options: { readonly readOnly: boolean; readonly timeout: number }
): Database => new (choose().driver.DatabaseSync)(location, options)
