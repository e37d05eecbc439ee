/** Where a coalition's record is, as people write it: `memory:`, `sqlite:./coalition.db`. */
import { join, parse, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either'

/** The store of a record, with the two files beside that of the events. Paths are absolute. */
export type StoreUrl =
  | { readonly tag: 'Memory' }
  | { readonly tag: 'Sqlite'; readonly file: string; readonly views: string; readonly persons: string }

/** The text names no store of this release; `remedy` says what to write instead. */
export interface StoreUrlNotUnderstood {
  readonly tag: 'StoreUrlNotUnderstood'
  /** As it was given, without a password. */
  readonly url: string
  readonly reason: 'unknownScheme' | 'noFile' | 'notAFilePath' | 'notInThisRelease'
  readonly remedy: string
}

const example = 'sqlite:./coalition.db'
const later: ReadonlyArray<string> = ['postgres', 'postgresql', 'esdb', 'esdb+discover', 'kurrentdb']

/** Understands a store's URL; a relative file is taken from `folder`. */
export const parseStoreUrl = (text: string, folder: string): E.Either<StoreUrlNotUnderstood, StoreUrl> => {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(text.trim()) ?? []
  const refuse = refusing(text)
  switch (scheme.toLowerCase()) {
    case 'memory':
      return rest === ''
        ? E.right({ tag: 'Memory' })
        : refuse('unknownScheme', 'write memory: with nothing after it')
    case 'sqlite':
      return parseFile(rest, folder, refuse)
    default:
      return later.includes(scheme.toLowerCase())
        ? refuse('notInThisRelease', `${scheme}: is not part of this release; write ${example}`)
        : refuse('unknownScheme', `write ${example} for a file, or memory: for a trial`)
  }
}

type Refuse = (
  reason: StoreUrlNotUnderstood['reason'],
  remedy: string
) => E.Either<StoreUrlNotUnderstood, never>

const refusing =
  (text: string): Refuse =>
  (reason, remedy) =>
    E.left({ tag: 'StoreUrlNotUnderstood', url: withoutPassword(text), reason, remedy })

const withoutPassword = (text: string): string => text.replace(/(:\/\/[^/@:]*):[^@]*@/, '$1:…@')

const parseFile = (
  rest: string,
  folder: string,
  refuse: Refuse
): E.Either<StoreUrlNotUnderstood, StoreUrl> => {
  const path = rest.startsWith('///') ? rest.slice(2) : rest
  if (path === '') return refuse('noFile', `name the file: ${example}`)
  if (path.startsWith('//') || path.includes('\u0000') || path.endsWith('/'))
    return refuse('notAFilePath', `name a file on this machine: ${example}, or sqlite:/folder/coalition.db`)
  return E.right({ tag: 'Sqlite', ...filesBeside(resolve(folder, path)) })
}

/** The files of one coalition: `coalition.db`, `coalition.views.db` and `coalition.persons.db`. */
const filesBeside = (file: string) => {
  const { dir, name, ext, base } = parse(file)
  const stem = ext === '.db' ? name : base
  return { file, views: join(dir, `${stem}.views.db`), persons: join(dir, `${stem}.persons.db`) }
}
