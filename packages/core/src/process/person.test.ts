import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { fromUtf8 } from '../kernel/canonical'
import { PersonDetails } from '../kernel/directory'
import { Hash } from '../kernel/primitives'
import { canonicalDetails, commitment, opensCommitment } from './person'

const vector = JSON.parse(
  readFileSync(join(__dirname, '../../../../docs/spec/vectors/person-commitment.json'), 'utf8')
) as {
  readonly salt: string
  readonly details: unknown
  readonly canonical: string
  readonly commitment: string
}
const details = PersonDetails.is(vector.details) ? vector.details : ({ name: '' } as PersonDetails)

const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes).toString('hex'))
const anyDetails = fc.record({
  name: fc.string({ minLength: 1 }),
  phone: fc.string({ minLength: 1 })
}) as fc.Arbitrary<PersonDetails>

describe('the commitment to the details of a person (docs/spec/persons.md)', () => {
  it('is that of the test vector', () => {
    expect(fromUtf8(canonicalDetails(details))).toBe(vector.canonical)
    expect(commitment(vector.salt, details)).toBe(vector.commitment)
  })

  it('does not depend on the order of the fields', () => {
    fc.assert(
      fc.property(hex, anyDetails, (salt, some) => {
        const turned = Object.fromEntries(Object.entries(some).reverse()) as PersonDetails
        expect(commitment(salt, turned)).toBe(commitment(salt, some))
      })
    )
  })

  it('opens with its own salt and details, and with no other', () => {
    fc.assert(
      fc.property(hex, hex, anyDetails, (salt, other, some) => {
        fc.pre(salt !== other)
        const committed = commitment(salt, some)
        expect(Hash.is(committed)).toBe(true)
        expect(opensCommitment(committed, salt, some)).toBe(true)
        expect(opensCommitment(committed, other, some)).toBe(false)
        expect(
          opensCommitment(committed, salt, { ...some, name: `${some.name}.` as PersonDetails['name'] })
        ).toBe(false)
      })
    )
  })

  it('does not open with what is not a salt', () => {
    expect(opensCommitment(commitment('', details), '', details)).toBe(false)
  })
})
