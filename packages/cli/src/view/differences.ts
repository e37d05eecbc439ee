/** What differs between two results of a view: paths with what was and what is. Rows are matched by their reference. */
import { type Json } from '@ardiya/core/kernel/primitives'
import { canonicalText } from '@ardiya/core/kernel/canonical'

export interface Change {
  /** `submissions.P3.fate`: keys, and rows by their reference. */
  readonly path: string
  readonly was?: Json
  readonly is?: Json
}

export const differences = (was: Json, is: Json, path = ''): ReadonlyArray<Change> => {
  if (canonicalText(was) === canonicalText(is)) return []
  const before = members(was)
  const after = members(is)
  if (before === undefined || after === undefined) return [{ path, was, is }]
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return keys.flatMap(key =>
    differenceAt(path === '' ? key : `${path}.${key}`, before.get(key), after.get(key))
  )
}

const differenceAt = (path: string, was: Json | undefined, is: Json | undefined): ReadonlyArray<Change> => {
  if (was === undefined && is === undefined) return []
  if (was === undefined) return [{ path, is: is as Json }]
  if (is === undefined) return [{ path, was }]
  return differences(was, is, path)
}

/** The members of an object, or the rows of a list by what names them; `undefined` for what is compared as a whole. */
const members = (value: Json): ReadonlyMap<string, Json> | undefined => {
  if (Array.isArray(value)) return rowsByName(value)
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined
}

const naming = ['ref', 'number', 'association', 'submission', 'clause', 'id', 'event']

const rowsByName = (list: ReadonlyArray<Json>): ReadonlyMap<string, Json> | undefined => {
  const named = list.map((row): readonly [string | undefined, Json] => [nameOf(row), row])
  const names = new Set(named.map(([name]) => name))
  return names.size === list.length && !names.has(undefined) ? new Map(named as [string, Json][]) : undefined
}

const nameOf = (row: Json): string | undefined => {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return undefined
  const record = row as Readonly<Record<string, Json>>
  const key = naming.find(name => typeof record[name] === 'string' || typeof record[name] === 'number')
  return key === undefined ? undefined : String(record[key])
}
