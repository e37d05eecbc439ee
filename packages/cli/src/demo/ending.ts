/** What the demonstration ends with: the platform in Arabic, the fate of every submission, and what to try next. */
import { views } from '@ardiya/core/views/registry'
import { type View } from '@ardiya/core/views/view'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type ExitCode, exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { type Invocation } from '../invocation'
import { type Stores } from '../store/opened'
import { tellShown } from '../view/tell'
import { viewed } from '../view/viewed'

export const tellEnding = (stores: Stores, invocation: Invocation): TE.TaskEither<CliFailure, ExitCode> =>
  pipe(
    showOne(stores, invocation, 'platform', 'V1'),
    TE.flatMap(() => showOne(stores, invocation, 'fates', undefined)),
    TE.tapIO(() => () => invocation.screen.say(whatNext(invocation.store))),
    TE.map(() => exitCodes.done)
  )

const showOne = (
  stores: Stores,
  invocation: Invocation,
  name: string,
  ref: string | undefined
): TE.TaskEither<CliFailure, void> => {
  const view: View | undefined = views[name]
  return view === undefined
    ? TE.left({ tag: 'ViewUnknown', asked: name, views: Object.keys(views) })
    : pipe(
        viewed(stores, invocation, view, ref, { language: 'ar' }),
        TE.flatMapTask(shown => () => tellShown(invocation, shown))
      )
}

const whatNext = (url: string): string => `
The record is in ${url}. Try next:
  export ARDIYA_STORE=${url}
  npx ardiya show register                 every submission
  npx ardiya show process --as-of 2025-10-26
  npx ardiya audit replay                  decide everything again, byte for byte
  npx ardiya export events | head -1       what is stored
  npx ardiya --help`
