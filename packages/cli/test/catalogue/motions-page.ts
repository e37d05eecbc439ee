/** The table of `docs/reference/motions.md`, read back from the page that people read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface MotionLine {
  readonly subject: string
  readonly motion: string
  readonly always: ReadonlyArray<string>
  readonly mayFollow: ReadonlyArray<string>
}

const page = join(__dirname, '../../../../docs/reference/motions.md')

const named = (cell = ''): ReadonlyArray<string> =>
  [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => String(name))

export const motionLines = (): ReadonlyArray<MotionLine> =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter(line => /^\| [a-z]/.test(line))
    .map(line => line.split('|').map(cell => cell.trim()))
    .map(([, subject = '', motion = '', , always, mayFollow]) => ({
      subject,
      motion,
      always: named(always),
      mayFollow: named(mayFollow)
    }))
