import { fieldsOf } from '@ardiya/core/intake/conform'
import { Input } from '@ardiya/core/intake/input'
import { inputCodec } from '@ardiya/core/intake/inputs'
import { type CommandName, commandTable } from '@ardiya/core/path/command-table'
import type * as t from 'io-ts'
import { shapeWords } from './shape-words'

interface Tagged extends t.Mixed {
  readonly _tag?: string
  readonly type?: t.Mixed
  readonly types?: ReadonlyArray<t.Mixed>
  readonly domain?: t.Mixed
  readonly codomain?: t.Mixed
}

/** The names of all codecs in which an input can be found wanting. */
const namesIn = (codec: t.Mixed): ReadonlyArray<string> => {
  const tagged: Tagged = codec
  const fields = fieldsOf(codec)
  if (fields !== undefined) return Object.values(fields.codecs).flatMap(namesIn)
  const inside = [tagged.type, tagged.domain, tagged.codomain, ...(tagged.types ?? [])]
    .filter(each => each !== undefined)
    .flatMap(namesIn)
  const nameless = ['ReadonlyType', 'ReadonlyArrayType', 'DictionaryType', 'AnyDictionaryType', 'UnionType']
  return nameless.includes(tagged._tag ?? '') ? inside : [codec.name, ...inside]
}

describe('the words for a shape', () => {
  it('are there for every shape that a line of input can fail to have', () => {
    const names = Object.keys(commandTable) as ReadonlyArray<CommandName>
    const all = new Set([Input, ...names.map(inputCodec)].flatMap(namesIn))
    expect(all.size).toBeGreaterThan(60)
    expect([...all].filter(name => shapeWords(name) === name)).toEqual([])
  })

  it('list the words of which one is meant', () => {
    expect(shapeWords('"for" | "against"')).toBe('one of the words for or against')
    expect(shapeWords('"start"')).toBe('the word start')
  })
})
