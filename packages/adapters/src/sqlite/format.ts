/**
 * The formats of the three files: what marks each, its tables, and the steps from one version to the next. Stored for
 * ever (docs/spec/sqlite.md): a change is a new step at the end of `migrations`, never a change of an old one.
 */

export interface FileFormat {
  readonly name: 'events' | 'views' | 'persons'
  /** Four letters at offset 68 of the file. */
  readonly applicationId: number
  /** SQL that leads from version n to n + 1, at index n; version 0 is an empty file. */
  readonly migrations: ReadonlyArray<string>
  /** Set before the first table: it cannot be changed later. */
  readonly encoding: 'UTF-8' | 'UTF-16be'
}

/** The version of the format that this software writes: the number of steps. */
export const knownVersion = ({ migrations }: FileFormat): number => migrations.length

const letters = (text: string): number => Buffer.from(text, 'latin1').readInt32BE(0)

/** A log's events are at places from `process × 2^40 + 1`: the place says both. */
export const placesPerProcess = 2n ** 40n

export const eventsFormat: FileFormat = {
  name: 'events',
  applicationId: letters('ARDE'),
  encoding: 'UTF-8',
  migrations: [
    `
    CREATE TABLE process (
      number INTEGER PRIMARY KEY,
      slug   TEXT    NOT NULL UNIQUE,
      head   INTEGER NOT NULL,
      sum    INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE stream (
      number  INTEGER PRIMARY KEY,
      process INTEGER NOT NULL,
      name    TEXT    NOT NULL,
      version INTEGER NOT NULL,
      sum     INTEGER NOT NULL,
      UNIQUE (process, name)
    ) STRICT;
    CREATE TABLE event (
      place   INTEGER PRIMARY KEY,
      process INTEGER NOT NULL,
      stream  INTEGER NOT NULL,
      version INTEGER NOT NULL,
      id      TEXT    NOT NULL,
      type    TEXT    NOT NULL,
      sum     INTEGER NOT NULL,
      bytes   BLOB    NOT NULL,
      UNIQUE (process, id),
      UNIQUE (stream, version)
    ) STRICT;
    CREATE VIEW log AS
      SELECT process.slug AS process, event.place & 1099511627775 AS log, stream.name AS stream,
             event.version, event.id, event.type, CAST(event.bytes AS TEXT) AS envelope
      FROM event
      JOIN process ON process.number = event.process
      JOIN stream ON stream.number = event.stream
      ORDER BY event.place;
    `
  ]
}

/** UTF-16 in big-endian order, so that SQLite's own order of keys is that of code units. */
export const viewsFormat: FileFormat = {
  name: 'views',
  applicationId: letters('ARDV'),
  encoding: 'UTF-16be',
  migrations: [
    `
    CREATE TABLE checkpoint (
      process TEXT PRIMARY KEY,
      at      TEXT NOT NULL,
      code    TEXT NOT NULL,
      sum     INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE document (
      number  INTEGER PRIMARY KEY,
      process TEXT NOT NULL,
      key     TEXT NOT NULL,
      sum     INTEGER NOT NULL,
      value   BLOB NOT NULL,
      UNIQUE (process, key)
    ) STRICT;
    `
  ]
}

export const personsFormat: FileFormat = {
  name: 'persons',
  applicationId: letters('ARDP'),
  encoding: 'UTF-8',
  migrations: [
    `
    CREATE TABLE entry (
      number     INTEGER PRIMARY KEY,
      process    TEXT NOT NULL,
      person     TEXT NOT NULL,
      command    TEXT NOT NULL,
      details    BLOB NOT NULL,
      salt       TEXT NOT NULL,
      commitment TEXT NOT NULL,
      entered_at TEXT NOT NULL,
      sum        INTEGER NOT NULL,
      UNIQUE (process, command, person)
    ) STRICT;
    CREATE INDEX entry_by_person ON entry (process, person);
    CREATE TABLE erased (
      process TEXT NOT NULL,
      person  TEXT NOT NULL,
      sum     INTEGER NOT NULL,
      PRIMARY KEY (process, person)
    ) STRICT, WITHOUT ROWID;
    `
  ]
}
