/** The times of a meeting, as people type them: local ones are read in the zone of that meeting. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { Zone } from '../kernel/primitives'
import { type StoreFault } from '../kernel/store-fault'
import { type Context, type Filled, type Filler, type Payload } from './filler'

/** Local times as instants with the offset in force there. */
export const fillMeetingTimes: Filler = (name, payload, context) => {
  switch (name) {
    case 'ScheduleMeeting': {
      const zone = Zone.is(payload['zone']) ? payload['zone'] : context.zone
      return withInstants({ ...payload, zone }, zone, context)
    }
    case 'RescheduleMeeting':
    case 'AdjournMeeting':
      return pipe(
        zoneOfMeeting(payload, context),
        TE.flatMap((zone): Filled => withInstants(payload, zone, context))
      )
    default:
      return TE.right(payload)
  }
}

/** As it was called; the process's zone where there is no such meeting, which is refused later. */
const zoneOfMeeting = (payload: Payload, { look, zone }: Context): TE.TaskEither<StoreFault, Zone> =>
  pipe(
    look.meeting(String(payload['meeting'])),
    TE.map(meeting => meeting?.schedule?.zone ?? zone)
  )

const instantFields = ['startsAt', 'endsAt', 'until'] as const

const withInstants = (payload: Payload, zone: Zone, { instantIn }: Context): Filled => {
  const instant = instantIn(zone)
  const typed = instantFields.flatMap(key => {
    const value = payload[key]
    return typeof value === 'string' ? [[key, instant(value, `payload.${key}`)] as const] : []
  })
  const problems = typed.flatMap(([, made]) => (E.isLeft(made) ? [made.left] : []))
  const made = typed.flatMap(([key, read]) => (E.isRight(read) ? [[key, read.right]] : []))
  return problems.length > 0
    ? TE.left({ tag: 'BadInput', problems })
    : TE.right({ ...payload, ...Object.fromEntries(made) })
}
