import { grouped } from '@ardiya/core/kernel/grouped'
import { type agendaView } from '@ardiya/core/views/agenda'
import { type ResultOf } from '@ardiya/core/views/view'
import { sayRefusal } from '../../failure/refusals'
import { apart } from '../../terminal/isolate'
import { heading, line, type Part, subheading } from '../parts'
import { actorName, clockAt, day, dotted, list, moment, plain, quoted, type Say } from '../say'
import { meetingParts } from './meeting-head'
import { struck } from './struck'
import { type Page } from './page'

type Agenda = ResultOf<typeof agendaView>
type Item = Agenda['items'][number]
type Decision = Item['decisions'][number]

/** Item by item: when it was called, what was said, what was decided with which count. */
export const agendaPage: Page<Agenda> = (agenda, say) => [
  ...meetingParts(agenda, agenda.phase, say),
  ...(agenda.invited.length === 0 ? [] : [line(`Invited: ${list(agenda.invited)}`)]),
  ...agenda.moved.map(({ at, from, reason }) =>
    line(`Moved on ${day(at)} from ${moment(from.startsAt)}: ${quoted(reason)}`)
  ),
  ...agenda.sittings.map(one => line(sittingWords(one, clockAt(agenda.startsAt)))),
  ...agenda.items.flatMap(item => itemParts(item, clockAt(agenda.startsAt), say)),
  ...(agenda.decisions.length === 0
    ? []
    : [
        heading('Decisions outside any item'),
        ...agenda.decisions.flatMap(one => decisionParts(one, clockAt(agenda.startsAt)))
      ])
]

type Time = (instant: string) => string

type Sitting = Agenda['sittings'][number]

/** `10:00 opened, chair A1-m1, rapporteur A1-m2`. */
const sittingWords = (one: Sitting, time: Time): string => {
  const what = `${time(one.at)} ${plain(one.kind).toLowerCase()}`
  switch (one.kind) {
    case 'opened':
      return `${what}, chair ${one.chair}, rapporteur ${one.rapporteur}`
    case 'handedOver':
      return `${time(one.at)} the chair handed over by ${one.from} to ${one.to}`
    case 'adjourned':
      return `${what}${one.until === undefined ? '' : ` until ${moment(one.until)}`}${because(one.reason)}`
    case 'cancelled':
      return `${what}${because(one.reason)}`
    case 'resumed':
    case 'closed':
      return what
  }
}

const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${quoted(reason)}`)

const itemParts = (item: Item, time: Time, say: Say): ReadonlyArray<Part> => [
  subheading(
    dotted(
      `${item.item} ${say.name(item.title)}`,
      `${item.minutes} minutes planned`,
      item.opened.length === 0 ? undefined : `called ${list(item.opened.map(({ at }) => time(at)))}`,
      item.dropped === undefined ? undefined : 'no longer planned'
    )
  ),
  ...item.discussions.map(one =>
    line(
      struck(
        one,
        dotted(
          `${time(one.at)} ${apart(one.summary)}`,
          one.speakers.length === 0 ? undefined : `spoke: ${list(one.speakers)}`,
          one.submissions.length + one.references.length === 0
            ? undefined
            : `on ${list([...one.submissions, ...one.references])}`
        )
      ),
      'plain',
      2
    )
  ),
  ...item.decisions.flatMap(one => decisionParts(one, time))
]

const decisionParts = (one: Decision, time: Time): ReadonlyArray<Part> => [
  line(`${time(one.at)} ${one.decision}: ${motionWords(one)}: ${plain(one.outcome)}`, 'strong', 2),
  line(
    dotted(
      methodWords(one.method),
      `${one.present} counted of ${one.eligible} eligible, quorum ${one.needed}`,
      `charter C${one.charter}`
    ),
    'plain',
    4
  ),
  ...(one.reason === undefined ? [] : [line(`because ${quoted(one.reason)}`, 'plain', 4)]),
  ...('declared' in one ? [line(`declared at the time: ${methodWords(one.declared)}`, 'plain', 4)] : []),
  ...one.corrections.map(({ at, method, reason }) =>
    line(`corrected on ${day(at)} to ${methodWords(method)}: ${quoted(reason)}`, 'plain', 4)
  ),
  ...contestedParts(one),
  ...('annulled' in one
    ? [
        line(
          `ANNULLED on ${day(one.annulled.at)}${one.annulled.by === undefined ? '' : ` by ${one.annulled.by}`}: ${quoted(one.annulled.reason)}`,
          'bad',
          4
        )
      ]
    : [])
]

/** What is now known against it (rule 2), and what a meeting has said of that since. */
const contestedParts = (one: Decision): ReadonlyArray<Part> => {
  if (!('contested' in one)) return []
  const { wouldFail, against, settlement, by } = one.contested
  const known = [
    ...wouldFail.map(refusal => sayRefusal(refusal).message),
    ...(against.includes('typist') ? ['who typed it had no right to'] : [])
  ]
  return settlement === 'open'
    ? [line(`CONTESTED until a meeting confirms or annuls it: ${known.join('; ')}`, 'bad', 4)]
    : [
        line(
          `contested, ${settlement}${by === undefined ? '' : ` by ${by}`}: ${known.join('; ')}`,
          'plain',
          4
        )
      ]
}

/** A stage and another matter are named in words, all else by reference. */
const subjectWords = ({ kind, ref, revision }: Decision['subject']): string => {
  if (kind === 'stage') return `stage ${plain(ref)}`
  if (kind === 'other') return quoted(ref)
  const exact = `${ref}${revision === undefined ? '' : `@${revision}`}`
  return saidByTheMotion.includes(kind) ? exact : `${plain(kind)} ${exact}`
}

/** One merges P4, splits P3, and annuls M1-Q2: the motion says what that is. */
const saidByTheMotion: ReadonlyArray<string> = ['merge', 'split', 'annulment']

const motionWords = ({ motion, subject, confirms }: Decision): string => {
  if (confirms !== undefined) return `confirm ${actWords(confirms)}`
  return motion === 'other' ? subjectWords(subject) : `${plain(motion)} ${subjectWords(subject)}`
}

/** An act that was named by the id of its event. */
const actWords = ({ command, type, named, actor, at, log }: NonNullable<Decision['confirms']>): string =>
  [
    command ?? type,
    ...(named === undefined ? [] : [named]),
    `by ${actorName(actor)} on ${moment(at)} (log ${log})`
  ].join(' ')

type Method = Decision['method']

const methodWords = (method: Method): string => {
  switch (method.kind) {
    case 'consensus':
      return [
        'consensus',
        method.standAsides.length === 0 ? '' : `, standing aside ${list(method.standAsides)}`,
        method.blocks.length === 0
          ? ''
          : `, blocked by ${list(
              method.blocks.map(({ association, reason }) =>
                reason === undefined ? association : `${association} ${quoted(reason)}`
              )
            )}`
      ].join('')
    case 'showOfHands':
      return `show of hands, ${method.for} for, ${method.against} against, ${method.abstain} abstaining${chairWords(method)}`
    case 'secretBallot':
      return `secret ballot, ${method.for} for, ${method.against} against, ${method.abstain} abstaining${chairWords(method)}${tellersWords(method.tellers)}`
    case 'rollCall':
      return `roll call, ${rollWords(method.votes)}${chairWords(method)}`
  }
}

type RollCall = Extract<Method, { readonly kind: 'rollCall' }>

const tellersWords = (tellers: ReadonlyArray<string>): string =>
  tellers.length === 0 ? '' : `, tellers ${list(tellers)}`

const chairWords = ({ chair }: { readonly chair?: string }): string =>
  chair === undefined ? '' : `, the chair ${chair}`

const rollWords = (votes: RollCall['votes']): string => {
  const byVote = grouped(votes, ({ vote }) => vote)
  return [...byVote].map(([vote, those]) => `${plain(vote)}: ${list(those.map(voterWords))}`).join('; ')
}

const voterWords = ({ association, clauses = [], reason }: RollCall['votes'][number]): string =>
  [
    association,
    clauses.length === 0 ? '' : ` (on ${list(clauses)})`,
    reason === undefined ? '' : ` ${quoted(reason)}`
  ].join('')
