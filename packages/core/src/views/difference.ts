/** What differs between two results of a view: rows that came, went or changed, by their reference (domain.md §6). */
import { canonicalText } from '../kernel/canonical'
import { type Json } from '../kernel/primitives'

/** The views that differences are made of. */
export type ComparableView = 'register' | 'stands' | 'platform'

interface JsonFields {
  readonly [name: string]: Json
}

/** A field of a row with what it was and what it is; one of them is absent where the field came or went. */
export interface FieldChange {
  readonly field: string
  readonly was?: Json
  readonly is?: Json
}

/** Rows by what names them: `P1`, `P1 A3`, `clause P1`; `head` are the fields that stand beside the rows. */
export interface Difference {
  readonly head: ReadonlyArray<FieldChange>
  readonly added: ReadonlyArray<{ readonly key: string; readonly row: Json }>
  readonly removed: ReadonlyArray<{ readonly key: string; readonly row: Json }>
  readonly changed: ReadonlyArray<{ readonly key: string; readonly fields: ReadonlyArray<FieldChange> }>
}

/** From an earlier result of a view to a later one; both as the view gave them. */
export const difference = (view: ComparableView, before: Json, after: Json): Difference => {
  const [was, is] = [layouts[view](fieldsOf(before)), layouts[view](fieldsOf(after))]
  return {
    head: changedFields(was.head, is.head),
    added: notIn(is.rows, was.rows),
    removed: notIn(was.rows, is.rows),
    changed: [...is.rows].flatMap(([key, row]) => {
      const old = was.rows.get(key)
      const fields = old === undefined ? [] : changedFields(old, row)
      return fields.length === 0 ? [] : [{ key, fields }]
    })
  }
}

type Rows = ReadonlyMap<string, JsonFields>

interface LaidOut {
  readonly head: JsonFields
  readonly rows: Rows
}

const notIn = (rows: Rows, others: Rows): Difference['added'] =>
  [...rows].flatMap(([key, row]) => (others.has(key) ? [] : [{ key, row }]))

const changedFields = (was: JsonFields, is: JsonFields): ReadonlyArray<FieldChange> =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap(field => {
    const [before, after] = [was[field], is[field]]
    return before !== undefined && after !== undefined && canonicalText(before) === canonicalText(after)
      ? []
      : [
          {
            field,
            ...(before === undefined ? {} : { was: before }),
            ...(after === undefined ? {} : { is: after })
          }
        ]
  })

/** The rows of each view, and what names them. */
const layouts: { readonly [V in ComparableView]: (result: JsonFields) => LaidOut } = {
  register: ({ submissions, ...head }) => ({ head, rows: keyed(submissions, 'ref') }),
  stands: ({ submissions, associations: _, ...head }) => ({ head, rows: cellsOf(submissions) }),
  platform: ({ findings, clauses, exclusions, positions, dissociations, markdown: _, ...head }) => ({
    head,
    rows: new Map([
      ...keyed(findings, 'ref', 'finding '),
      ...keyed(clauses, 'ref', 'clause '),
      ...keyed(exclusions, 'ref', 'exclusion '),
      ...keyed(positions, 'association', 'position '),
      ...keyed(dissociations, 'association', 'dissociation ')
    ])
  })
}

/** A row for each submission, and one for each stand on it. */
const cellsOf = (submissions: Json | undefined): Rows =>
  new Map(
    rowsOf(submissions).flatMap(({ stands, changes: _, ...row }): ReadonlyArray<[string, JsonFields]> => {
      const submission = nameIn(row, 'submission')
      return [[submission, row], ...keyed(stands, 'association', `${submission} `)]
    })
  )

const keyed = (rows: Json | undefined, name: string, prefix = ''): Rows =>
  new Map(rowsOf(rows).map(row => [`${prefix}${nameIn(row, name)}`, row]))

const nameIn = (row: JsonFields, name: string): string => {
  const value = row[name]
  return typeof value === 'string' ? value : ''
}

const rowsOf = (value: Json | undefined): ReadonlyArray<JsonFields> =>
  Array.isArray(value) ? (value as ReadonlyArray<Json>).filter(isFields) : []

const isFields = (value: Json): value is JsonFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldsOf = (value: Json): JsonFields => (isFields(value) ? value : {})
