/** `ardiya show`: a view as it is now, as of the past, or what differs between two times (domain.md §6). */
import { latinDigits } from '@ardiya/core/intake/conform'
import { views } from '@ardiya/core/views/registry'
import { type View } from '@ardiya/core/views/view'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { type Verb } from '../invocation'
import { withViews } from '../store/opened'
import { flagsFit, inLatinDigits, type ShowFlags } from './flags'
import { showingOf } from './showing'
import { tellShown } from './tell'
import { viewed } from './viewed'

export const show =
  (name: string | undefined, typed: string | undefined, options: ShowFlags): Verb =>
  invocation => {
    const flags = inLatinDigits(options)
    const ref = typed === undefined ? undefined : latinDigits(typed)
    return pipe(
      TE.fromEither(findView(name)),
      TE.tap(view => TE.fromEither(flagsFit(view, flags))),
      TE.flatMap(view =>
        withViews(stores =>
          pipe(
            showingOf(stores, invocation, { view, ref, flags }),
            TE.flatMap(viewed),
            TE.tap(shown => tellShown(stores, invocation, shown)),
            TE.map(() => exitCodes.done)
          )
        )(invocation)
      )
    )
  }

const findView = (name = ''): E.Either<CliFailure, View> =>
  E.fromNullable<CliFailure>({ tag: 'ViewUnknown', asked: name, views: Object.keys(views) })(
    Object.hasOwn(views, name) ? views[name] : undefined
  )
