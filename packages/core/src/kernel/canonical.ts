/** The one serialisation: JCS (RFC 8785) in UTF-8. What it gives is stored, hashed and exported as it is. */
import canonicalize from 'canonicalize'
import { type Json } from './primitives'

declare class TextEncoder {
  encode(text: string): Uint8Array
}
declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean; readonly ignoreBOM: boolean })
  decode(bytes: Uint8Array): string
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true })

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes)

/**
 * The JCS text of a value (RFC 8785). Intake has refused what JSON cannot hold (lone surrogates, NaN, numbers beyond 2^53).
 *
 * @example
 * import { canonicalText } from '@ardiya/core'
 *
 * assert.strictEqual(canonicalText({ b: 1, a: 'ماء' }), '{"a":"ماء","b":1}')
 */
export const canonicalText = (value: Json): string => canonicalize(value) ?? 'null'

/** The JCS bytes of a value, in UTF-8: what is stored, hashed and exported. */
export const canonicalBytes = (value: Json): Uint8Array => utf8(canonicalText(value))
