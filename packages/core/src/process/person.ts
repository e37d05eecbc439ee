/** What the log holds of a person's details: a commitment that gives nothing away (docs/spec/persons.md). */
import { canonicalBytes } from '../kernel/canonical'
import { type PersonDetails } from '../kernel/directory'
import { sha256 } from '../kernel/hash'
import { type Hash } from '../kernel/primitives'

const saltShape = /^[0-9a-f]{64}$/

/** The bytes that are committed to: the JCS bytes of the details as the directory holds them. */
export const canonicalDetails = (details: PersonDetails): Uint8Array => canonicalBytes(details)

/**
 * SHA-256 of 32 bytes of salt and the canonical details (guarantees.md §6). The salt is 64 lower-case hexadecimal
 * digits, made by intake for this one version of the details and kept beside them in the directory.
 */
export const commitment = (salt: string, details: PersonDetails): Hash =>
  sha256(Uint8Array.from([...saltBytes(salt), ...canonicalDetails(details)]))

const saltBytes = (salt: string): ReadonlyArray<number> =>
  Array.from({ length: salt.length / 2 }, (_, index) =>
    Number.parseInt(salt.slice(2 * index, 2 * index + 2), 16)
  )

/** Whether shown details and salt are those that the log committed to: what an auditor checks. */
export const opensCommitment = (committed: Hash, salt: string, details: PersonDetails): boolean =>
  saltShape.test(salt) && commitment(salt, details) === committed
