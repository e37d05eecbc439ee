/** The agenda of a meeting: what was planned, when each item was called, what was said and decided on it. */
import { type TimelineRow } from '../kernel/kept'
import { phaseAt } from '../meeting/sittings'
import {
  type AgendaEntry,
  type DecisionEntry,
  type Discussion,
  type MeetingState,
  type SittingEntry
} from '../meeting/state'
import { present, struckThrough, timesOf } from './entry'
import { meetingsOf } from './in-order'
import { meetingHead } from './meeting-head'
import { contestedActRows, entryRow } from './contested-rows'
import { type ContestedDecision, contestedDecisionsOf } from './contested-decisions'
import { type Board, defineView } from './view'

export const agendaView = defineView({
  name: 'agenda',
  purpose: 'the items of a meeting with their discussions and decisions',
  /** What speaks against a decision, and what settles it, may stand anywhere. */
  needs: 'timeline',
  about: { kind: 'required', letters: 'M' },
  dated: false,
  show: board => {
    const { states, asked, at } = board
    const meeting = states.meetings[asked.ref ?? '']
    const said = saidOf(board)
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
          /** Opened, handed over, adjourned, resumed, closed or cancelled; by whom and why, where it was said. */
          sittings: meeting.sittings.map(sittingRow),
          items: meeting.agenda.map(item => itemRow(item, meeting, said)),
          /** Decisions that were put outside any item. */
          decisions: meeting.decisions.filter(({ item }) => item === undefined).map(decisionRow(said))
        }
  }
})

const sittingRow = ({ version: _, ...entry }: SittingEntry) => entry

const itemRow = (
  { ref, title, minutes, opened, dropped }: AgendaEntry,
  meeting: MeetingState,
  said: Said
) => ({
  item: ref,
  title,
  minutes,
  ...present('dropped', dropped),
  opened: opened.map(timesOf),
  discussions: meeting.discussions.filter(({ item }) => item === ref).map(discussionRow),
  decisions: meeting.decisions.filter(({ item }) => item === ref).map(decisionRow(said))
})

const discussionRow = (discussion: Discussion) => ({
  ...timesOf(discussion),
  summary: discussion.summary,
  speakers: discussion.speakers,
  submissions: discussion.submissions,
  references: discussion.references,
  ...struckThrough(discussion)
})

/** What is known now of the decisions of the meeting that is asked for, and of the acts that they confirm. */
interface Said {
  readonly annulments: Annulments
  readonly contested: (entry: DecisionEntry) => ReturnType<typeof contestedRow>
  readonly act: (event: string) => TimelineRow | undefined
}

const saidOf = (board: Board): Said => {
  const { states, timeline, asked } = board
  const decisions = new Map(contestedDecisionsOf(states, asked.ref).map(one => [one.event, one]))
  const acts = new Map<string, ContestedAct>(contestedActRows(board).map(one => [one.event, one]))
  const rows = new Map<string, TimelineRow>(timeline.map(row => [row.id, row]))
  return {
    annulments: meetingsOf(states).flatMap(({ state }) => state.annulments),
    contested: ({ event }) => contestedRow(decisions.get(event), acts.get(event)),
    act: event => rows.get(event)
  }
}

type ContestedAct = ReturnType<typeof contestedActRows>[number]

/** `against`: that who typed it had no right to; all else is in the refusals that it would meet (rule 2). */
const contestedRow = (decision: ContestedDecision | undefined, act: ContestedAct | undefined) => {
  const settled = decision ?? act
  return settled === undefined
    ? {}
    : {
        contested: {
          wouldFail: decision?.wouldFail ?? [],
          against: act?.against ?? [],
          settlement: settled.settlement,
          ...present('by', settled.by)
        }
      }
}

type Annulments = MeetingState['annulments']

/** A decision with its count as last corrected, and as it was declared where that is another. */
const decisionRow = (said: Said) => (entry: DecisionEntry) => ({
  ...timesOf(entry),
  decision: entry.ref,
  subject: entry.subject,
  motion: entry.motion,
  ...present('confirms', entry.motion === 'confirm' ? actNamed(said.act(entry.subject.ref)) : undefined),
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
  ...annulledBy(said.annulments.find(({ decision }) => decision === entry.ref)),
  ...said.contested(entry)
})

/** The act that a meeting named by the id of its event. */
const actNamed = (row: TimelineRow | undefined) =>
  row === undefined ? undefined : { ...entryRow(row), ...present('command', row.command), actor: row.actor }

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
