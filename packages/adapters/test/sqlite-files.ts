/** Folders and files for tests of the SQLite stores, and ways to harm them. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import * as TE from 'fp-ts/lib/TaskEither'
import { openDatabase } from '../src/sqlite/driver'

/** A folder of its own below the system's folder for temporary files. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'ardiya-sqlite-'))

export const removeFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true })
}

/** Runs SQL on the file as another program would, and closes it. */
export const runSql = (file: string, sql: string): void => {
  const db = openDatabase(file, { readOnly: false, timeout: 1000 })
  db.exec(sql)
  db.close()
}

/** The value on the right; a left fails the test. */
export const rightOf = async <L, A>(task: TE.TaskEither<L, A>): Promise<A> => {
  const answer = await task()
  if (E.isRight(answer)) return answer.right
  throw new Error(`expected a right, but got ${JSON.stringify(answer.left)}`)
}

/** The value on the left; a right fails the test. */
export const leftOf = async <L, A>(task: TE.TaskEither<L, A>): Promise<L> => {
  const answer = await task()
  if (E.isLeft(answer)) return answer.left
  throw new Error('expected a left, but got a right')
}

/** Overwrites the pages of a file from its second third on with nonsense. */
export const scramble = (file: string): void => {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, Math.floor(bytes.length / 3))
  writeFileSync(file, bytes)
}

/** Does something, then goes on. */
export const afterDoing = <L, A>(act: () => void, next: TE.TaskEither<L, A>): TE.TaskEither<L, A> =>
  TE.flatMap(() => next)(TE.fromIO(act))

/** All bytes of a file and of what SQLite keeps beside it, as text. */
export const textOf = (file: string): string =>
  ['', '-wal', '-shm']
    .filter(suffix => existsSync(file + suffix))
    .map(suffix => readFileSync(file + suffix, 'latin1'))
    .join('')

export const copyOf = (file: string, to: string): void => {
  for (const suffix of ['', '-wal']) if (existsSync(file + suffix)) cpSync(file + suffix, to + suffix)
}
