/** What differs between two results of a view. */
import { type Difference } from '@ardiya/core/views/difference'
import { type Json, type Localized } from '@ardiya/core/kernel/primitives'
import { apart } from '../../terminal/isolate'
import { heading, line, type Part, tableOr } from '../parts'
import { list, plain, type Say } from '../say'
import { type Page } from './page'

/** What came, what went, and field by field what became of the rest. */
export const differencePage: Page<Difference> = ({ head, added, removed, changed }, say) =>
  head.length + added.length + removed.length + changed.length === 0
    ? [line('Nothing differs.', 'faint')]
    : [
        ...head.flatMap(one => [line(`${plain(one.field)}: ${fromTo(one, say)}`)]),
        ...rowsOf('Came', added, say),
        ...rowsOf('Went', removed, say),
        ...(changed.length === 0 ? [] : [heading('Changed')]),
        ...tableOf(changed, say)
      ]

const rowsOf = (title: string, rows: Difference['added'], say: Say): ReadonlyArray<Part> =>
  rows.length === 0
    ? []
    : [
        heading(title),
        ...tableOr(
          '',
          ['what', ''],
          rows.map(({ key, row }) => [key, rowWords(row, say)]),
          2
        )
      ]

const tableOf = (changed: Difference['changed'], say: Say): ReadonlyArray<Part> =>
  changed.length === 0
    ? []
    : tableOr(
        '',
        ['what', 'field', 'was', 'is'],
        changed.flatMap(({ key, fields }) =>
          fields
            .filter(({ field }) => !machine.has(field))
            .map(({ field, was, is }, index) => [
              index === 0 ? key : '',
              plain(field),
              words(was, say),
              words(is, say)
            ])
        ),
        2
      )

/** Fields for programs: a change of one comes with a change that people read. */
const machine: ReadonlySet<string> = new Set([
  'event',
  'undone',
  'at',
  'recordedAt',
  'textHash',
  'accepted',
  'since',
  'status'
])

type Change = Difference['head'][number]

const fromTo = ({ was, is }: Change, say: Say): string => `${words(was, say)} → ${words(is, say)}`

/** What a row is, by the fields that say it shortest. */
const rowWords = (row: Json, say: Say): string => {
  const fields = isFields(row) ? row : {}
  return ['title', 'fate', 'cell', 'position', 'reason']
    .flatMap(field => (fields[field] === undefined ? [] : [words(fields[field], say)]))
    .join(' · ')
}

const words = (value: Json | undefined, say: Say): string => {
  if (value === undefined || value === null) return '—'
  if (typeof value === 'string') return /^[a-z][a-zA-Z]*$/.test(value) ? plain(value) : apart(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? '—' : list(value.map((one: Json) => words(one, say)))
  return fieldsWords(value as Fields, say)
}

interface Fields {
  readonly [field: string]: Json
}

/** A name in languages, a block by its words, a count by kind; else field by field. */
const fieldsWords = (value: Fields, say: Say): string => {
  const entries = Object.entries(value)
  if (entries.length === 0) return '—'
  if (isName(value)) return say.name(value)
  if (typeof value['text'] === 'string') return apart(value['text'])
  return list(
    entries.filter(([key]) => !machine.has(key)).map(([key, inner]) => `${plain(key)} ${words(inner, say)}`)
  )
}

const isFields = (value: Json): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** By language: `{"ar":"…","fr":"…"}`. */
const isName = (value: Fields): value is Localized =>
  Object.entries(value).every(([key, text]) => /^[a-z]{2,3}$/.test(key) && typeof text === 'string')
