import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either'
import { readJson } from './strict-json'

const read = (text: string) => readJson(Buffer.from(text))()

describe('reading a line of JSON strictly', () => {
  it('reads every JSON value as it is', () =>
    fc.assert(
      fc.asyncProperty(fc.json(), async text => {
        expect(await read(text)).toEqual(E.right(JSON.parse(text)))
      })
    ))

  it('names the key that stands twice, with its path', async () => {
    expect(await read('{"payload":{"names":{"ar":"أ","fr":"a","ar":"ب"}}}')).toEqual(
      E.left({ tag: 'DuplicateKey', field: 'payload.names.ar' })
    )
    expect(await read('{"a":[{"b":1},{"c":2,"c":2}]}')).toEqual(
      E.left({ tag: 'DuplicateKey', field: 'a[1].c' })
    )
  })

  it('sees that a key is the same however it is escaped', async () => {
    expect(await read('{"a":1,"\\u0061":2}')).toEqual(E.left({ tag: 'DuplicateKey', field: 'a' }))
  })

  it('does not take a colon or a quote inside words for a key', async () => {
    const text = '{"a":"x\\":\\"y\\" : {\\"a\\":1}","b":["\\\\"]}'
    expect(await read(text)).toEqual(E.right({ a: 'x":"y" : {"a":1}', b: ['\\'] }))
  })

  it('keeps a key called __proto__ as a key', async () => {
    const answer = await read('{"__proto__":{"x":1}}')
    expect(E.isRight(answer) && Object.keys(answer.right as object)).toEqual(['__proto__'])
  })

  it.each(['NaN', 'Infinity', '-Infinity', '01', '1.', "'x'", 'undefined', '1 // no'])(
    'refuses %s as no JSON, naming the field',
    async value => {
      expect(await read(`{"a":1,"payload":{"score":${value}}}`)).toMatchObject(
        E.left({ tag: 'NotJson', field: 'payload.score' })
      )
    }
  )

  it.each([
    ['{"a":1,"b":}', 'b', 12, 'ValueExpected', '}'],
    ['{"a":1 "b":2}', 'a', 8, 'CommaExpected', '"b"'],
    ['{"a":1', 'a', 7, 'CloseBraceExpected', ''],
    ['{"ماء":"ماء","b":«c»}', 'b', 18, 'InvalidSymbol', '«c»'],
    ['{"🌊":"🌊"، "b":1}', '🌊', 9, 'InvalidSymbol', '،']
  ])('names what is wrong with %s, and the column in letters', async (text, field, column, kind, found) => {
    expect(await read(text)).toEqual(E.left({ tag: 'NotJson', field, column, kind, found }))
  })

  it('names a place in the line, whatever is wrong with it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.json(),
        fc.nat(),
        fc.constantFrom('"', ',', '}', '[', ':', "'", 'x', '٣', '\\', '\t'),
        async (text, at, sign) => {
          const letters = [...text]
          const mistyped = [
            ...letters.slice(0, at % letters.length),
            sign,
            ...letters.slice(at % letters.length)
          ]
          const answer = await read(mistyped.join(''))
          if (E.isRight(answer) || answer.left.tag !== 'NotJson') return
          const { column, found } = answer.left
          expect(column).toBeGreaterThan(0)
          expect(
            mistyped
              .slice(column - 1)
              .join('')
              .startsWith(found)
          ).toBe(true)
        }
      )
    ))

  it('does not walk into brackets without end, and is not misled by brackets in words', async () => {
    const tooDeep = E.left({ tag: 'NestedTooDeep', limit: 64 })
    expect(await read('['.repeat(500_000))).toEqual(tooDeep)
    expect(await read(`${'[{"a":'.repeat(33)}1${'}]'.repeat(33)}`)).toEqual(tooDeep)
    expect(await read(`${'['.repeat(64)}${']'.repeat(64)}`)).toMatchObject({ _tag: 'Right' })
    const words = { a: `"${'[{'.repeat(100)}\\` }
    expect(await read(JSON.stringify(words))).toEqual(E.right(words))
  })

  it('refuses a wrong byte', async () => {
    expect(await readJson(Uint8Array.from([0x22, 0xd8, 0x22]))()).toEqual(E.left({ tag: 'NotUtf8' }))
  })

  it('finds any key that is doubled', () =>
    fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), async record => {
        const [key = ''] = Object.keys(record)
        const text = `{${JSON.stringify(key)}:0,${JSON.stringify(record).slice(1)}`
        expect(await read(text)).toMatchObject(E.left({ tag: 'DuplicateKey' }))
      })
    ))
})
