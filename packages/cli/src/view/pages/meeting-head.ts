/** What a meeting is, as every page of it begins. */
import { type MeetingHead } from '@ardiya/core/views/meeting-head'
import { heading, line, type Part } from '../parts'
import { clock, day, dotted, plain, type Say } from '../say'

export const meetingParts = (head: MeetingHead, standing: string, say: Say): ReadonlyArray<Part> => [
  heading(`${head.meeting ?? ''} ${say.name(head.title)}`),
  line(
    dotted(
      head.kind === undefined ? undefined : plain(head.kind),
      head.startsAt === undefined
        ? undefined
        : `${day(head.startsAt)} ${clock(head.startsAt)}–${clock(head.endsAt ?? head.startsAt)}`,
      say.name(head.venue?.name),
      head.secondCallOf === undefined ? undefined : `second call of ${head.secondCallOf}`,
      plain(standing)
    )
  )
]
