/** The decisions of a meeting as lines of its minutes. */
import { type AssociationRef } from '../../kernel/envelope'
import { type Coalition } from '../../process/coalition'
import { Stage } from '../../process/ids'
import { voicesNow } from '../correct-decision'
import { type Method, type RollCallVote, type Subject } from '../decision'
import { type DecisionEntry, type MeetingState } from '../state'
import { type Naming, oneLine } from './naming'
import { type Line } from './times'

export const decisionLines = (
  state: MeetingState,
  coalition: Coalition,
  naming: Naming
): ReadonlyArray<Line> =>
  state.decisions.map(entry => ({
    at: entry.at,
    text: decisionLine(entry, voicesNow(entry, coalition, state).present.length, naming)
  }))

/** Both are said where they differ: what was declared, and what is known since (rules 1 and 2). */
const decisionLine = (entry: DecisionEntry, presentNow: number, naming: Naming): string => {
  const { words } = naming
  return [
    `${entry.ref}${words.colon}${words.motion[entry.motion]} (${subjectWords(entry, naming)})`,
    words.outcome[entry.outcome],
    counted(entry.methodNow, naming),
    presence(entry, presentNow, naming),
    ...(entry.reason === undefined ? [] : [`${words.reason}${words.colon}${oneLine(entry.reason)}`]),
    ...(entry.corrections.length === 0
      ? []
      : [`${words.corrected}${words.declared} ${counted(entry.method, naming)}`]),
    ...(entry.annulled === undefined ? [] : [words.annulled])
  ].join(' — ')
}

/** A stage by its word; all else by reference, with the revision where there is a text. */
const subjectWords = ({ subject: { kind, ref, revision } }: DecisionEntry, { words }: Naming): string => {
  const given: string = ref
  const named =
    kind === 'stage' && Stage.is(given)
      ? words.stage[given]
      : `${oneLine(ref)}${revision === undefined ? '' : `@${revision}`}`
  return saidByTheMotion.includes(kind) ? named : `${words.subject[kind]} ${named}`
}

/** One merges P4 and splits P3: the motion says what that is. */
const saidByTheMotion: ReadonlyArray<Subject['kind']> = ['merge', 'split']

const presence = (
  { present, eligible, quorumNeeded }: DecisionEntry,
  now: number,
  { words }: Naming
): string =>
  [
    `${words.present} ${present.length} ${words.eligible} ${eligible.length}`,
    `${words.quorum} ${quorumNeeded}`,
    ...(now === present.length ? [] : [`${words.presentNow} ${now}`])
  ].join(words.separator)

const counted = (method: Method, naming: Naming): string =>
  `${naming.words.method[method.kind]}${countWords(method, naming)}`

const countWords = (method: Method, naming: Naming): string => {
  const parts = countParts(method, naming)
  return parts.length === 0 ? '' : `${naming.words.colon}${parts.join(naming.words.separator)}`
}

const countParts = (method: Method, naming: Naming): ReadonlyArray<string> => {
  const { words, association } = naming
  switch (method.kind) {
    case 'consensus':
      return [
        ...named(words.standAsides, method.standAsides.map(association)),
        ...named(
          words.blocks,
          method.blocks.map(block => withReason(block, naming))
        )
      ]
    case 'showOfHands':
    case 'secretBallot':
      return [
        `${words.for} ${method.for}`,
        `${words.against} ${method.against}`,
        `${words.abstain} ${method.abstain}`
      ]
    case 'rollCall':
      return [
        ...named(words.for, saying(method.votes, inFavour, naming)),
        ...named(words.against, saying(method.votes, against, naming)),
        ...named(words.abstain, saying(method.votes, abstaining, naming))
      ]
  }
}

const named = (label: string, names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.length === 0 ? [] : [`${label} ${names.length} (${names.join('; ')})`]

const withReason = (
  block: { readonly association: AssociationRef; readonly reason?: string },
  { association, words }: Naming
): string =>
  block.reason === undefined
    ? association(block.association)
    : `${association(block.association)}${words.colon}${oneLine(block.reason)}`

type Word = RollCallVote['vote']
const inFavour: ReadonlyArray<Word> = ['for', 'endorsing', 'withReservations']
const against: ReadonlyArray<Word> = ['against', 'opposing']
const abstaining: ReadonlyArray<Word> = ['abstain', 'abstaining']

const saying = (
  votes: ReadonlyArray<RollCallVote>,
  words: ReadonlyArray<Word>,
  { association }: Naming
): ReadonlyArray<string> =>
  votes
    .filter(({ vote }) => words.includes(vote))
    .map(vote =>
      vote.clauses === undefined
        ? association(vote.association)
        : `${association(vote.association)} [${vote.clauses.join(', ')}]`
    )
