/** The agenda of a meeting: what was planned, when each item was called, what was said and decided on it. */
import { phaseAt } from '../meeting/sittings'
import { type AgendaEntry, type DecisionEntry, type Discussion, type MeetingState } from '../meeting/state'
import { present, struckThrough, timesOf } from './entry'
import { meetingsOf } from './in-order'
import { meetingHead } from './meeting-head'
import { defineView } from './view'

export const agendaView = defineView({
  name: 'agenda',
  purpose: 'the items of a meeting with their discussions and decisions',
  /** An annulment may stand in the stream of a later meeting. */
  needs: 'refAndTold',
  about: { kind: 'required', letters: 'M' },
  dated: false,
  show: ({ states, asked, at }) => {
    const meeting = states.meetings[asked.ref ?? '']
    const annulments = meetingsOf(states).flatMap(({ state }) => state.annulments)
    return meeting === undefined
      ? undefined
      : {
          ...meetingHead(meeting),
          phase: phaseAt(meeting, { at }),
          invited: meeting.invitations.map(({ association }) => association),
          moved: (meeting.schedule?.moved ?? []).map(move => ({
            ...timesOf(move),
            from: move.from,
            reason: move.reason
          })),
          items: meeting.agenda.map(item => itemRow(item, meeting, annulments)),
          /** Decisions that were put outside any item. */
          decisions: meeting.decisions.filter(({ item }) => item === undefined).map(decisionRow(annulments))
        }
  }
})

const itemRow = (
  { ref, title, minutes, opened, dropped }: AgendaEntry,
  meeting: MeetingState,
  annulments: Annulments
) => ({
  item: ref,
  title,
  minutes,
  ...present('dropped', dropped),
  opened: opened.map(timesOf),
  discussions: meeting.discussions.filter(({ item }) => item === ref).map(discussionRow),
  decisions: meeting.decisions.filter(({ item }) => item === ref).map(decisionRow(annulments))
})

const discussionRow = (discussion: Discussion) => ({
  ...timesOf(discussion),
  summary: discussion.summary,
  speakers: discussion.speakers,
  submissions: discussion.submissions,
  references: discussion.references,
  ...struckThrough(discussion)
})

type Annulments = MeetingState['annulments']

/** A decision with its count as last corrected, and as it was declared where that is another. */
const decisionRow = (annulments: Annulments) => (entry: DecisionEntry) => ({
  ...timesOf(entry),
  decision: entry.ref,
  subject: entry.subject,
  motion: entry.motion,
  outcome: entry.outcome,
  method: entry.methodNow,
  ...(entry.corrections.length === 0 ? {} : { declared: entry.method }),
  present: entry.present.length + entry.proxies.length,
  needed: entry.quorumNeeded,
  eligible: entry.eligible.length,
  charter: entry.charter,
  ...present('reason', entry.reason),
  corrections: entry.corrections.map(correction => ({
    ...timesOf(correction),
    method: correction.method,
    reason: correction.reason
  })),
  ...annulledBy(annulments.find(({ decision }) => decision === entry.ref))
})

const annulledBy = (annulment: Annulments[number] | undefined) =>
  annulment === undefined
    ? {}
    : {
        annulled: {
          ...timesOf(annulment),
          reason: annulment.reason,
          ...present('by', annulment.by)
        }
      }
