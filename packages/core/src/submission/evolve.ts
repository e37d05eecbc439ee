/** How a submission changes with what happened. Total: every event of its stream is told, none is judged. */
import { type Occurred } from '../kernel/event'
import { type AssociationRef } from '../kernel/envelope'
import { type RetractionEvent } from '../process/events'
import { entryOf, struckThrough } from './entry'
import { type SubmissionEvent } from './events'
import {
  type Author,
  type Classification,
  type Entry,
  type MergeAnswer,
  type Revision,
  type SubmissionState,
  type Turn
} from './state'

type Happened<Type extends SubmissionEvent['type']> = Occurred<
  Extract<SubmissionEvent, { readonly type: Type }>
>

export const evolveSubmission = (
  state: SubmissionState,
  event: Occurred<SubmissionEvent | RetractionEvent>
): SubmissionState => {
  const entry = entryOf(event)
  switch (event.type) {
    case 'SubmissionReceived':
      return received(state, event, entry)
    case 'TextRevised':
      return revised(state, event, entry)
    case 'SubmissionAdmitted':
      return turned(state, { ...entry, turn: 'admitted' })
    case 'SubmissionReturned':
      return turned(state, { ...entry, turn: 'returned', ...event.data })
    case 'CoAuthorJoined':
      return { ...state, authors: [...state.authors, author(entry, 'joined')(event.data.association)] }
    case 'SubmissionWithdrawn':
      return turned(state, { ...entry, turn: 'withdrawn', ...event.data })
    case 'SubmissionAccepted':
      return turned(state, { ...entry, turn: 'accepted', ...event.data })
    case 'SubmissionDeclined':
      return turned(state, { ...entry, turn: 'declined', ...event.data })
    case 'SubmissionDeferred':
      return turned(state, { ...entry, turn: 'deferred', ...event.data })
    case 'MergeProposed':
      return mergeProposed(state, event, entry)
    case 'MergeConsentGiven':
      return answered(state, { ...entry, answer: 'given', ...event.data })
    case 'MergeConsentRefused':
      return answered(state, { ...entry, answer: 'refused', ...event.data })
    case 'MergeProposalDropped':
      return state.mergeProposal === undefined
        ? state
        : { ...state, mergeProposal: { ...state.mergeProposal, dropped: { ...entry, ...event.data } } }
    case 'SubmissionsMerged':
      return merged(state, event, entry)
    case 'SubmissionMergedInto':
      return turned(state, { ...entry, turn: 'mergedInto', ...event.data })
    case 'MergeUndone':
      return turned(state, { ...entry, turn: 'mergeUndone', ...event.data })
    case 'SubmissionSplit':
      return {
        ...turned(state, { ...entry, turn: 'splitInto', ...event.data }),
        splitInto: { ...entry, ...event.data }
      }
    case 'SplitFrom':
      return splitFrom(state, event, entry)
    case 'SubmissionReopened':
      return turned(withoutSplit(state), { ...entry, turn: 'reopened', ...event.data })
    case 'CriterionRated':
      return { ...state, ratings: [...state.ratings, { ...entry, ...event.data }] }
    case 'IndicatorDefined':
      return { ...state, indicators: [...state.indicators, { ...entry, ...event.data, readings: [] }] }
    case 'IndicatorRecorded':
      return recorded(state, event, entry)
    case 'EntryRetracted':
      return retracted(state, event)
  }
}

const received = (
  state: SubmissionState,
  { data }: Happened<'SubmissionReceived'>,
  entry: Entry
): SubmissionState => ({
  ...state,
  ref: data.ref,
  kind: data.kind,
  received: { ...entry, ...data },
  classification: classificationOf(data),
  authors: [author(entry, 'submitter')(data.association), ...data.coAuthors.map(author(entry, 'coAuthor'))]
})

const author =
  (entry: Entry, as: Author['as']) =>
  (association: AssociationRef): Author => ({ ...entry, association, as })

const classificationOf = ({ themes, areas, levels, references }: Classification): Classification => ({
  themes,
  areas,
  levels,
  references
})

const revised = (
  state: SubmissionState,
  { data }: Happened<'TextRevised'>,
  entry: Entry
): SubmissionState => {
  const { title, blocks, language, ...rest } = data
  const revision: Revision = { ...entry, ...rest, text: { language, title, blocks } }
  return {
    ...state,
    authoritative: state.authoritative ?? language,
    texts: { ...state.texts, [language]: [...(state.texts[language] ?? []), revision] },
    nextBlock: blocks.reduce((next, { id }) => Math.max(next, Number(id.slice(1)) + 1), state.nextBlock)
  }
}

const turned = (state: SubmissionState, turn: Turn): SubmissionState => ({
  ...state,
  turns: [...state.turns, turn]
})

const mergeProposed = (
  state: SubmissionState,
  { data }: Happened<'MergeProposed'>,
  entry: Entry
): SubmissionState => ({
  ...state,
  ref: data.ref,
  kind: data.kind,
  mergeProposal: { ...entry, ...data, answers: [] }
})

const answered = (state: SubmissionState, answer: MergeAnswer): SubmissionState =>
  state.mergeProposal === undefined
    ? state
    : {
        ...state,
        mergeProposal: { ...state.mergeProposal, answers: [...state.mergeProposal.answers, answer] }
      }

const merged = (
  state: SubmissionState,
  { data }: Happened<'SubmissionsMerged'>,
  entry: Entry
): SubmissionState => ({
  ...state,
  merged: { ...entry, ...data },
  classification: classificationOf(data),
  authors: data.authors.map(author(entry, 'merged'))
})

const splitFrom = (
  state: SubmissionState,
  { data }: Happened<'SplitFrom'>,
  entry: Entry
): SubmissionState => ({
  ...state,
  ref: data.ref,
  kind: data.kind,
  splitFrom: { ...entry, ...data },
  classification: classificationOf(data),
  authors: data.authors.map(author(entry, 'split'))
})

const withoutSplit = ({ splitInto: _, ...state }: SubmissionState): SubmissionState => state

const recorded = (
  state: SubmissionState,
  { data }: Happened<'IndicatorRecorded'>,
  entry: Entry
): SubmissionState => ({
  ...state,
  indicators: state.indicators.map(indicator =>
    indicator.ref === data.indicator
      ? { ...indicator, readings: [...indicator.readings, { ...entry, ...data }] }
      : indicator
  )
})

const retracted = (state: SubmissionState, event: Occurred<RetractionEvent>): SubmissionState => ({
  ...state,
  ratings: struckThrough(state.ratings, event),
  indicators: state.indicators.map(indicator => ({
    ...indicator,
    readings: struckThrough(indicator.readings, event)
  }))
})
