/** Every stored word has an example that is read for ever: commands and events are stored formats alike. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conform } from '@ardiya/core/intake/conform'
import { commandTable } from '@ardiya/core/path/command-table'
import { eventTable } from '@ardiya/core/path/event-table'
import type * as t from 'io-ts'

const fixtures = join(__dirname, '../../../../docs/spec/fixtures')

const tables: ReadonlyArray<readonly [string, Readonly<Record<string, t.Mixed>>]> = [
  ['events', eventTable],
  ['commands', commandTable]
]

describe.each(tables)('The golden fixtures of %s', (folder, table) => {
  it('are one for each, and no more', () => {
    const files = readdirSync(join(fixtures, folder)).filter(file => file.endsWith('.v1.json'))
    expect(files.sort()).toEqual(
      Object.keys(table)
        .map(name => `${name}.v1.json`)
        .sort()
    )
  })

  it('hold further variants of a word under its name: decoded alike, and of a word that there is', () => {
    const variants = readdirSync(join(fixtures, folder)).filter(file => !file.endsWith('.v1.json'))
    for (const file of variants) {
      const [, name = ''] = /^([A-Z]\w+)\.v1\.[a-z][A-Za-z]*\.json$/.exec(file) ?? []
      const codec = table[name]
      if (codec === undefined) throw new Error(`${file} is an example of nothing`)
      const example: unknown = JSON.parse(readFileSync(join(fixtures, folder, file), 'utf8'))
      expect([file, conform(codec, example, '')]).toEqual([file, { value: example, problems: [] }])
    }
    if (folder === 'events')
      expect(variants).toEqual(
        expect.arrayContaining([
          'AmendmentBecameMoot.v1.gaveWay.json',
          'AmendmentReopened.v1.by.json',
          'CollisionReopened.v1.like.json',
          'CollisionResolved.v1.like.json'
        ])
      )
  })

  it.each(Object.entries(table))('hold %s as its codec reads it', (name, codec) => {
    const example: unknown = JSON.parse(readFileSync(join(fixtures, folder, `${name}.v1.json`), 'utf8'))
    expect(conform(codec, example, '')).toEqual({ value: example, problems: [] })
  })
})
