import { type processView } from '@ardiya/core/views/process'
import { type ResultOf } from '@ardiya/core/views/view'
import { apart } from '../../terminal/isolate'
import { heading, line, lines, type Part, section } from '../parts'
import { day, dotted, list, plain, quoted, type Say } from '../say'
import { charterWords } from './charter-words'
import { type Page } from './page'

type Process = ResultOf<typeof processView>
type Association = Process['associations'][number]
type Charter = NonNullable<Process['charter']>

/** The process on one page: how it stands, its rules, and what its references name. */
export const processPage: Page<Process> = (process, say) => [
  ...opening(process, say),
  ...section(
    'Stages',
    ['since', 'stage', 'by', 'reason'],
    process.stages.map(({ at, stage, reason, decision }) => [
      day(at),
      plain(stage),
      decision ?? '',
      reason === undefined ? '' : apart(reason)
    ])
  ),
  ...charterParts(process),
  ...section(
    'Associations',
    ['ref', 'name', 'standing', 'mandates'],
    process.associations.map(one => [
      one.ref,
      say.name(one.names),
      standingWords(one),
      mandateWords(one, say)
    ])
  ),
  ...section(
    'Themes',
    ['ref', 'name'],
    process.themes.map(({ ref, names }) => [ref, say.name(names)])
  ),
  ...section(
    'References',
    ['ref', 'title', 'issuer', 'kind', 'date'],
    process.references.map(({ ref, title, issuer, kind, date }) => [
      ref,
      say.name(title),
      say.name(issuer),
      plain(kind),
      date
    ])
  ),
  ...section(
    'Authorities',
    ['ref', 'name', 'level'],
    process.authorities.map(({ ref, names, level }) => [ref, say.name(names), level])
  ),
  ...section(
    'Meetings',
    ['ref', 'title', 'kind', 'on', 'phase'],
    process.meetings.map(one => [
      one.ref,
      say.name(one.title),
      plain(one.kind ?? ''),
      day(one.startsAt ?? ''),
      plain(one.phase)
    ])
  ),
  ...section(
    'Platforms',
    ['ref', 'standing'],
    process.platforms.map(({ ref, standing }) => [ref, plain(standing)])
  )
]

const opening = (process: Process, say: Say): ReadonlyArray<Part> => [
  heading(say.name(process.title)),
  line(say.name(process.slogan)),
  line(
    dotted(
      say.name(process.territory),
      process.at === undefined ? undefined : `opened ${day(process.at)} by ${process.convenor ?? ''}`,
      `languages ${list(process.languages ?? [])}, ${process.authoritative ?? ''} binds`,
      process.zone
    )
  ),
  'notOpenYet' in process
    ? line('It was not open yet.', 'strong')
    : line(`Stage: ${plain(process.stage)}.`, 'strong')
]

const charterParts = ({ charter, charters }: Process): ReadonlyArray<Part> => [
  ...(charter === undefined ? [] : inForce(charter)),
  ...section(
    'Versions of the charter',
    ['ref', 'since', 'title', 'adopted by', 'confirmed by'],
    charters.map(({ version, at, text, decision, confirmedBy }) => [
      `C${version}`,
      day(at),
      apart(text.title),
      decision ?? '',
      confirmedBy ?? ''
    ])
  )
]

const inForce = ({ version, confirmed, terms }: Charter): ReadonlyArray<Part> =>
  lines(
    `Charter C${version}, ${confirmed ? 'in force' : 'in force, not confirmed by a meeting yet'}`,
    charterWords(terms)
  )

/** With since when and why it is so, where it has changed. */
const standingWords = ({ standing, standings }: Association): string => {
  const last = standings.at(-1)
  return last === undefined
    ? plain(standing)
    : dotted(`${plain(standing)} since ${day(last.at)}${because(last.reason)}`, last.decision)
}

const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${quoted(reason)}`)

const mandateWords = ({ mandates }: Association, say: Say): string =>
  mandates
    .map(
      one =>
        `${one.ref} ${one.role} ${say.person(one.person)}, from ${one.from}${one.until === undefined ? '' : ` until ${one.until}`}${endWords(one)}`
    )
    .join('; ')

const endWords = ({ valid, revoked }: Association['mandates'][number]): string => {
  if (revoked !== undefined) return ` (revoked ${day(revoked.at)}${because(revoked.reason)})`
  return valid ? '' : ' (not valid now)'
}
