import * as fc from 'fast-check'
import { anyPlan, type Course, courseOf, type Written } from '../../test/any-course'
import { statesOf } from '../../test/path-log'
import { runs } from '../../test/runs'
import { findAmendment } from '../amendment/queries'
import { canonicalText } from '../kernel/canonical'
import { type StoredRecord } from '../kernel/event-store'
import { type Json } from '../kernel/primitives'
import { type Operation } from '../text/operation'
import { type NewBlock } from '../text/text'

/** An event as it is stored. */
interface Stored {
  readonly type: string
  readonly stream: string
  readonly data: Readonly<Record<string, unknown>>
}

const eventsIn = (records: ReadonlyArray<StoredRecord>): ReadonlyArray<Stored> =>
  records.map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as Stored)

/** Every string of a value: words as they were written, and names, which are no matter here. */
const stringsIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** What is text among what people gave: whole texts, and operations with their old and new words. */
const WORDS = ['texts', 'operations', 'modified', 'resolution', 'blocks', 'title'] as const

const wordsOf = ({ name, payload }: Written): ReadonlyArray<string> =>
  name === 'ReviseText'
    ? []
    : WORDS.flatMap(key =>
        key in payload ? stringsIn((payload as Readonly<Record<string, unknown>>)[key]) : []
      )

/** The words that people wrote and that no event says. */
const missingFrom = (
  events: ReadonlyArray<Stored>,
  written: ReadonlyArray<Written>
): ReadonlyArray<string> => {
  const said = new Set(events.flatMap(({ data }) => stringsIn(data)))
  return written.flatMap(wordsOf).filter(words => !said.has(words))
}

interface Revised {
  readonly revision: number
  readonly language: string
  readonly title: string
  readonly blocks: ReadonlyArray<NewBlock>
  readonly because: { readonly kind: string; readonly amendments?: ReadonlyArray<string> }
}

const pointsIn = (strings: ReadonlyArray<string>): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const point of strings.flatMap(one => [...one])) counts.set(point, (counts.get(point) ?? 0) + 1)
  return counts
}

const textOf = ({ title, blocks }: Revised): ReadonlyArray<string> => [
  title,
  ...blocks.map(({ text }) => text)
]

/** The characters of a text that are not in the next one, as often as they are missing there. */
const goneIn = (base: Revised, next: Revised): ReadonlyMap<string, number> => {
  const left = pointsIn(textOf(next))
  const gone = [...pointsIn(textOf(base))].map(
    ([point, count]) => [point, count - (left.get(point) ?? 0)] as const
  )
  return new Map(gone.filter(([, count]) => count > 0))
}

const quotedIn = (operations: ReadonlyArray<Operation>): ReadonlyArray<string> =>
  operations.flatMap(operation =>
    operation.op === 'recast' || operation.op === 'insert' ? [] : [operation.old].flat()
  )

/** The operations by which an amendment was put into the text of a revision, as the events say them. */
const putIn = (events: ReadonlyArray<Stored>, amendment: string, base: number): ReadonlyArray<Operation> => {
  const of = events.filter(({ data }) => data['ref'] === amendment)
  const adopted = of.filter(({ type }) => type === 'AmendmentAdopted').map(({ data }) => data['operations'])
  const formed = of
    .filter(({ type, data }) => /Proposed|Rebased/.test(type) && data['revision'] === base)
    .map(({ data }) => data['operations'])
  return [...adopted, ...formed].flatMap(operations => (operations ?? []) as ReadonlyArray<Operation>)
}

/** A base text's characters that neither an earlier text nor quoted words have: of the record alone. */
const unquoted = (events: ReadonlyArray<Stored>): ReadonlyArray<string> => {
  const texts = events.flatMap(({ type, stream, data }) =>
    type === 'TextRevised' ? [{ stream, ...(data as unknown as Revised) }] : []
  )
  return texts.flatMap(next => {
    if (next.revision === 1) return []
    const base = texts.find(
      ({ stream, language, revision }) =>
        stream === next.stream && language === next.language && revision === next.revision - 1
    )
    if (base === undefined) return [`${next.stream}: no text before ${next.revision}`]
    const operations = (next.because.amendments ?? []).flatMap(ref => putIn(events, ref, base.revision))
    if (operations.length === 0 || operations.some(({ op }) => op === 'recast')) return []
    const quoted = pointsIn(quotedIn(operations))
    return [...goneIn(base, next)].flatMap(([point, count]) =>
      (quoted.get(point) ?? 0) < count ? [`${next.stream}@${next.revision} «${point}»`] : []
    )
  })
}

const isSame = (a: unknown, b: unknown): boolean =>
  a !== undefined && canonicalText(a as Json) === canonicalText(b as Json)

/** What the folded state no longer has as it was submitted: first texts, and amendments' first forms. */
const altered = ({ log, written }: Course): ReadonlyArray<string> => {
  const { submissions } = statesOf(log)
  return written.flatMap(({ name, payload }) => {
    if (name !== 'Submit' && name !== 'ProposeAmendment') return []
    const given = payload as {
      readonly ref: string
      readonly texts?: ReadonlyArray<{
        readonly language: string
        readonly title: string
        readonly blocks: unknown
      }>
      readonly operations?: unknown
    }
    const stream = submissions[given.ref.split('-')[0] ?? '']
    if (name === 'Submit')
      return (given.texts ?? []).flatMap(({ language, title, blocks }) => {
        const first = stream?.submission.texts[language as never]?.[0]?.text
        const words = first?.blocks.map(({ id: _, ...block }) => block)
        return first?.title === title && isSame(words, blocks) ? [] : [given.ref]
      })
    const amendment = stream === undefined ? undefined : findAmendment(stream.amendments, given.ref as never)
    return isSame(amendment?.forms[0]?.operations, given.operations) ? [] : [given.ref]
  })
}

describe('Through any course of submissions, amendments, settlements, merges, splits and what is undone of them', () => {
  it('no character of the submitted wording is ever lost from the record', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(anyPlan(24), plan => {
        const course = courseOf(plan)
        const events = eventsIn(course.log.records)
        for (const { type } of events) seen.set(type, (seen.get(type) ?? 0) + 1)
        expect(missingFrom(events, course.written)).toEqual([])
        expect(altered(course)).toEqual([])
        expect(unquoted(events)).toEqual([])
      }),
      { ...runs(100), endOnFailure: true }
    )
    const reached = [
      'AmendmentAdopted',
      'AmendmentRebased',
      'AmendmentWithdrawn',
      'CollisionResolved',
      'AmendmentBecameMoot'
    ]
    const undone = [
      'SubmissionsMerged',
      'MergeUndone',
      'SubmissionSplit',
      'DecisionAnnulled',
      'SubmissionWithdrawn'
    ]
    for (const type of [...reached, ...undone])
      expect([type, (seen.get(type) ?? 0) > 0]).toEqual([type, true])
  })

  it('would be seen to be lost, were an amendment, a text or quoted words not in the record', () => {
    const courses = fc.sample(anyPlan(24), { numRuns: 30, seed: 7 }).map(courseOf)
    const lacking = (course: Course, type: string) =>
      missingFrom(
        eventsIn(course.log.records).filter(event => event.type !== type),
        course.written
      )
    const unquoting = (event: Stored): Stored =>
      'operations' in event.data
        ? { ...event, data: { ...event.data, operations: [{ op: 'retitle', old: '', new: '' }] } }
        : event
    const found = courses.map(course => [
      lacking(course, 'AmendmentProposed').length,
      lacking(course, 'TextRevised').length,
      unquoted(eventsIn(course.log.records).map(unquoting)).length
    ])
    for (const kind of [0, 1, 2])
      expect(found.filter(counts => (counts[kind] ?? 0) > 0).length).toBeGreaterThan(10)
  })
})
