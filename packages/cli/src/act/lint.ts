/** `ardiya lint`: mail addresses and phone numbers in lines for `apply`, before they are recorded (guarantees.md §6). */
import { type PersonalDatum, type PersonalDatumAt, personalDataOf } from '@ardiya/core/intake/personal-data'
import * as E from 'fp-ts/lib/Either'
import { type Task } from 'fp-ts/lib/Task'
import { type ExitCode, exitCodes } from '../failure/exit-code'
import { render } from '../failure/render'
import { sayOn } from '../failure/tell'
import { counted } from '../failure/words'
import { type Invocation, type Verb } from '../invocation'
import { isolate } from '../terminal/isolate'
import { linesOf, untilUnreadable } from './lines'
import { readJson } from './strict-json'

export const lint =
  (file: string): Verb =>
  invocation =>
    untilUnreadable(lintLines(invocation, file))

/** A line that cannot be read is said, and the next is looked at: `apply` will refuse it. */
const lintLines =
  ({ screen, json }: Invocation, file: string): Task<ExitCode> =>
  async () => {
    let lines = 0
    let finds = 0
    let unread = 0
    for await (const { number, bytes } of linesOf(file)) {
      lines += 1
      const line = await readJson(bytes)()
      if (E.isLeft(line)) {
        unread += 1
        const failure = render(line.left)
        sayOn(screen, failure, `line ${number}`)
        if (json) await screen.data(`${JSON.stringify({ line: number, failure })}\n`)
        continue
      }
      for (const datum of personalDataOf(line.right)) {
        finds += 1
        await screen.data(
          json ? `${JSON.stringify(asJson(number, datum))}\n` : `${asWords(number, datum, screen.terminal)}\n`
        )
      }
    }
    screen.say(`ardiya: ${counted(lines, 'line')} looked at, ${finds} found; nothing is recorded`)
    if (unread > 0) return exitCodes.usage
    return finds > 0 ? exitCodes.refused : exitCodes.done
  }

const kinds: { readonly [Kind in PersonalDatum['kind']]: { readonly what: string; readonly hint: string } } =
  {
    mail: { what: 'a mail address', hint: 'Leave it out, or say «by mail, kept in folder 7».' },
    phone: { what: 'a phone number', hint: 'Leave it out, or say «by phone».' }
  }

const asJson = (line: number, { field, kind, found }: PersonalDatumAt) => ({
  line,
  field,
  kind,
  found,
  hint: kinds[kind].hint
})

const asWords = (line: number, { field, kind, found }: PersonalDatumAt, terminal: boolean): string =>
  `line ${line}: ${field}: ${kinds[kind].what}, ${isolate(terminal)(found)}. ${kinds[kind].hint}`
