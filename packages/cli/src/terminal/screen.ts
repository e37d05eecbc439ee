/** Where a command speaks: data on stdout, everything else on stderr. */
import { type Writable } from 'node:stream'
import pc from 'picocolors'

export interface Screen {
  /** Writes data as it is and waits while the reader is slower. */
  readonly data: (data: string | Uint8Array) => Promise<void>
  /** A line for the person at the keyboard. */
  readonly say: (line: string) => void
  /** A line that is written over by the next; only on a terminal. */
  readonly progress: (line: string) => void
  /** For what is said on stderr. */
  readonly colours: Colours
  /** For data on stdout: none where it goes into a file or a pipe. */
  readonly dataColours: Colours
  /** Whether stdout is a terminal: isolates around mixed runs, tables as wide as it. */
  readonly terminal: boolean
  /** How many columns data has; no end to them in a file or a pipe, unless COLUMNS says how many. */
  readonly width: number
}

export type Colours = ReturnType<typeof pc.createColors>

interface Streams {
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  readonly env: Readonly<Record<string, string | undefined>>
}

const wipe = '\r\u001b[2K'

/** The screen over a pair of streams. Colour only on a terminal, and not with NO_COLOR. */
export const screenOn = ({ stdout, stderr, env }: Streams): Screen => {
  let unfinished = false
  const finish = (): string => {
    const before = unfinished ? wipe : ''
    unfinished = false
    return before
  }
  return {
    data: async data => {
      if (unfinished) stderr.write(finish())
      await written(stdout, data)
    },
    say: line => void stderr.write(`${finish()}${line}\n`),
    progress: line => {
      if (stderr.isTTY !== true) return
      unfinished = true
      stderr.write(`${wipe}${line}`)
    },
    colours: pc.createColors(isColourful(stderr, env)),
    dataColours: pc.createColors(isColourful(stdout, env)),
    terminal: stdout.isTTY === true,
    width: widthOf(stdout, env)
  }
}

const usual = 80
const narrowest = 40

const widthOf = (stdout: Streams['stdout'], env: Streams['env']): number => {
  const wanted = Number(env['COLUMNS'])
  if (Number.isInteger(wanted) && wanted > 0) return Math.max(narrowest, wanted)
  return stdout.isTTY === true ? Math.max(narrowest, stdout.columns ?? usual) : Number.POSITIVE_INFINITY
}

/** Also where nobody reads any more: what became of the stream is its listener's to judge. */
const written = (stream: Writable, data: string | Uint8Array): Promise<void> =>
  new Promise(resolve => void stream.write(data, () => resolve()))

const isColourful = (stream: { readonly isTTY?: boolean }, env: Streams['env']): boolean =>
  stream.isTTY === true && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb'
