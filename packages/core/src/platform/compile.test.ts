import fc from 'fast-check'
import {
  acting,
  adopted,
  after,
  compiling,
  drafted,
  freezing,
  outcomeOf,
  process,
  submission,
  submissions,
  superseded,
  times,
  V1
} from '../../test/platform-story'
import { right } from 'fp-ts/lib/Either'
import { type SubmissionRef } from '../submission/ids'
import { type CompilableSubmission } from './compilable'
import { type NewBlock } from '../text/text'
import { documentHash, preambleHash } from './document'
import { PlatformDocument } from './events'
import { documentToFreeze } from './freeze'
import { sectionsOf } from './sections'
import { draftOf, submissionsOf } from './standing'

const refs = (items: ReadonlyArray<{ readonly ref: SubmissionRef }> | undefined) =>
  items?.map(({ ref }) => ref)

const anyFate = fc.constantFrom<CompilableSubmission['fate'] | undefined>(
  'adoptedAsIs',
  'adoptedAsAmended',
  'mergedInto',
  'splitInto',
  'deferred',
  'declined',
  'withdrawn',
  'returned',
  'lapsed',
  undefined
)

/** Up to twenty submissions of all kinds, each with a number of its own, in any order. */
const anySubmissions = fc
  .uniqueArray(
    fc.record({
      letter: fc.constantFrom('D', 'E', 'P'),
      number: fc.integer({ min: 1, max: 30 }),
      fate: anyFate,
      themes: fc.array(fc.constantFrom('T1', 'T2', 'T10'), { maxLength: 2 })
    }),
    { selector: ({ letter, number }) => `${letter}${number}`, maxLength: 20 }
  )
  .map(items =>
    items.map(({ letter, number, fate, themes }) =>
      submission(`${letter}${number}`, { themes, ...(fate === undefined ? {} : { fate }) })
    )
  )

describe('CompilePlatform', () => {
  it('puts accepted diagnoses and assessments among the findings, accepted proposals among the clauses by theme', () => {
    expect(refs(draftOf(drafted)?.findings)).toEqual(['D1'])
    expect(refs(draftOf(drafted)?.clauses)).toEqual(['P3', 'P1'])
    expect(draftOf(drafted)?.exclusions).toEqual([{ ref: 'P2', fate: 'mergedInto', into: ['P3'] }])
    expect(draftOf(drafted)).toMatchObject({ ref: 'V1', from: '40', language: 'ar', undecided: [] })
  })

  it('orders by number and not by letters: P2 before P10, T2 before T10, no theme last', () => {
    const accepted = [
      submission('P3', { fate: 'adoptedAsIs' }),
      submission('P10', { fate: 'adoptedAsIs', themes: ['T2'] }),
      submission('P4', { fate: 'adoptedAsIs', themes: ['T10'] }),
      submission('P2', { fate: 'adoptedAsIs', themes: ['T2'] })
    ]
    expect(refs(sectionsOf(accepted).clauses)).toEqual(['P2', 'P10', 'P4', 'P3'])
  })

  it('lets a draft hold submissions without a fate, and says which (rule 12)', () => {
    const state = after([compiling(times.compiled, { submissions: [...submissions, submission('E1')] })])
    expect(draftOf(state)?.undecided).toEqual(['E1'])
  })

  it('puts every submission in exactly one place (rule 12)', () => {
    fc.assert(
      fc.property(anySubmissions, given => {
        const sections = sectionsOf(given)
        const placed = [...submissionsOf(sections), ...sections.undecided]
        expect([...placed].sort()).toEqual(given.map(({ ref }) => ref).sort())
      })
    )
  })

  it('gives the same document and hash in whatever order the submissions are named (rule 13)', () => {
    fc.assert(
      fc.property(
        anySubmissions.chain(given =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))
        ),
        ([given, shuffled]) => {
          const [document, other] = [given, shuffled].map(these =>
            documentToFreeze(process, V1, these, after([compiling(times.compiled, { submissions: these })]))
          )
          expect(other).toEqual(document)
          expect(document !== undefined && PlatformDocument.is(document)).toBe(true)
          if (document !== undefined && other !== undefined)
            expect(documentHash(other)).toBe(documentHash(document))
        }
      )
    )
  })

  it('says nothing new when it is compiled again and nothing has changed', () => {
    expect(outcomeOf(compiling(times.later, { log: 99 }), drafted)).toEqual(right([]))
  })

  it('compiled again keeps the order made by hand, and puts what is new where it belongs', () => {
    const moved = after(
      [acting('MoveClause', { platform: 'V1', submission: 'P1', after: 'start' }, times.frozen)],
      drafted
    )
    const more = [...submissions, submission('P4', { fate: 'adoptedAsIs', themes: ['T1'] })]
    const again = after([compiling(times.later, { submissions: more })], moved)
    expect(again.order).toEqual(['P1', 'P3', 'P4'])
    expect(again.compilations).toHaveLength(2)
  })

  it('makes the next version supersede the one in force, also where nobody names it (rule 13)', () => {
    const next = after([compiling(times.later, { platforms: { V1: adopted } }, { ref: 'V2' })])
    expect(draftOf(next)?.supersedes).toBe('V1')
    const third = after([
      compiling(
        times.later,
        { platforms: { V1: superseded, V2: { ...adopted, ref: next.ref ?? V1 } } },
        { ref: 'V3' }
      )
    ])
    expect(draftOf(third)?.supersedes).toBe('V2')
  })
})

describe('MoveClause', () => {
  const move = (submissionRef: string, behind: string) =>
    acting('MoveClause', { platform: 'V1', submission: submissionRef, after: behind }, times.frozen)

  it('puts a clause behind another, and the freeze numbers the clauses in that order', () => {
    const state = after([move('P3', 'P1'), freezing(times.later)], drafted)
    expect(state.freezes[0]?.document.clauses.map(({ number, ref }) => [number, ref])).toEqual([
      [1, 'P1'],
      [2, 'P3']
    ])
  })

  it('is already so where the clause stands there, or is put behind itself', () => {
    expect(outcomeOf(move('P1', 'P3'), drafted)).toEqual(right([]))
    expect(outcomeOf(move('P1', 'P1'), drafted)).toEqual(right([]))
  })

  it('knows only clauses of the draft', () => {
    expect(outcomeOf(move('P2', 'start'), drafted)).toMatchObject({ left: { tag: 'ReferenceUnknown' } })
  })
})

describe('WritePreamble', () => {
  const blocks = (...texts: ReadonlyArray<string>): ReadonlyArray<NewBlock> =>
    texts.map(text => ({ kind: 'paragraph', text }) as unknown as NewBlock)
  const write = (text: string, ...read: ReadonlyArray<string>) =>
    acting(
      'WritePreamble',
      { platform: 'V1', blocks: blocks(text), was: preambleHash(blocks(...read)) },
      times.frozen
    )

  it('takes the place of the one before, keeps both on record and stands in the document', () => {
    const state = after(
      [write('ديباجة أولى'), write('ديباجة ثانية', 'ديباجة أولى'), freezing(times.later)],
      drafted
    )
    expect(state.preambles).toHaveLength(2)
    expect(state.freezes[0]?.document.preamble).toEqual([{ kind: 'paragraph', text: 'ديباجة ثانية' }])
    expect(outcomeOf(write('ديباجة', 'ديباجة'), after([write('ديباجة')], drafted))).toEqual(right([]))
  })
})
