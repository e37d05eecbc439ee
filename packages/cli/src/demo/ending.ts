/** What the demonstration ends with: the platform in Arabic, the fate of every submission, and what to try next. */
import { type Language } from '@ardiya/core/kernel/primitives'
import { documentWords } from '@ardiya/core/platform/words'
import { type registerView } from '@ardiya/core/views/register'
import { views } from '@ardiya/core/views/registry'
import { type ResultOf, type View } from '@ardiya/core/views/view'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type ExitCode, exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { type Invocation } from '../invocation'
import { type Stores } from '../store/opened'
import { isolate } from '../terminal/isolate'
import { rows } from '../terminal/rows'
import { type Shown, tellShown } from '../view/tell'
import { showingOf } from '../view/showing'
import { viewed } from '../view/viewed'

export const tellEnding = (stores: Stores, invocation: Invocation): TE.TaskEither<CliFailure, ExitCode> =>
  pipe(
    resultOf(stores, invocation, 'platform', 'V1'),
    TE.tap(shown => tellShown(stores, invocation, shown)),
    TE.flatMap(() => resultOf(stores, invocation, 'register', undefined)),
    TE.tapTask(
      ({ data }) =>
        () =>
          // as JSON a result has lost the type that its view gave it
          tellFates(invocation, data as unknown as Register)
    ),
    TE.tapIO(() => () => invocation.screen.say(whatNext(invocation.store))),
    TE.map(() => exitCodes.done)
  )

const resultOf = (
  stores: Stores,
  invocation: Invocation,
  name: string,
  ref: string | undefined
): TE.TaskEither<CliFailure, Shown> => {
  const view: View | undefined = views[name]
  return view === undefined
    ? TE.left({ tag: 'ViewUnknown', asked: name, views: Object.keys(views) })
    : pipe(showingOf(stores, invocation, { view, ref, flags: { language: 'ar' } }), TE.flatMap(viewed))
}

type Register = ResultOf<typeof registerView>

/** One row a submission: where it ended, in Arabic, and in which clause or submission it lives on. */
const tellFates = async ({ screen, json }: Invocation, register: Register): Promise<void> => {
  if (json) return screen.data(`${JSON.stringify({ fates: register.submissions })}\n`)
  const words = documentWords('ar' as Language)
  const fates: Readonly<Record<string, string>> = words.fate
  const apart = isolate(screen.terminal)
  const table = register.submissions.map(({ ref, title, fate, into = [], clauses, reason }) => [
    ref,
    apart(fates[fate] ?? fate),
    [...into, ...clauses].join(words.comma.trim()),
    apart([title['ar'] ?? '', ...(reason === undefined ? [] : [`(${reason})`])].join(' '))
  ])
  await screen.data(`\n${screen.dataColours.bold('مآل المساهمات')}\n\n${rows(table).join('\n')}\n`)
}

const whatNext = (url: string): string => `
The news report names none of the twenty associations, so they are "Local association 01" to "20" here; whatever
begins with «مثال توضيحي» is made up to show the path.

The record is in ${url}. What to try next:
  export ARDIYA_STORE=${url}
  npx ardiya show process                      the coalition, its charter and its stages
  npx ardiya show register --as-of 2025-11-30  what was on the table between the two meetings
  npx ardiya show register --diff 2025-11-30   what became of it since
  npx ardiya audit replay                      decide everything again, byte for byte
  npx ardiya export events | head -n 1         an event, as it is stored
  npx ardiya --help                            all the rest`
