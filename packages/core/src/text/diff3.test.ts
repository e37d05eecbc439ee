import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { runs } from '../../test/runs'
import { withBlockIds } from './apply'
import { operationsBetween } from './diff'
import { mergeAmendments } from './merge'
import { NewText, type Text } from './text'

type Lines = ReadonlyArray<string>
/** The merged lines, or undefined where the judge sees a conflict. */
type Judge = (a: Lines, base: Lines, b: Lines) => Lines | undefined

const folder = mkdtempSync(join(tmpdir(), 'ardiya-diff3-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const debian: Judge = (a, base, b) => {
  const files = [a, base, b].map((lines, index) => {
    const file = join(folder, String(index))
    writeFileSync(file, lines.map(line => `${line}\n`).join(''))
    return file
  })
  const run = spawnSync('diff3', ['-m', ...files], { encoding: 'utf8' })
  return run.status === 0 ? run.stdout.split('\n').slice(0, -1) : undefined
}

const hasDebian = spawnSync('diff3', ['--version']).status === 0

const textOf = (lines: Lines): NewText => {
  const decoded = NewText.decode({
    language: 'ar',
    title: 'مطلب',
    blocks: lines.map(text => ({ kind: 'paragraph', text }))
  })
  if (E.isLeft(decoded)) throw new Error('not a text')
  return decoded.right
}

const ours: Judge = (a, base, b) => {
  const start: Text = withBlockIds(textOf(base), 1).text
  const amendments = [a, b].map((lines, index) => ({
    ref: `P1-A${index + 1}`,
    operations: operationsBetween(start, textOf(lines))
  }))
  const merged = mergeAmendments(start, amendments, [], 100)
  if (E.isLeft(merged) || merged.right.collisions.length > 0) return undefined
  return merged.right.text.blocks.map(block => block.text)
}

/** Lines that occur once, some of them replaced, taken away or followed by new ones. */
const edited = (base: Lines, name: string): fc.Arbitrary<Lines> =>
  fc.array(fc.integer({ min: 0, max: 11 }), { minLength: base.length, maxLength: base.length }).map(choices =>
    base.flatMap((line, index) => {
      const choice = choices[index] ?? 11
      if (choice === 0) return []
      if (choice === 1) return [`${name}${index}`]
      return choice === 2 ? [line, `${name}${index}`] : [line]
    })
  )

const cases = fc.integer({ min: 3, max: 14 }).chain(length => {
  const base = Array.from({ length }, (_, index) => `سطر${index}`)
  return fc.record({ base: fc.constant(base), a: edited(base, 'ألف'), b: edited(base, 'باء') })
})

describe('judged by diff3 of diffutils', () => {
  it('a merge of line-shaped texts that it finds clean is clean here, with the same lines', () => {
    if (!hasDebian) {
      process.stderr.write('NOT JUDGED: diff3 is not installed (apt-get install diffutils)\n')
      return
    }
    let clean = 0
    fc.assert(
      fc.property(cases, ({ base, a, b }) => {
        fc.pre(a.length > 0 && b.length > 0)
        const theirs = debian(a, base, b)
        if (theirs === undefined || theirs.length === 0) return
        clean++
        expect(ours(a, base, b)).toEqual(theirs)
      }),
      runs(250)
    )
    expect(clean).toBeGreaterThan(30)
  })
})
