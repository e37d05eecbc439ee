/**
 * `ardiya demo`: the path of Khemisset from the round table to the answered platform, recorded act by act through the
 * same code as `ardiya apply --clock from-input`, and then shown.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { linesOf } from '../act/lines'
import { doLines, type Session, sessionOn } from '../act/session'
import { untilUnreadable } from '../act/lines'
import { type ExitCode, exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { render } from '../failure/render'
import { sayOn } from '../failure/tell'
import { type Invocation, type Verb } from '../invocation'
import { packageFolder } from '../package-folder'
import { closeAll, makeStores, type Stores } from '../store/opened'
import { freshPlace } from './fresh-place'
import { tellEnding } from './ending'

/** The lines of the story leave the process out; it is this one. */
const slug = 'khemisset'

const story = join(packageFolder, 'demo', 'khemisset.jsonl')

export const demo =
  (folder: string): Verb =>
  invocation =>
    pipe(
      freshPlace(folder, invocation.screen),
      TE.flatMap(({ place, url }) =>
        TE.bracket<CliFailure, Stores, ExitCode>(
          makeStores(place),
          stores => playAndShow(stores, { ...invocation, process: slug, store: url }),
          closeAll
        )
      )
    )

const playAndShow = (stores: Stores, invocation: Invocation): TE.TaskEither<CliFailure, ExitCode> =>
  pipe(
    sessionOn(stores, invocation, 'fromInput'),
    TE.flatMap(session => untilUnreadable(() => play(session, invocation))),
    TE.flatMap(code =>
      code === exitCodes.done ? tellEnding(stores, invocation) : TE.right<CliFailure, ExitCode>(code)
    )
  )

/** Records the story; a line that is refused ends it. */
const play = async (session: Session, { screen, interruption }: Invocation): Promise<ExitCode> => {
  const count = readFileSync(story, 'utf8').trimEnd().split('\n').length
  const began = process.hrtime.bigint()
  const until = interruption()
  let acts = 0
  let events = 0
  for await (const { number, result } of doLines(session, linesOf(story, until))) {
    if (E.isLeft(result)) {
      const failure = render(result.left)
      sayOn(screen, failure, `line ${number} of the story`)
      return failure.exit
    }
    acts += 1
    events += result.right.events.length
    screen.progress(`act ${number} of ${count}: ${result.right.name}`)
  }
  if (until.aborted) return exitCodes.interrupted
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  screen.say(
    `ardiya: ${acts} acts recorded as ${events} events, each on the disk, in ${seconds.toFixed(1)} s`
  )
  return exitCodes.done
}
