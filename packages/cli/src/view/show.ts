/** `ardiya show`: a view as it is now, as of the past, or what differs between two times (domain.md §6). */
import { views } from '@ardiya/core/views/registry'
import { type View } from '@ardiya/core/views/view'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { type Verb } from '../invocation'
import { withViews } from '../store/opened'
import { tellShown } from './tell'
import { type ShowFlags, viewed } from './viewed'

export const show =
  (name: string | undefined, ref: string | undefined, flags: ShowFlags): Verb =>
  invocation =>
    pipe(
      TE.fromEither(findView(name)),
      TE.flatMap(view =>
        withViews(stores =>
          pipe(
            viewed(stores, invocation, view, ref, flags),
            TE.tap(shown => tellShown(stores, invocation, shown)),
            TE.map(() => exitCodes.done)
          )
        )(invocation)
      )
    )

const findView = (name = ''): E.Either<CliFailure, View> =>
  E.fromNullable<CliFailure>({ tag: 'ViewUnknown', asked: name, views: Object.keys(views) })(
    Object.hasOwn(views, name) ? views[name] : undefined
  )
