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
      TE.tap(() => TE.fromEither(timesFit(flags))),
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

/** No time that was asked for is passed over in silence. */
const timesFit = ({ asOf, diff }: ShowFlags): E.Either<CliFailure, void> => {
  if (diff !== undefined && asOf !== undefined)
    return E.left({
      tag: 'OptionNotUnderstood',
      option: '--as-of',
      value: asOf,
      expected: '--as-of or --diff, not both: --diff names its own times, like --diff 5 12'
    })
  return diff === undefined || diff.length <= 2
    ? E.right(undefined)
    : E.left({
        tag: 'OptionNotUnderstood',
        option: '--diff',
        value: diff.join(' '),
        expected: 'one time, to compare with now, or two, like --diff 120 240'
      })
}
