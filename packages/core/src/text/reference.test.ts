import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { applyOperations } from './apply'
import { COLLISION_KINDS } from './claims'
import { Operation } from './operation'
import { Resolution } from './resolution'
import { Text } from './text'
import { textHash } from './text-hash'

const page = readFileSync(join(__dirname, '../../../../docs/reference/text-operations.md'), 'utf8')

const examples = (kind: string): ReadonlyArray<string> =>
  [...page.matchAll(/```json (\w+)\n([^`]*)```/g)]
    .filter(found => found[1] === kind)
    .map(found => found[2] ?? '')

const right = <A>(outcome: E.Either<unknown, A>): A => {
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

describe('the reference of text operations', () => {
  const base = right(Text.decode(JSON.parse(examples('text')[0] ?? 'null')))

  it('shows every operation by an example that fits its text', () => {
    const shown = examples('operation').map(example =>
      right(Operation.decode(JSON.parse(example.replace('@textHash', textHash(base)))))
    )
    expect(new Set(shown.map(operation => operation.op)).size).toBe(8)
    for (const operation of shown)
      expect(applyOperations(base, [operation], 5)).toMatchObject({ _tag: 'Right' })
  })

  it('shows a resolution as it is stored', () => {
    for (const example of examples('resolution')) right(Resolution.decode(JSON.parse(example)))
    expect(examples('resolution')).toHaveLength(1)
  })

  it('names every kind of collision', () => {
    for (const kind of COLLISION_KINDS) expect(page).toContain(`| \`${kind}\` |`)
  })

  it('names every reason of a refusal', () => {
    const source = readFileSync(join(__dirname, 'rejections.ts'), 'utf8')
    const tags = [...source.matchAll(/tag: '(\w+)'/g)].map(found => found[1] ?? '')
    expect(tags.length).toBeGreaterThan(20)
    for (const tag of tags) expect(page).toContain(`\`${tag}\``)
  })
})
