import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { canonicalText } from '../kernel/canonical'
import { type Json } from '../kernel/primitives'
import { platformCommands } from './commands'
import { documentBytes, documentHash } from './document'
import { PlatformDocument, platformEvents } from './events'

const spec = resolve(__dirname, '../../../../docs/spec')
const read = (path: string): string => readFileSync(resolve(spec, path), 'utf8')
const parsed = (text: string): Json => JSON.parse(text) as Json

describe('Stored formats of the platform', () => {
  it.each(Object.entries(platformEvents))('%s of version 1 is read for ever', (type, codec) => {
    const data = parsed(read(`fixtures/events/${type}.v1.json`))
    expect(codec.decode(data)).toEqual(E.right(data))
  })

  it.each(Object.entries(platformCommands))('%s of version 1 is read for ever', (name, codec) => {
    const payload = parsed(read(`fixtures/commands/${name}.v1.json`))
    expect(codec.decode(payload)).toEqual(E.right(payload))
  })
})

describe('The vector of platform-document.md (rule 13)', () => {
  const page = read('platform-document.md')
  const document = parsed(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? 'null')

  it('has the hash and the bytes that the page says', () => {
    if (!PlatformDocument.is(document)) throw new Error('the page holds no platform document')
    expect(page).toContain(documentHash(document))
    expect(page).toContain(`has ${documentBytes(document).length} such bytes`)
    expect(page).toContain(canonicalText(document).slice(0, 96))
  })

  it('is the golden fixture of PlatformFrozen', () => {
    expect(parsed(read('fixtures/events/PlatformFrozen.v1.json'))).toMatchObject({ document })
  })

  it('changes its hash with any word, number or exclusion', () => {
    if (!PlatformDocument.is(document)) throw new Error('the page holds no platform document')
    const changed = [
      { ...document, preamble: [] },
      { ...document, findings: document.findings.slice(1) },
      { ...document, clauses: [...document.clauses].reverse() },
      { ...document, exclusions: document.exclusions.slice(1) }
    ]
    expect(new Set([document, ...changed].map(documentHash)).size).toBe(5)
  })
})
