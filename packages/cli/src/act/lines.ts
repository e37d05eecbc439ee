/** The lines of a file or of stdin as bytes, streaming: one line is in memory at a time. */
import { createReadStream } from 'node:fs'
import { addAbortSignal } from 'node:stream'
import * as E from 'fp-ts/lib/Either'
import type * as TE from 'fp-ts/lib/TaskEither'
import { type LineFault, type UsageFault } from '../failure/failure'
import { fileProblem } from '../machine/file-problem'

/** A line that may be longer than this is not read: one append is at most 1 MiB. */
const longestLine = 16 * 1024 * 1024

export interface Line {
  /** From 1, empty lines counted. */
  readonly number: number
  readonly bytes: Uint8Array
}

/** Ends the reading of a file: raised inside the stream, caught by `untilUnreadable`. */
export class UnreadableInput extends Error {
  constructor(readonly failure: UsageFault | LineFault) {
    super(failure.tag)
  }
}

/** What reads lines, ended by a file that cannot be read on. */
export const untilUnreadable =
  <A>(reading: () => Promise<A>): TE.TaskEither<UsageFault | LineFault, A> =>
  async () => {
    try {
      return E.right(await reading())
    } catch (error) {
      if (error instanceof UnreadableInput) return E.left(error.failure)
      throw error
    }
  }

/** `-` is stdin. Lines end with LF or CR LF; empty ones are passed over. No line comes after `until` is aborted. */
export async function* linesOf(file: string, until?: AbortSignal): AsyncGenerator<Line> {
  let number = 0
  let rest: Buffer[] = []
  for await (const chunk of chunksOf(file, until)) {
    const { complete, open } = cut([...rest, chunk], number)
    for (const bytes of complete) {
      if (until?.aborted === true) return
      number += 1
      if (!isBlank(bytes)) yield { number, bytes: number === 1 ? withoutMark(bytes) : bytes }
    }
    rest = open
  }
  const last = Buffer.concat(rest)
  if (until?.aborted !== true && !isBlank(last))
    yield { number: number + 1, bytes: number === 0 ? withoutMark(last) : last }
}

async function* chunksOf(file: string, until?: AbortSignal): AsyncGenerator<Buffer> {
  const source = file === '-' ? process.stdin : createReadStream(file)
  if (until !== undefined) addAbortSignal(until, source)
  try {
    for await (const chunk of source) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
  } catch (error) {
    if (until?.aborted === true) return
    throw new UnreadableInput({ tag: 'FileUnreadable', file, detail: fileProblem(error) })
  }
}

/** Parts of which only the last may hold line ends: the complete lines, and what is open. */
const cut = (
  parts: ReadonlyArray<Buffer>,
  before: number
): { readonly complete: ReadonlyArray<Buffer>; readonly open: Buffer[] } => {
  const last = parts[parts.length - 1] ?? Buffer.alloc(0)
  if (!last.includes(lineFeed)) {
    if (parts.reduce((sum, part) => sum + part.length, 0) > longestLine)
      throw new UnreadableInput({ tag: 'LineTooLong', line: before + 1, limit: longestLine })
    return { complete: [], open: [...parts] }
  }
  const all = Buffer.concat(parts)
  const complete: Buffer[] = []
  let from = 0
  for (let at = all.indexOf(lineFeed); at !== -1; at = all.indexOf(lineFeed, from)) {
    complete.push(all.subarray(from, at))
    from = at + 1
  }
  return { complete, open: from < all.length ? [all.subarray(from)] : [] }
}

const lineFeed = 0x0a

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every(byte => byte === 0x20 || byte === 0x09 || byte === 0x0d)

/** Some editors put a byte order mark before the first line. */
const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
