/** What a new text of a submission does to the stands on it (rule 10). */
import { revisionsOf } from '../submission/queries'
import { type TextRevised } from '../submission/revise-text'
import { type EndorsementEvent } from './events'
import { type Aged, exactText, stillHolds } from './staleness'
import { currentStands } from './stands'
import { type Stood } from './state'

type BecameStale = Extract<EndorsementEvent, { readonly type: 'EndorsementBecameStale' }>['data']

/**
 * The live stands that a new text makes stale, as one event of its append; none where it makes none stale. `stood` is
 * the submission before the text.
 */
export const standsMadeStale = (stood: Stood, revised: TextRevised['data']): BecameStale | undefined => {
  const line = revisionsOf(stood.submission)
  const was = line.at(-1)
  if (was === undefined || revised.language !== stood.submission.authoritative) return undefined
  const next = agedOf(revised)
  const stands = currentStands(stood).flatMap(({ association, status, event, revision, blocks }) =>
    status === 'live' &&
    event !== undefined &&
    revision !== undefined &&
    !stillHolds([...line, next], { revision, blocks }, next)
      ? [{ association, stand: event }]
      : []
  )
  return stands.length === 0 ? undefined : { stands, was: exactText(was), now: exactText(revised) }
}

const agedOf = ({ language, title, blocks, ...rest }: TextRevised['data']): Aged => ({
  ...rest,
  text: { language, title, blocks }
})
