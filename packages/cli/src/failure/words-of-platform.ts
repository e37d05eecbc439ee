import { entryIsNamed } from './shared-words'
import { textProblem } from './words-of-text'
import { type platformRejections } from '@ardiya/core/platform/rejections'
import { counted, given, listed, type RefusalWords, said } from './words'

const nextVersion = 'After adoption the text never changes: compile a next version.'

export const platformWords: RefusalWords<typeof platformRejections> = {
  PlatformIsFrozen: ({ details }) =>
    said(`the platform was frozen at ${details.since}`, 'A meeting can unfreeze it.'),
  PlatformNotFrozen: () => said('the platform is not frozen', 'A meeting freezes it first.'),
  PlatformIsAdopted: ({ details }) => said(`the platform was adopted at ${details.since}`, nextVersion),
  PlatformNotAdopted: () => said('the platform is not adopted', 'A meeting adopts it first, by roll call.'),
  PlatformIsSetAside: ({ details }) =>
    said(`the platform was set aside at ${details.since}`, 'Compile a next version.'),
  PlatformIsSuperseded: ({ details }) =>
    said(`the platform was superseded by ${details.by}`, `Act on ${details.by}.`),
  EarlierPlatformOpen: ({ details }) =>
    said(
      `${details.platform} is still ${details.standing}`,
      'Adopt it or set it aside before a next version is compiled.'
    ),
  SubmissionsWithoutFate: ({ details }) =>
    said(
      `${counted(details.submissions.length, 'submission')} without a fate: ${listed(details.submissions)}`,
      'Decide each of them at a meeting: adopted, declined with a reason, deferred, merged; none disappears.'
    ),
  CollisionsOpen: ({ details }) =>
    said(`collisions are open: ${listed(details.collisions)}`, 'Resolve them before the freeze.'),
  ClauseTextDiffers: ({ details }) =>
    said(
      `not the accepted text: ${listed(details.texts.map(text => text.ref))}`,
      'Compile the platform again, or decide the changed text at a meeting.'
    ),
  CompilationOutdated: ({ details }) =>
    said(
      `accepted since and missing: ${listed(details.missing)}; no longer accepted: ${listed(details.noLongerAccepted)}`,
      'Compile the platform again (CompilePlatform).'
    ),
  DocumentHashDiffers: ({ details }) =>
    said(`the frozen document is ${details.frozen}`, 'Vote on the hash of the frozen document.'),
  ReservationsDoNotFit: ({ details }) =>
    said(
      `the reservations of ${details.association} do not go with ${details.position}`,
      'withReservations names at least one clause; no other position names any.'
    ),
  SuccessionIncomplete: ({ details }) =>
    said(
      `clauses of ${details.platform} without a successor or a reason: ${listed(details.clauses)}`,
      'Say of each where it is now, or why it was dropped.'
    ),
  SuccessionUnclear: ({ details }) =>
    said(`${details.clause} has both a successor and a reason why it was dropped`, 'Say one of them.'),
  LevelDiffers: ({ details }) =>
    said(
      `${details.authority} is an authority of the level ${details.level}`,
      'Raise it at that level, or to another authority.'
    ),
  DueDateNeeded: ({ details }) =>
    said(
      `the charter (C${details.charter}) names no days for the level ${details.level}`,
      'Give the date by which an answer is due.'
    ),
  DueDateIsComputed: ({ details }) =>
    said(
      `the charter gives ${counted(details.days, 'day')}: due on ${details.dueOn}`,
      'Leave the due date out.'
    ),
  DueDateTooEarly: ({ details }) =>
    said(`the due date lies before ${details.from}`, `Give a date from ${details.from} on.`),
  DateAfterTheAct: ({ value, details }) =>
    said(`${given(value)} lies after the act, which is of ${details.act}`, 'Correct the date, or "at".'),
  NoClauseNamed: () => said('no clause is named', 'Name at least one clause.'),
  ReferredToNeeded: () =>
    said('it is referred to nobody', 'Name the authority that the clauses are referred to.'),
  ReferredToUnexpected: ({ details }) =>
    said(
      `the outcome ${details.outcome} refers to nobody`,
      'Leave the other authority out, or say referredTo.'
    ),
  NotYetOverdue: ({ details }) =>
    said(`nobody is late before ${details.dueOn} is over`, 'Take note of it after that day.'),
  ClauseAnswered: ({ details }) =>
    said(
      `answered: ${listed(details.answered.map(({ clause, response }) => `${clause} by ${response}`))}`,
      'Name only clauses that nobody answered.'
    ),
  NotAskedOfThisLevel: ({ details }) =>
    said(
      `not asked of the level ${details.level}: ${listed(details.clauses)}`,
      'Name clauses that concern this level.'
    ),
  ForwardedToTheSame: ({ value }) =>
    said(`the raising lies with ${given(value)} already`, 'Name the authority that it went to.'),
  ResponseNotOnClause: ({ details }) =>
    said(`that response says nothing on ${details.clause}`, 'Name the response that speaks of this clause.'),
  EvidenceNeeded: () =>
    said(
      'progress shown by evidence names none',
      'Add the evidence, or say that it is claimed by the institution.'
    ),
  PreambleRefused: ({ details }) => textProblem(details.problem, { place: details.block }),
  PreambleRewritten: ({ details }) =>
    said(
      `the preamble was rewritten meanwhile (${details.now})`,
      'Read it again, and write on what it says now.'
    ),
  AdoptionIsBuiltOn: ({ details }) =>
    said(
      `rests on it: ${listed(details.by)}`,
      'What rests on an adoption stands; compile a next version instead.'
    ),
  EntryNotRetractable: ({ value }) =>
    said(
      `${given(value)} is not an entry that is taken back`,
      'Only entries of a closed list are; a decision is corrected or annulled.'
    ),
  EntryIsNamed: ({ details }) => entryIsNamed(details.by)
}
