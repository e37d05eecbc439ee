/** The options of `ardiya show` as they are typed: digits may be Arabic (domain.md §2), and none is passed over in silence. */
import { latinDigits } from '@ardiya/core/intake/conform'
import { type View } from '@ardiya/core/views/view'
import * as E from 'fp-ts/lib/Either'
import { type CliFailure } from '../failure/failure'

export interface ShowFlags {
  readonly asOf?: string
  readonly diff?: ReadonlyArray<string>
  readonly at?: string
  readonly today?: string
  readonly language?: string
  readonly theme?: string
  readonly level?: string
}

/** What was typed, with Latin digits. */
export const inLatinDigits = (flags: ShowFlags): ShowFlags => {
  const { diff, ...words } = flags
  return {
    ...Object.fromEntries(Object.entries(words).map(([name, said]) => [name, latinDigits(said)])),
    ...(diff === undefined ? {} : { diff: diff.map(latinDigits) })
  }
}

/** Refuses options that do not go together, or that the view has no use for. */
export const flagsFit = (view: View, { asOf, diff, theme, level }: ShowFlags): E.Either<CliFailure, void> => {
  if (diff !== undefined && asOf !== undefined)
    return notUnderstood(
      '--as-of',
      asOf,
      '--as-of or --diff, not both: --diff names its own times, like --diff 5 12'
    )
  if (diff !== undefined && diff.length > 2)
    return notUnderstood(
      '--diff',
      diff.join(' '),
      'one time, to compare with now, or two, like --diff 120 240'
    )
  if (theme !== undefined && !isNarrowed(view)) return notUnderstood('--theme', theme, narrowedOnly)
  if (level !== undefined && !isNarrowed(view)) return notUnderstood('--level', level, narrowedOnly)
  return E.right(undefined)
}

/** Of the platform alone there is an edition for one theme or level. */
const isNarrowed = ({ name }: View): boolean => name === 'platform'

const narrowedOnly = 'it of platform: the other views are not shown by theme or level'

export const notUnderstood = <A>(option: string, value: string, expected: string): E.Either<CliFailure, A> =>
  E.left({ tag: 'OptionNotUnderstood', option, value, expected })
