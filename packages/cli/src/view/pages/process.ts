import { type processView } from '@ardiya/core/views/process'
import { type ResultOf } from '@ardiya/core/views/view'
import { apart } from '../../terminal/isolate'
import { heading, line, lines, type Part, section } from '../parts'
import { day, dotted, list, plain, type Say } from '../say'
import { charterWords } from './charter-words'
import { type Page } from './page'

type Process = ResultOf<typeof processView>
type Association = Process['associations'][number]

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
      plain(one.standing),
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
  line(`Stage: ${plain(process.stage)}.`, 'strong')
]

const charterParts = ({ charter, charters }: Process): ReadonlyArray<Part> => [
  ...lines(
    `Charter C${charter.version}, ${charter.confirmed ? 'in force' : 'in force, not confirmed by a meeting yet'}`,
    charterWords(charter.terms)
  ),
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

const mandateWords = ({ mandates }: Association, say: Say): string =>
  mandates
    .map(({ ref, role, person, valid, revoked }) =>
      [
        `${ref} ${role} ${say.person(person)}`,
        revoked === undefined ? (valid ? '' : ' (not valid now)') : ' (revoked)'
      ].join('')
    )
    .join('; ')
