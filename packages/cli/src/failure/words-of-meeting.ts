import { entryIsNamed, standing } from './shared-words'
import { textProblem } from './words-of-text'
import { type meetingRejections } from '@ardiya/core/meeting/rejections'
import { counted, either, given, listed, type RefusalWords, said, spaced } from './words'

const recount = 'Check the count against the attendance; correct whichever is wrong.'

export const meetingWords: RefusalWords<typeof meetingRejections> = {
  EndsBeforeStart: ({ details }) =>
    said('the meeting would end before it starts', `Give an end after ${details.startsAt}.`),
  SecondCallNotLater: ({ details }) =>
    said(
      `the first call is for ${details.firstStartsAt}`,
      'A second call is for a later day; the charter says how many days.'
    ),
  FirstCallNotClosed: ({ details }) =>
    said(
      `the first call is not on record as held and closed (at ${details.at}: ${details.meeting})`,
      details.meeting === 'cancelled'
        ? 'What follows a meeting that was called off is a first call: leave "secondCallOf" out.'
        : 'Open the first call, record who came and close it; or leave "secondCallOf" out.'
    ),
  FirstCallHadQuorum: ({ details }) =>
    said(
      `the first call had its quorum at ${details.at}: ${details.present} present of ${details.eligible} eligible, ${details.needed} needed`,
      'Only a meeting that lacked its quorum is called again with less: leave "secondCallOf" out.'
    ),
  MeetingIsCancelled: ({ details }) =>
    said(`the meeting was cancelled at ${details.since}`, 'Schedule another one.'),
  MeetingAlreadyOpened: ({ details }) =>
    said(
      `the meeting opened at ${details.since}`,
      'It can be opened, moved or called off only before; adjourn or close it.'
    ),
  MeetingIsClosed: ({ details }) =>
    said(
      `the meeting was closed at ${details.since}`,
      'Date the act within the sitting, or take it up at another meeting.'
    ),
  MeetingNotClosed: () => said('the meeting is not closed', 'Close it first.'),
  MeetingSealed: ({ details }) =>
    said(
      `its minutes were sealed at ${details.sealedAt}`,
      'Sealed minutes close a meeting; a later meeting can annul what it decided.'
    ),
  NotAnOpenSitting: ({ details }) =>
    said(
      `no sitting was open at ${details.at} (${details.meeting})`,
      'Open or resume the sitting first, or correct "at".'
    ),
  AssociationNotEligible: ({ value, details }) =>
    said(
      `${given(value)} ${standing(details.standing)}`,
      'Only registered associations that are neither suspended nor gone take part.'
    ),
  MandateOutOfForce: ({ value, details }) =>
    said(
      `the mandate ${given(value)} is not in force on ${details.date}`,
      'Grant a mandate that covers that day.'
    ),
  MandateOfAnother: ({ value, details }) =>
    said(
      `the mandate ${given(value)} is of another association than ${details.association}`,
      `Name a mandate that ${details.association} gave.`
    ),
  VoterNotADelegate: ({ value, details }) =>
    said(
      `${given(value)} is not among the delegates: ${listed(details.delegates)}`,
      'The voter is one of the delegates.'
    ),
  NotPresent: ({ value, details }) =>
    said(`${given(value)} was not present at ${details.at}`, 'Record its arrival first, or correct "at".'),
  ProxyGiverPresent: ({ value, details }) =>
    said(`${given(value)} was present at ${details.at}`, 'Who is present votes itself.'),
  ProxyAlreadyGiven: ({ value, details }) =>
    said(
      `${given(value)} has given its proxy to ${details.to}`,
      'An association gives one proxy; retract that one first.'
    ),
  ProxyLimitReached: ({ value, details }) =>
    said(
      `${given(value)} holds ${counted(details.held, 'proxy').replace('proxys', 'proxies')}; the charter allows ${details.perHolder}`,
      'Give the proxy to another association.'
    ),
  ItemNotOpen: ({ value, details }) =>
    said(
      `the agenda item ${given(value)} had not been called at ${details.at}`,
      'Open it first (OpenAgendaItem).'
    ),
  PresentDiffers: ({ details }) =>
    said(
      `${details.declared} declared present, ${details.present} on record${remotely(details)}`,
      details.remote === undefined
        ? 'Somebody came, left, or was entered meanwhile: look at the attendance and declare again.'
        : 'Declare only those in the room.'
    ),
  QuorumNotReached: ({ details }) =>
    said(
      `${details.present} present of ${details.eligible} eligible, ${details.needed} needed${remotely(details)}`,
      'Record who else arrived, or take it up at a second call or a later meeting.'
    ),
  CountsAbovePresent: ({ details }) =>
    said(
      `${counted(details.counted, 'vote')} counted, ${counted(details.present, 'voice')} present`,
      recount
    ),
  VoterNotPresent: ({ value, details }) =>
    said(
      `${given(value)} is counted and was not present (${details.present} ${details.present === 1 ? 'was' : 'were'})`,
      recount
    ),
  OutcomeDiffers: ({ details }) =>
    said(
      `declared ${details.declared}, but the count gives ${either(details.computed)}${measured(details)}`,
      'Declare the outcome that the count gives under the charter.'
    ),
  ConsensusIsBroken: ({ details }) =>
    said(
      `blocked with a reason by ${listed(details.blocks)}: there is no consensus`,
      details.fallback === 'vote' ? 'By the charter it goes to a vote.' : 'By the charter it is deferred.'
    ),
  MethodNotAllowed: ({ value, details }) =>
    said(`this is not decided by ${given(value)}`, `Use ${details.allowed}.`),
  VoteNotAllowed: ({ details }) =>
    said(
      `the word of ${details.association} is not one of this roll call`,
      `Say ${either(details.allowed)}.`
    ),
  TellersMissing: () => said('nobody is named who counted', 'Name the tellers of the secret ballot.'),
  ChairVoteMissing: ({ details }) =>
    said(`${details.for} for, ${details.against} against: the chair decides`, "Add the chair's vote."),
  ChairDoesNotDecide: ({ details }) =>
    said(
      `${details.for} for, ${details.against} against: the chair has no deciding vote here`,
      "Leave the chair's vote out."
    ),
  CorrectionChangesOutcome: ({ details }) =>
    said(
      `with this count the outcome would be ${either(details.computed)}, not ${details.outcome}${measured(details)}`,
      'A correction may not change the outcome: a meeting annuls the decision and decides again.'
    ),
  DecisionIsAnnulled: ({ details }) =>
    said(`the decision was annulled at ${details.since}`, 'Take the question up again at a meeting.'),
  EntryNotRetractable: ({ value }) =>
    said(
      `${given(value)} is not an entry that is taken back`,
      'Only entries of a closed list are; a decision is corrected or annulled.'
    ),
  EntryIsNamed: ({ details }) => entryIsNamed(details.by),
  MinutesNotDrafted: () => said('there are no minutes yet', 'Draft them first (DraftMinutes).'),
  MinutesAlreadyCirculated: ({ details }) =>
    said(
      `the minutes were sent round at ${details.since}`,
      'Propose a correction (ProposeMinutesCorrection).'
    ),
  MinutesNotCirculated: () =>
    said('the present wording was not sent round', 'Circulate the minutes first (CirculateMinutes).'),
  MinutesAlreadyApproved: ({ details }) =>
    said(`the minutes were approved at ${details.since}`, 'There is nothing left to change.'),
  MinutesNotApproved: () =>
    said('the minutes are not approved', 'A later sitting approves them, or the days of the charter pass.'),
  MinutesTextDiffers: ({ details }) =>
    said(`the minutes have other words now (${details.current})`, 'Read them again, and name that hash.'),
  MinutesLanguageDiffers: ({ details }) =>
    said(`minutes are written in ${details.authoritative}`, 'Give the text in the authoritative language.'),
  MinutesTextRefused: ({ details }) => textProblem(given(details.problem)),
  CorrectionsOpen: ({ details }) =>
    said(
      `corrections wait to be settled: ${listed(details.numbers)}`,
      'Settle them first (SettleMinutesCorrection).'
    ),
  CorrectionIsSettled: ({ details }) =>
    said(`the correction was settled at ${details.since}`, 'Propose another one.'),
  CorrectionChangesNothing: () =>
    said(
      'with this the minutes would read as before',
      'Give the whole text with the correction in it as "text": its words now are in "ardiya show minutes --json". Where they say it already, refuse the correction with that reason.'
    ),
  NoTacitApproval: ({ details }) =>
    said(
      `the charter (C${details.charter}) does not know tacit approval`,
      'A later sitting approves the minutes.'
    ),
  TacitApprovalTooEarly: ({ details }) =>
    said(
      `sent round at ${details.circulatedAt}, and the charter gives ${counted(details.days, 'day')}`,
      'Wait until they are over, or let a later sitting approve them.'
    ),
  ApprovalNotLater: ({ details }) =>
    said(`the sitting that they tell of was closed at ${details.closedAt}`, 'A later sitting approves them.'),
  MinutesContradictTheRecord: ({ details }) =>
    said(
      `the minutes say otherwise than the record: ${details.contradictions.map(({ kind, about }) => `${spaced(kind)} ${about}`).join('; ')}`,
      `Approved minutes are not mended any more: explain each when sealing, as "explanations": [${details.contradictions.map(explained).join(', ')}].`
    )
}

const explained = ({ kind, about }: { readonly kind: string; readonly about: string }): string =>
  `{"contradiction": {"kind": "${kind}", "about": "${about}"}, "explanation": "…"}`

/** Who is there and does not count, where the charter asks for those in the room. */
const remotely = ({ remote, charter }: { readonly remote?: number; readonly charter?: number }): string =>
  remote === undefined
    ? ''
    : `; ${remote} more ${remote === 1 ? 'is there remotely, and does' : 'are there remotely, and do'} not count under C${charter ?? 0}, by which this is decided`

const measured = (measure: {
  readonly for?: number
  readonly against?: number
  readonly abstain?: number
  readonly base?: number
  readonly than?: string
  readonly parts?: number
  readonly of?: number
}): string =>
  measure.for === undefined
    ? ''
    : ` (${measure.for} for, ${measure.against ?? 0} against, ${measure.abstain ?? 0} abstaining; needed ${measure.than === 'moreThan' ? 'more than' : 'at least'} ${measure.parts ?? 0}/${measure.of ?? 0} of ${measure.base ?? 0})`
