/** The agenda of a meeting: what was planned, when each item was called, what was said and decided on it. */
import { phaseAt } from '../meeting/sittings'
import { type AgendaEntry, type DecisionEntry, type Discussion, type MeetingState } from '../meeting/state'
import { present, struckThrough, timesOf } from './entry'
import { meetingHead } from './meeting-head'
import { defineView } from './view'

export const agendaView = defineView({
  name: 'agenda',
  purpose: 'the items of a meeting with their discussions and decisions',
  needs: 'ref',
  about: { kind: 'required', letters: 'M' },
  dated: false,
  show: ({ states, asked, at }) => {
    const meeting = states.meetings[asked.ref ?? '']
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
          items: meeting.agenda.map(item => itemRow(item, meeting)),
          /** Decisions that were put outside any item. */
          decisions: meeting.decisions.filter(({ item }) => item === undefined).map(decisionRow)
        }
  }
})

const itemRow = ({ ref, title, minutes, opened, dropped }: AgendaEntry, meeting: MeetingState) => ({
  item: ref,
  title,
  minutes,
  ...present('dropped', dropped),
  opened: opened.map(timesOf),
  discussions: meeting.discussions.filter(({ item }) => item === ref).map(discussionRow),
  decisions: meeting.decisions.filter(({ item }) => item === ref).map(decisionRow)
})

const discussionRow = (discussion: Discussion) => ({
  ...timesOf(discussion),
  summary: discussion.summary,
  speakers: discussion.speakers,
  submissions: discussion.submissions,
  references: discussion.references,
  ...struckThrough(discussion)
})

/** A decision with its count as last corrected. */
export const decisionRow = (entry: DecisionEntry) => ({
  ...timesOf(entry),
  decision: entry.ref,
  subject: entry.subject,
  motion: entry.motion,
  outcome: entry.outcome,
  method: entry.methodNow,
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
  ...(entry.annulled === undefined
    ? {}
    : {
        annulled: {
          ...timesOf(entry.annulled),
          reason: entry.annulled.reason,
          ...present('by', entry.annulled.by)
        }
      })
})
