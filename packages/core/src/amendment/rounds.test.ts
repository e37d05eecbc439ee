import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import {
  adopted,
  currentOf,
  opened,
  proposed as proposing,
  resolved,
  revised,
  textOf,
  type World
} from '../../test/refining'
import { runs } from '../../test/runs'
import { text } from '../testing/text-arbitraries'
import { operationsOn } from '../testing/text-arbitraries'
import { type Operation } from '../text/operation'
import { textHash } from '../text/text-hash'
import { applyOperations } from '../text/apply'
import { type AmendmentRef } from './ids'
import { lineOf } from './revision-line'
import {
  amendmentsOf,
  collisionsConcerning,
  currentForm,
  openAmendments,
  openCollisions,
  submittedForm
} from './queries'

type Turn =
  | { readonly turn: 'propose' | 'revise'; readonly seed: number }
  | { readonly turn: 'adopt' | 'resolve'; readonly which: number }

const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ turn: fc.constant('propose' as const), seed: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ turn: fc.constant('revise' as const), seed: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ turn: fc.constant('adopt' as const), which: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ turn: fc.constant('resolve' as const), which: fc.nat(9) }) }
)

const operationsFor = (world: World, seed: number): ReadonlyArray<Operation> =>
  fc.sample(operationsOn(textOf(world), 2), { numRuns: 1, seed })[0] ?? []

const played = (world: World, one: Turn): World => {
  switch (one.turn) {
    case 'propose': {
      const ref = `P1-A${Object.keys(world.state.amendments).length + 1}` as AmendmentRef
      const next = proposing(world, ref, operationsFor(world, one.seed))
      return E.isRight(next) ? next.right : world
    }
    case 'revise': {
      const operations = operationsFor(world, one.seed)
      return operations.length === 0 ? world : revised(world, operations)
    }
    case 'adopt': {
      const all = openAmendments(world.state)
      const ref = all[one.which % Math.max(1, all.length)]?.ref
      return ref === undefined || collisionsConcerning(world.state, ref).length > 0
        ? world
        : adopted(world, ref)
    }
    case 'resolve': {
      const all = openCollisions(world.state)
      const found = all[one.which % Math.max(1, all.length)]
      if (found === undefined) return world
      const between: [string, string] = [found.collision.first.ref, found.collision.second.ref]
      const ref = between[one.which % 2] ?? between[0]
      const next = resolved(world, found.ref, { take: 'one', of: found.hash, between, ref })
      return E.isRight(next) ? next.right : world
    }
  }
}

const numberOf = (id: string): number => Number(id.slice(1))

describe('Through any course of proposals, revisions, settlements and adoptions', () => {
  const course = fc.tuple(text(4), fc.array(turn, { minLength: 3, maxLength: 14 }))

  it('rule 9: an open amendment fits the current text, or people know what it collides with', () => {
    let adoptions = 0
    fc.assert(
      fc.property(course, ([base, turns]) => {
        const end = turns.reduce(played, opened(base))
        const current = currentOf(end)
        adoptions += current.revision - 1
        for (const amendment of openAmendments(end.state)) {
          const form = currentForm(amendment)
          if (collisionsConcerning(end.state, amendment.ref).length > 0) continue
          expect(form?.revision).toBe(current.revision)
          expect(form?.textHash).toBe(textHash(current.text))
          const made = applyOperations(current.text, form?.operations ?? [], 900)
          if (E.isLeft(made)) expect(made.left.tag).toBe('TextEmpty')
        }
      }),
      { ...runs(250), endOnFailure: true }
    )
    expect(adoptions).toBeGreaterThan(250)
  })

  it('a block has an id of its own, and a new one is numbered above all that ever were', () => {
    fc.assert(
      fc.property(course, ([base, turns]) => {
        const ever = new Set<string>()
        for (const { text } of lineOf(turns.reduce(played, opened(base)).submission)) {
          const ids = text.blocks.map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          const highest = Math.max(0, ...[...ever].map(numberOf))
          for (const id of ids)
            if (!ever.has(id)) expect(ever.size === 0 || numberOf(id) > highest).toBe(true)
          for (const id of ids) ever.add(id)
        }
      }),
      { ...runs(250), endOnFailure: true }
    )
  })

  it('rule 7: no submitted wording is ever replaced', () => {
    fc.assert(
      fc.property(course, ([base, turns]) => {
        let world = opened(base)
        const submitted = new Map<string, unknown>()
        for (const one of turns) {
          world = played(world, one)
          for (const amendment of amendmentsOf(world.state)) {
            const form = submittedForm(amendment)
            if (!submitted.has(amendment.ref)) submitted.set(amendment.ref, form)
            expect(form).toEqual(submitted.get(amendment.ref))
          }
        }
      }),
      { ...runs(60), endOnFailure: true }
    )
  })
})
