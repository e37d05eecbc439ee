import { engineProblem } from './words-of-text'
import { type processRejections } from '@ardiya/core/process/rejections'
import { either, given, listed, type RefusalWords, said } from './words'

export const processWords: RefusalWords<typeof processRejections> = {
  ProcessAlreadyOpen: ({ details }) =>
    said(
      `the process was opened at ${details.since}`,
      'A process is opened once; name another for a new one.'
    ),
  RulesUnknown: ({ value, details }) =>
    said(
      `the rules ${given(value)} are not known; this software knows ${listed(details.known)}`,
      'Update ardiya, or leave the rules out.'
    ),
  AuthoritativeNotAmongLanguages: ({ value, details }) =>
    said(
      `${given(value)} is not one of the languages of the process: ${listed(details.languages)}`,
      'The language that binds is one of them.'
    ),
  AuthoritativeWordingMissing: ({ details }) =>
    said(
      `the words are missing in ${details.authoritative}, the language that binds`,
      `Add them in ${details.authoritative}.`
    ),
  CharterLanguageDiffers: ({ details }) =>
    said(`a charter is written in ${details.authoritative}`, 'Give its text in the language that binds.'),
  CharterTextRefused: ({ details }) => engineProblem(details.problem),
  ThresholdOutOfReach: ({ details }) =>
    said(
      `${details.parts}/${details.of} can never be reached`,
      'Under such a charter no decision would ever pass: lower the threshold.'
    ),
  CharterAlreadyEntered: ({ details }) =>
    said(`the charter ${details.inForce} is in force`, 'A meeting adopts every later one.'),
  SittingAlreadyOpened: ({ details }) =>
    said(
      `${details.meeting} was opened at ${details.openedAt}`,
      'The founding charter is entered before the first sitting; now a meeting adopts one.'
    ),
  CharterNotInForce: ({ value, details }) =>
    said(`${given(value)} is not in force: ${details.inForce} is`, `Confirm ${details.inForce}.`),
  LaterCharterAdopted: ({ details }) =>
    said(`${details.later} was adopted on top of it`, `Annul the adoption of ${details.later} first.`),
  StageNotNext: ({ details }) =>
    said(
      `the process is in the stage ${details.stage}; from there it goes to ${either(details.allowed)}`,
      'Forward is one stage at a time; back is a decision of a meeting.'
    ),
  RegisterNumberTaken: ({ value, details }) =>
    said(
      `the register number ${given(value)} is that of ${details.by}`,
      'Check the number, or whether it is the same association.'
    ),
  AssociationHasLeft: ({ details }) =>
    said(
      `${details.association} has left the coalition`,
      'It comes back as a new association, with a new number.'
    ),
  OfficeNotOfConvenor: ({ details }) =>
    said(
      `mandates of the office are given by the convenor, ${details.convenor}`,
      `Grant it for ${details.convenor}.`
    ),
  MandateEndsBeforeItBegins: ({ details }) =>
    said(
      `the mandate would end before ${details.from}, when it begins`,
      'Correct one of the dates; both days count.'
    ),
  CommitmentNotCurrent: ({ details }) =>
    said(
      `other details of this person were recorded last (${details.current})`,
      'Give the details as they are known now, or change them first (ChangePersonDetails).'
    ),
  PersonIsErased: ({ details }) =>
    said(`this person asked to be forgotten at ${details.askedAt}`, 'Nothing new is recorded about one.'),
  CompletionTaken: ({ value, details }) =>
    said(`the id ${given(value)} is that of ${details.by} already`, 'Ask again; a new id is made.'),
  ErasureNotAsked: () => said('nobody asked for this erasure', 'Ask for it first (AskPersonErasure).'),
  ErasureCompletionDiffers: ({ details }) =>
    said(
      `this erasure is completed by the command ${details.completion}`,
      'It is completed when the store is next opened for writing.'
    )
}
