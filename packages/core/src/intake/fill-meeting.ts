/** What the table of a meeting need not type: the only delegate's vote, and minutes drawn up from the record. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { draftMinutes } from '../meeting/minutes/draft'
import { MinutesNotDrafted } from '../meeting/rejections'
import { type Filled, type Filler, notKnown, type Payload, refuse } from './filler'
import { type Look } from './look'
import { coalitionAt } from '../process/coalition-at'
import { associationOf } from '../process/numbers'
import { type Instant } from '../kernel/primitives'

export const fillMeeting: Filler = (name, payload, { look, at }) => {
  switch (name) {
    case 'RecordArrival':
      return TE.right(arrival(payload))
    case 'DraftMinutes':
      return payload['text'] === undefined || payload['claims'] === undefined
        ? fromRecord(payload, look, at)
        : TE.right(payload)
    case 'SettleMinutesCorrection':
      return asTheyRead(payload, look)
    default:
      return TE.right(payload)
  }
}

const arrival = (payload: Payload): Payload => {
  const delegates = payload['delegates'] as ReadonlyArray<string>
  return {
    ...(delegates.length === 1 ? { voter: delegates[0] } : {}),
    attending: 'inTheRoom',
    ...payload
  }
}

/** The minutes as the record has them; people correct the words, the record stays. */
const fromRecord = (payload: Payload, look: Look, at: Instant): Filled =>
  pipe(
    TE.Do,
    TE.bind('process', () => look.process),
    TE.bind('meeting', () => look.meeting(String(payload['meeting']))),
    TE.flatMap(({ process, meeting }): Filled =>
      process === undefined || meeting === undefined
        ? notKnown('payload.meeting', String(payload['meeting']), 'meeting')
        : TE.right({
            ...draftMinutes(meeting, coalitionAt(process, at), ref => associationOf(process, ref)?.names),
            ...payload
          })
    )
  )

/** A settled correction holds the whole text; what is not given anew stays as it reads. */
const asTheyRead = (payload: Payload, look: Look): Filled =>
  pipe(
    look.meeting(String(payload['meeting'])),
    TE.flatMap((meeting): Filled => {
      const ref = String(payload['meeting'])
      if (meeting === undefined) return notKnown('payload.meeting', ref, 'meeting')
      const current = meeting.minutes?.current
      return current === undefined
        ? refuse(MinutesNotDrafted('payload.meeting', ref, {}))
        : TE.right({
            text: {
              language: current.text.language,
              title: current.text.title,
              blocks: current.text.blocks.map(({ id: _id, ...block }) => block)
            },
            claims: current.claims,
            ...payload
          })
    })
  )
