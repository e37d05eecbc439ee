/** What associations say of submissions, by chance: for properties of merges and splits that are undone. */
import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { amendmentsOf, standingOf } from '../src/amendment/queries'
import { currentStands } from '../src/endorsement/stands'
import { fateOf, isAdmitted } from '../src/submission/fate'
import { currentText } from '../src/submission/queries'
import { operationsOn } from '../src/testing/text-arbitraries'
import { type Act, type Log, statesOf, tried } from './path-log'
import { act, endorsed, onText, textOf } from './views-story'

export const streamOf = (log: Log, ref: string) => {
  const stream = statesOf(log).submissions[ref]
  if (stream === undefined) throw new Error(`no ${ref}`)
  return stream
}

/** Something that an association says of a submission; what is refused leaves the log as it is. */
export interface Said {
  readonly what: 'amend' | 'withdraw' | 'settle' | 'endorse' | 'object' | 'reword'
  readonly by: string
  readonly on: string
  readonly seed: number
}

export const said = (...on: ReadonlyArray<string>): fc.Arbitrary<Said> =>
  fc.record({
    what: fc.constantFrom('amend', 'amend', 'amend', 'withdraw', 'settle', 'endorse', 'object', 'reword'),
    by: fc.constantFrom('A2', 'A3', 'A4', 'A5'),
    on: fc.constantFrom(...on),
    seed: fc.nat(1000)
  })

const actOf = ({ what, by, on, seed }: Said, at: string, log: Log): Act | undefined => {
  const { submission, amendments } = streamOf(log, on)
  const [operations = []] = fc.sample(operationsOn(textOf(log, on).text, 2), { numRuns: 1, seed })
  const why = { materiality: 'substantive', why: 'مثال توضيحي: توضيح' }
  const number = amendmentsOf(amendments).length
  switch (what) {
    case 'amend':
      return act('ProposeAmendment', by, at, {
        ref: `${on}-A${number + 1}`,
        ...onText(log, on),
        language: 'ar',
        operations,
        materiality: 'substantive'
      })
    case 'withdraw':
      return act('WithdrawAmendment', by, at, { amendment: `${on}-A${1 + (seed % (number + 1))}` })
    case 'settle': {
      const collision = Object.values(amendments.collisions)[0]
      if (collision === undefined) return undefined
      const between = [collision.collision.first.ref, collision.collision.second.ref]
      return act('ResolveCollision', submission.authors[0]?.association ?? by, at, {
        collision: collision.ref,
        resolution: { take: 'one', of: collision.hash, between, ref: between[seed % 2] },
        reason: 'مثال توضيحي: اتفقوا'
      })
    }
    case 'endorse':
      return endorsed(on, by, at)(log)
    case 'object':
      return act('RaiseObjection', by, at, {
        ...onText(log, on),
        reason: 'مثال توضيحي: الكلفة',
        blocks: ['b1']
      })
    case 'reword':
      return act('ReviseText', submission.authors[0]?.association ?? by, at, {
        ...onText(log, on),
        operations,
        ...why
      })
  }
}

export const spoken = (log: Log, day: string, all: ReadonlyArray<Said>): Log =>
  all.reduce((so, one, index) => {
    const next = actOf(one, `${day}T10:${String(10 + index)}`, so)
    const result = next === undefined ? undefined : tried(so, next)
    return result !== undefined && E.isRight(result) ? result.right : so
  }, log)

/** All that a meeting would find of a submission on the table. */
export const asFound = (log: Log, ref: string) => {
  const { submission, stands, amendments } = streamOf(log, ref)
  return {
    fate: fateOf(submission),
    admitted: isAdmitted(submission),
    text: currentText(submission),
    stands: currentStands({ submission, stands }),
    amendments: amendmentsOf(amendments).map(amendment => [
      amendment.ref,
      standingOf(amendments, amendment),
      amendment.forms
    ])
  }
}

/** Every wording that was ever submitted, as texts and as operations: none may change, and none may go. */
export const wordings = (log: Log): ReadonlyArray<string> =>
  Object.entries(statesOf(log).submissions).flatMap(([ref, stream]) =>
    stream === undefined
      ? []
      : [
          ...Object.values(stream.submission.texts).flatMap(texts =>
            (texts ?? []).map(({ revision, text }) => `${ref} ${revision} ${JSON.stringify(text)}`)
          ),
          ...amendmentsOf(stream.amendments).map(
            ({ ref: amendment, forms: [form] }) => `${amendment} ${JSON.stringify(form)}`
          )
        ]
  )
