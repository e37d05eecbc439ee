/** Person references and salts: by chance, or from the command's id where a demonstration must come out the same. */
import { createHash, randomBytes } from 'node:crypto'
import { type Capabilities } from '@ardiya/core/intake/capabilities'
import { type CommandId, type PersonRef } from '@ardiya/core/kernel/primitives'

type NewPerson = Capabilities['newPerson']

/** 128 bits of reference and 32 bytes of salt from the machine's source of chance. */
export const randomPerson: NewPerson = () => () => ({
  person: personRef(randomBytes(16)),
  salt: randomBytes(32).toString('hex')
})

/** The same command gives the same person and salt: only for a demonstration, whose persons are made up. */
export const personOfCommand: NewPerson = command => () => ({
  person: personRef(digest('person', command).subarray(0, 16)),
  salt: digest('salt', command).toString('hex')
})

const digest = (what: 'person' | 'salt', command: CommandId): Buffer =>
  createHash('sha256').update(`ardiya demonstration ${what} ${command}`).digest()

const personRef = (bits: Uint8Array): PersonRef => `p_${base32(bits)}` as PersonRef

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** RFC 4648 base32 in lower case without padding. */
const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => alphabet.charAt(parseInt(five.padEnd(5, '0'), 2))).join('')
}
