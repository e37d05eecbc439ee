/** All that people do with texts in refinement, by chance: for properties over whole courses. */
import * as fc from 'fast-check'
import { amendmentsOf, currentForm, openAmendments, openCollisions } from '../src/amendment/queries'
import { type CollisionState } from '../src/amendment/state'
import { type SubmissionStream } from '../src/path/states'
import { revisionOf } from '../src/submission/queries'
import { operationsOn } from '../src/testing/text-arbitraries'
import { type Operation } from '../src/text/operation'
import { type Text } from '../src/text/text'
import { type Act, type Log, statesOf } from './path-log'
import { act, decided, onText, textOf } from './views-story'

const why = 'مثال توضيحي: سبب'

/** What a turn is about: a submission on the table, and who does it when. */
export interface About {
  readonly log: Log
  readonly seed: number
  readonly at: string
  readonly ref: string
  readonly stream: SubmissionStream
  readonly author: string
}

export type Acting = (about: About) => ReadonlyArray<Act | ((log: Log) => Act)>

/** One of them, by a number; none of none. */
export const one = <A>(all: ReadonlyArray<A>, seed: number): ReadonlyArray<A> =>
  all.length === 0 ? [] : [all[seed % all.length] as A]

const operationsFor = (text: Text, seed: number): ReadonlyArray<Operation> =>
  fc.sample(operationsOn(text, 3), { numRuns: 1, seed })[0] ?? []

const versionOf = (log: Log, ref: string) => {
  const { revision, textHash } = textOf(log, ref)
  return { revision, textHash }
}

const decisionsIn = (log: Log): number => log.timeline.filter(({ type }) => type === 'DecisionTaken').length

const decides = ({ log, at }: About, subject: object, motion: string, also: object): Act =>
  decided(`M1-Q${decisionsIn(log) + 1}`, at, subject, motion, 5, { reason: why, ...also })

const proposing =
  (language: string): Acting =>
  ({ stream, seed, at, ref }) => {
    const text = stream.submission.texts[language as never]?.at(-1)
    const number = amendmentsOf(stream.amendments).length + 1
    return text === undefined
      ? []
      : [
          act('ProposeAmendment', `A${2 + (seed % 4)}`, at, {
            ref: `${ref}-A${number}`,
            submission: ref,
            revision: text.revision,
            textHash: text.textHash,
            language,
            operations: operationsFor(text.text, seed),
            materiality: 'substantive'
          })
        ]
  }

const wording: Acting = ({ stream, seed, at, ref, log, author }) =>
  one(
    openAmendments(stream.amendments).filter(each => currentForm(each) === undefined),
    seed
  ).map(({ ref: amendment }) =>
    act('WordAmendment', author, at, {
      amendment,
      ...versionOf(log, ref),
      operations: operationsFor(textOf(log, ref).text, seed)
    })
  )

const settling =
  (resolved: (collision: CollisionState, about: About) => object): Acting =>
  about =>
    one(openCollisions(about.stream.amendments), about.seed).map(collision => {
      const { ref, hash, collision: words } = collision
      const between = [words.first.ref, words.second.ref]
      return act('ResolveCollision', about.author, about.at, {
        collision: ref,
        resolution: { of: hash, between, ...resolved(collision, about) },
        reason: why
      })
    })

const third = ({ revision }: CollisionState, { stream, seed }: About) => {
  const text = revisionOf(stream.submission, revision)?.text
  return { take: 'third', operations: text === undefined ? [] : operationsFor(text, seed) }
}

const deciding =
  (motion: string, also: (about: About) => object): Acting =>
  about =>
    one(openAmendments(about.stream.amendments), about.seed).map(({ ref }) =>
      decides(about, { kind: 'amendment', ref, ...versionOf(about.log, about.ref) }, motion, also(about))
    )

const nextSubmission = (log: Log): number => Object.keys(statesOf(log).submissions).length + 1

/** P1 and P2 into one, all their blocks one behind the other. */
const merging: Acting = ({ log, at }) => {
  const merge = `P${nextSubmission(log)}`
  const sources = ['P1', 'P2']
  return [
    act('ProposeMerge', 'A2', at, {
      ref: merge,
      sources: sources.map(ref => ({ ref, ...versionOf(log, ref) })),
      title: why,
      blocks: sources.flatMap(ref =>
        textOf(log, ref).text.blocks.map(({ id, ...block }) => ({ block, from: [`${ref}#${id}`] }))
      )
    }),
    act('GiveMergeConsent', 'A3', at, { merge, sources }),
    act('MergeSubmissions', 'A2', at, { merge, sources })
  ]
}

const splitting: Acting = ({ log, ref, at, author }) => {
  const [first = '', ...others] = textOf(log, ref).text.blocks.map(({ id }) => id as string)
  const next = nextSubmission(log)
  const parts = [first === '' ? [] : [first], others].map((blocks, index) => ({
    ref: `P${next + index}`,
    title: why,
    blocks
  }))
  return [act('SplitSubmission', author, at, { ...onText(log, ref), parts, reason: why })]
}

const undoing =
  (kind: 'merge' | 'split', motion: string): Acting =>
  about => {
    const { turns, merged } = about.stream.submission
    const parts = turns.flatMap(each => (each.turn === 'splitInto' ? each.into.map(({ ref }) => ref) : []))
    const sources = kind === 'split' ? parts : (merged?.sources ?? []).map(({ ref }) => ref)
    return sources.length === 0 ? [] : [decides(about, { kind, ref: about.ref }, motion, { sources })]
  }

const annulling: Acting = about =>
  one(
    Array.from({ length: decisionsIn(about.log) }, (_, index) => `M1-Q${index + 1}`),
    about.seed
  ).map(ref =>
    decides(about, { kind: 'annulment', ref }, 'annul', { affects: [`submission-khemisset.${about.ref}`] })
  )

/** What people may do, each by its name. */
export const doing = {
  amend: proposing('ar'),
  amendTranslation: proposing('fr'),
  word: wording,
  takeOne: settling(({ collision: { first, second } }, { seed }) => ({
    take: 'one',
    ref: seed % 3 === 0 ? first.ref : second.ref
  })),
  takeBoth: settling(({ collision: { first, second } }) => ({
    take: 'both',
    order: [second.ref, first.ref]
  })),
  takeThird: settling(third),
  accept: ({ stream, seed, at, ref, log, author }) =>
    one(openAmendments(stream.amendments), seed).map(({ ref: amendment }) =>
      act('AcceptAmendment', author, at, { amendment, ...versionOf(log, ref) })
    ),
  adopt: deciding('accept', () => ({ materiality: 'substantive' })),
  modify: deciding('accept', ({ log, ref, seed }) => ({
    materiality: 'substantive',
    outcome: 'adoptedAsModified',
    modified: operationsFor(textOf(log, ref).text, seed)
  })),
  decline: deciding('decline', () => ({})),
  withdraw: ({ stream, seed, at }) =>
    one(openAmendments(stream.amendments), seed).map(({ ref, association }) =>
      act('WithdrawAmendment', association, at, { amendment: ref })
    ),
  reword: ({ log, ref, seed, at, author }) => [
    act('ReviseText', author, at, {
      ...onText(log, ref),
      operations: operationsFor(textOf(log, ref).text, seed),
      materiality: 'clarifying',
      why
    })
  ],
  merge: merging,
  undoMerge: undoing('merge', 'undoMerge'),
  split: splitting,
  undoSplit: undoing('split', 'undoSplit'),
  annul: annulling,
  withdrawSubmission: ({ ref, at, author }) => [
    act('WithdrawSubmission', author, at, { submission: ref, reason: why })
  ]
} satisfies { readonly [kind: string]: Acting }
