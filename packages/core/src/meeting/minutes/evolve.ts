/** From the first draft to the seal (domain.md §1, Minutes). */
import { type Occurred } from '../../kernel/event'
import { datedBy } from '../dated'
import { type MeetingEvent } from '../events'
import { type MinutesCorrection, type MinutesState, type MinutesText } from '../state'

type MinutesEventType =
  | 'MinutesDrafted'
  | 'MinutesCirculated'
  | 'MinutesCorrectionProposed'
  | 'MinutesCorrectionSettled'
  | 'MinutesApproved'
  | 'MinutesSealed'
type MinutesEvent = Extract<Occurred<MeetingEvent>, { readonly type: MinutesEventType }>
type Of<Type extends MinutesEventType> = Extract<MinutesEvent, { readonly type: Type }>

export const evolveMinutes = (
  minutes: MinutesState | undefined,
  event: MinutesEvent
): MinutesState | undefined => {
  if (event.type === 'MinutesDrafted') return drafted(minutes, event)
  return minutes === undefined ? undefined : evolveDrafted(minutes, event)
}

const evolveDrafted = (
  minutes: MinutesState,
  event: Exclude<MinutesEvent, Of<'MinutesDrafted'>>
): MinutesState => {
  const dated = datedBy(event)
  switch (event.type) {
    case 'MinutesCirculated':
      return { ...minutes, circulated: [...minutes.circulated, { ...dated, ...event.data }] }
    case 'MinutesCorrectionProposed':
      return { ...minutes, corrections: [...minutes.corrections, { ...dated, ...event.data }] }
    case 'MinutesCorrectionSettled':
      return settled(minutes, event)
    case 'MinutesApproved':
      return { ...minutes, approved: { ...dated, ...event.data } }
    case 'MinutesSealed':
      return { ...minutes, sealed: { ...dated, ...event.data } }
  }
}

const drafted = (minutes: MinutesState | undefined, event: Of<'MinutesDrafted'>): MinutesState => {
  const { ref, ...current } = event.data
  return {
    ref,
    circulated: [],
    corrections: [],
    ...minutes,
    texts: [...(minutes?.texts ?? []), { ...datedBy(event), ...current }],
    current
  }
}

const settled = (minutes: MinutesState, event: Of<'MinutesCorrectionSettled'>): MinutesState => {
  const { text, textHash, claims, number, outcome, reason } = event.data
  const current: MinutesText = { text, textHash, claims }
  const dated = datedBy(event)
  const settle = (correction: MinutesCorrection): MinutesCorrection =>
    correction.number === number
      ? { ...correction, settled: { ...dated, outcome, ...(reason === undefined ? {} : { reason }) } }
      : correction
  return {
    ...minutes,
    texts: [...minutes.texts, { ...dated, ...current }],
    current,
    corrections: minutes.corrections.map(settle)
  }
}
