/** The minutes of a meeting: their words, corrections and remarks, approval and seal, and where they contradict the record. */
import { contradictions } from '../meeting/minutes/contradictions'
import { type Contradiction } from '../meeting/events'
import { type MeetingState, type MinutesCorrection, type MinutesState } from '../meeting/state'
import { present, timesOf } from './entry'
import { meetingHead } from './meeting-head'
import { defineView } from './view'

/** Persons stand in the words as tokens: names are put in where they are shown, from the directory (rule 20). */
export const minutesView = defineView({
  name: 'minutes',
  purpose: 'the minutes of a meeting, with corrections, approval, seal and contradictions to the record',
  needs: 'ref',
  about: { kind: 'required', letters: 'M' },
  dated: false,
  show: ({ states, asked }) => {
    const meeting = states.meetings[asked.ref ?? '']
    if (meeting === undefined) return undefined
    const { minutes } = meeting
    return {
      ...meetingHead(meeting),
      standing: standingOf(minutes),
      ...(minutes === undefined ? {} : minutesOf(minutes, meeting))
    }
  }
})

/** How far minutes have come (domain.md §1). */
export type MinutesStanding = 'none' | 'drafted' | 'circulated' | 'approved' | 'sealed'

export const standingOf = (minutes: MinutesState | undefined): MinutesStanding => {
  if (minutes === undefined) return 'none'
  if (minutes.sealed !== undefined) return 'sealed'
  if (minutes.approved !== undefined) return 'approved'
  return minutes.circulated.length > 0 ? 'circulated' : 'drafted'
}

const minutesOf = (minutes: MinutesState, meeting: MeetingState) => ({
  minutes: minutes.ref,
  text: minutes.current.text,
  textHash: minutes.current.textHash,
  claims: minutes.current.claims,
  wordings: minutes.texts.map(wording => ({ ...timesOf(wording), textHash: wording.textHash })),
  circulated: minutes.circulated.map(sent => ({ ...timesOf(sent), textHash: sent.textHash })),
  corrections: minutes.corrections.map(correctionRow),
  remarks: remarksOf(minutes),
  ...approvalOf(minutes),
  ...sealOf(minutes),
  contradictions: contradictionRows(minutes, meeting)
})

const correctionRow = (correction: MinutesCorrection) => ({
  ...timesOf(correction),
  number: correction.number,
  association: correction.association,
  wording: correction.wording,
  ...(correction.settled === undefined
    ? {}
    : {
        settled: {
          ...timesOf(correction.settled),
          outcome: correction.settled.outcome,
          ...present('reason', correction.settled.reason)
        }
      })
})

/** A refused correction is printed as that association's remark (rule 15). */
const remarksOf = ({ corrections }: MinutesState) =>
  corrections
    .filter(({ settled }) => settled?.outcome === 'refused')
    .map(({ number, association, wording }) => ({ number, association, wording }))

const approvalOf = ({ approved }: MinutesState) =>
  approved === undefined
    ? {}
    : {
        approved: {
          ...timesOf(approved),
          textHash: approved.textHash,
          how: approved.how,
          ...present('decision', approved.decision)
        }
      }

const sealOf = ({ sealed }: MinutesState) =>
  sealed === undefined ? {} : { sealed: { ...timesOf(sealed), textHash: sealed.textHash } }

/** Each with its explanation, where the seal gives one (rule 15). */
const contradictionRows = ({ current, sealed }: MinutesState, meeting: MeetingState) => {
  const explained = new Map(
    (sealed?.explanations ?? []).map(({ contradiction, explanation }) => [keyOf(contradiction), explanation])
  )
  return contradictions(current.claims, meeting).map(found => ({
    ...found,
    ...present('explanation', explained.get(keyOf(found)))
  }))
}

const keyOf = ({ kind, about }: Contradiction): string => `${kind} ${about}`
