import { type submissionRejections } from '@ardiya/core/submission/rejections'
import { plain } from '../view/say'
import { counted, either, given, listed, type RefusalWords, said } from './words'
import { sharedWords, standing } from './shared-words'
import { textProblem } from './words-of-text'
import { kernelWords } from './words-of-kernel'

export const submissionWords: RefusalWords<typeof submissionRejections> = {
  ...kernelWords,
  ...sharedWords,
  NotTheSubmitter: ({ details }) =>
    details.mayWithdraw.length === 0
      ? said('others stand behind it too, and none of them withdraws it alone', 'Let a meeting decide.')
      : said(
          `others stand behind it too; it can be withdrawn by ${either(details.mayWithdraw)}`,
          'Let them act, or let a meeting decide.'
        ),
  DecidedByMeeting: ({ details }) =>
    said(`a meeting has accepted it (${details.decision})`, "Only a meeting's decision changes that."),
  LaterFateRecorded: ({ details }) =>
    said(
      `its fate was settled at ${details.since} (${details.turn})`,
      'An act that changes it cannot be dated before: check "at".'
    ),
  LetterOfAnotherKind: ({ value, details }) =>
    said(
      `${given(value)} is the number of another kind; here the letter is ${details.letter}`,
      'D is a diagnosis, E an assessment, P a proposal.'
    ),
  SubmissionsAreOver: ({ details }) =>
    said(
      `submissions were taken until ${details.until}`,
      'The charter refuses late ones; a meeting can amend the charter.'
    ),
  AuthoritativeTextMissing: ({ details }) =>
    said(
      `there is no text in ${details.language}, the language that binds`,
      `Give it in ${details.language}; add others as translations.`
    ),
  TextNotRecordable: ({ details }) => textProblem(details.problem, details.about),
  TranslationDiffers: ({ details }) =>
    said(
      `the translation has other blocks than its original: ${listed(details.original)}`,
      'Translate block by block: the same kinds and levels in the same order.'
    ),
  NotATranslation: ({ details }) =>
    said(`${details.authoritative} is the language that binds`, 'Revise the text (ReviseText) instead.'),
  ReasonMissing: ({ field }) => said('no reason is given', `Add ${field}.`),
  SubjectMissing: () => said('an assessment names what it assesses', 'Add "subject".'),
  SubjectOnlyOfAssessments: ({ details }) =>
    said(`a ${details.kind} has no subject`, 'Leave "subject" out; only assessments have one.'),
  OnlyProposalsAnswer: ({ details }) =>
    said(`a ${details.kind} answers no diagnosis`, 'Leave "answers" out; only proposals answer diagnoses.'),
  OnlyDiagnosesAreAnswered: ({ value }) =>
    said(`${given(value)} is not a diagnosis`, 'A proposal answers diagnoses: D1, D2, …'),
  CoAuthorNotEligible: ({ value, details }) =>
    said(`${given(value)} ${standing(details.standing)}`, 'Name registered associations as co-authors.'),
  AlreadyAdmitted: ({ details }) =>
    said(`it was admitted at ${details.since}`, 'From then on only a meeting decides on it.'),
  NotAnAssessment: ({ details }) =>
    said(`a ${details.kind} is neither rated nor measured`, 'Rate and measure assessments: E1, E2, …'),
  ScoreOutOfRange: ({ value, details }) =>
    said(
      `${given(value)} is not a score out of ${details.outOf}`,
      `Give a score from 0 to ${details.outOf}.`
    ),
  ReadingAfterTheAct: ({ value, details }) =>
    said(
      `the reading of ${given(value)} lies after the act, of ${details.act}`,
      'Correct the date, or "at".'
    ),
  TooFewSources: ({ details }) =>
    said(`a merge has at least ${counted(details.needed, 'source')}`, 'Name all of its sources.'),
  KindsDiffer: ({ details }) =>
    said(
      `the sources are of different kinds: ${listed(details.kinds)}`,
      'Only submissions of one kind merge.'
    ),
  NotOfASource: ({ value, details }) =>
    said(
      `${given(value)} is of none of the sources, ${listed(details.sources)}`,
      'Take words from the sources only, or name that submission among them: its authors are asked then.'
    ),
  SubjectsDiffer: ({ details }) =>
    said(
      `the sources assess different subjects: ${listed(details.sources)}`,
      'Only assessments of one subject merge.'
    ),
  NoOpenMergeProposal: ({ value, details }) =>
    said(
      `no merge is proposed under ${given(value)}: ${details.standing}`,
      'Propose it first (ProposeMerge).'
    ),
  SourcesDiffer: ({ details }) =>
    said(`the merge has other sources: ${listed(details.sources)}`, 'Read it again, and act on those.'),
  NotAsked: ({ details }) =>
    said(`asked are ${listed(details.asked)}`, 'Only the authors of the sources consent or refuse.'),
  AnsweredAlready: ({ details }) =>
    said(`it has answered already: ${details.answer}`, 'One answer holds as long as the texts are the same.'),
  NotTheMergeProposer: ({ details }) =>
    said(`the merge was proposed by ${details.proposer}`, `Only ${details.proposer} drops it.`),
  MergeRefused: ({ details }) =>
    said(
      `refused by ${listed(details.refused)}`,
      'Without their consent it is not merged, unless the charter lets a meeting decide.'
    ),
  MergeConsentMissing: ({ details }) =>
    said(
      `no answer yet from ${listed(details.missing)}`,
      details.silenceCountsFrom === null
        ? 'Ask them, or put the merge to a meeting where the charter allows it.'
        : `By the charter silence counts as consent from ${details.silenceCountsFrom}.`
    ),
  NotMerged: ({ details }) =>
    said(
      `it is not merged: ${plain(details.fate)}`,
      'Only a merge that holds can be undone: name what it made.'
    ),
  NotSplit: ({ details }) =>
    said(
      details.fate === 'splitInto'
        ? 'it was not split: it is back in its sources, because its merge was undone'
        : `it is not split: ${plain(details.fate)}`,
      'Only a split that holds can be undone: name what was split.'
    ),
  TooFewParts: ({ details }) =>
    said(`a split makes at least ${counted(details.needed, 'part')}`, 'Name all of its parts.'),
  PartWithoutBlocks: () => said('a part has no blocks', 'Give each part at least one block.'),
  BlocksLeftOut: ({ details }) =>
    said(
      `blocks in no part, or in several: ${listed(details.blocks)}`,
      'Put every block into exactly one part.'
    ),
  EntryNotRetractable: ({ value }) =>
    said(
      `${given(value)} is not an entry that is taken back`,
      'Only entries of a closed list are (ratings, readings, stands …); everything else is an act.'
    )
}
