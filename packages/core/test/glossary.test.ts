/** docs/reference/glossary.md has every word that the record's codes are chosen from, and those that documents print. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { eventSchema, inputSchema } from '../src/intake/schemas'
import { type Language } from '../src/kernel/primitives'
import { wordingIn } from '../src/meeting/minutes/wording-in'
import { type CommandName, commandTable } from '../src/path/command-table'
import { eventTable, type EventType } from '../src/path/event-table'
import { documentWords } from '../src/platform/words'

const glossary = readFileSync(resolve(__dirname, '../../../docs/reference/glossary.md'), 'utf8')

/** The words that a schema lets choose from: its enumerations and constants, but for the names of types and commands. */
const choicesIn = (schema: unknown, key = ''): ReadonlyArray<string> => {
  if (Array.isArray(schema)) return schema.flatMap(each => choicesIn(each, key))
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'enum' && Array.isArray(value)) return value.map(String)
    if (name === 'const') return typeof value === 'string' && !isNamed(value) ? [value] : []
    return choicesIn(value, name)
  })
}

const isNamed = (word: string): boolean => word in eventTable || word in commandTable

const choices = new Set([
  ...Object.keys(eventTable).flatMap(type => choicesIn(eventSchema(type as EventType))),
  ...Object.keys(commandTable).flatMap(name => choicesIn(inputSchema(name as CommandName)))
])

describe('the glossary', () => {
  it('has every word that a code in the record is chosen from', () => {
    expect(choices.size).toBeGreaterThan(150)
    expect([...choices].filter(word => !glossary.includes(`\`${word}\``))).toEqual([])
  })

  it.each(['ar', 'fr'])('says in %s what the printed documents say', language => {
    const { kind, level, area, fate, position } = documentWords(language as Language)
    const { motion, outcome, stage } = wordingIn(language as Language)
    const printed = [kind, level, area, fate, position, motion, outcome, stage].flatMap(words =>
      Object.values<string>(words)
    )
    const lower = glossary.toLowerCase()
    expect(printed.filter(word => !lower.includes(word.toLowerCase()))).toEqual([])
  })
})
