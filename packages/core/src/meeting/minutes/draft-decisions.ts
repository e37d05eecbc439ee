/** The decisions of a meeting as lines of its minutes. */
import { type AssociationRef } from '../../kernel/envelope'
import { type Method, type RollCallVote } from '../decision'
import { type DecisionEntry, type MeetingState } from '../state'
import { type Naming, oneLine } from './naming'

export const decisionLines = ({ decisions }: MeetingState, naming: Naming): ReadonlyArray<string> =>
  decisions.map(entry => decisionLine(entry, naming))

const decisionLine = (entry: DecisionEntry, naming: Naming): string => {
  const { words } = naming
  const revision = entry.subject.revision === undefined ? '' : `@${entry.subject.revision}`
  return [
    `${entry.ref}: ${words.motion[entry.motion]} (${words.subject[entry.subject.kind]} ${oneLine(entry.subject.ref)}${revision})`,
    words.outcome[entry.outcome],
    `${words.method[entry.methodNow.kind]}${countWords(entry.methodNow, naming)}`,
    `${words.present} ${entry.present.length} ${words.eligible} ${entry.eligible.length}${words.separator}${words.quorum} ${entry.quorumNeeded}`,
    ...(entry.reason === undefined ? [] : [`${words.reason}: ${oneLine(entry.reason)}`]),
    ...(entry.corrections.length === 0 ? [] : [words.corrected]),
    ...(entry.annulled === undefined ? [] : [words.annulled])
  ].join(' — ')
}

const countWords = (method: Method, naming: Naming): string => {
  const parts = countParts(method, naming)
  return parts.length === 0 ? '' : `: ${parts.join(naming.words.separator)}`
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
  { association }: Naming
): string =>
  block.reason === undefined
    ? association(block.association)
    : `${association(block.association)}: ${oneLine(block.reason)}`

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
