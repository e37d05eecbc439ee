/** docs/reference/rules.md has all twenty rules; what decides each is there, and what shows it bears its number. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const packages = resolve(__dirname, '../..')
const page = readFileSync(resolve(packages, '../docs/reference/rules.md'), 'utf8')

interface Row {
  readonly rule: number
  readonly decidedIn: ReadonlyArray<string>
  readonly shownBy: ReadonlyArray<string>
}

const filesIn = (cell = ''): ReadonlyArray<string> =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)

const rows: ReadonlyArray<Row> = page
  .split('\n')
  .filter(line => /^\| \d+ \|/.test(line))
  .map(line => line.split('|').slice(1))
  .map(([rule, , decidedIn, shownBy]) => ({
    rule: Number(rule),
    decidedIn: filesIn(decidedIn),
    shownBy: filesIn(shownBy)
  }))

/** The numbers in "rule 8", "rules 8 and 9", "rules 16 to 19". */
const rulesNamed = (title: string): ReadonlyArray<number> =>
  [...title.matchAll(/rules? (\d+)(?:(?:,| and| to) (\d+))*/gi)].flatMap(([said]) => {
    const [first = 0, ...more] = (said.match(/\d+/g) ?? []).map(Number)
    const last = more.at(-1) ?? first
    return said.includes(' to ')
      ? Array.from({ length: last - first + 1 }, (_, k) => first + k)
      : [first, ...more]
  })

/** What the titles of a file's tests say, those of `describe` and those of `it`. */
const titlesIn = (file: string): ReadonlyArray<string> =>
  [
    ...readFileSync(resolve(packages, file), 'utf8').matchAll(
      /\b(?:describe|it)(?:\.each\([\s\S]*?\))?\(\s*(['`])([\s\S]*?)\1/g
    )
  ].map(([, , title = '']) => title)

describe('the page of the rules', () => {
  it('has the twenty', () => {
    expect(rows.map(({ rule }) => rule)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  it.each(rows)('says of rule $rule where it is decided', ({ decidedIn }) => {
    expect(decidedIn.length).toBeGreaterThan(0)
    expect(decidedIn.filter(file => !existsSync(resolve(packages, 'core/src', file)))).toEqual([])
  })

  it.each(rows)('names tests for rule $rule that bear its number', ({ rule, shownBy }) => {
    expect(shownBy.length).toBeGreaterThan(0)
    expect(shownBy.filter(file => !titlesIn(file).some(title => rulesNamed(title).includes(rule)))).toEqual(
      []
    )
  })
})
