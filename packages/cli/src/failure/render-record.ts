/** What is wrong with the record, in words: what `audit` and `store check` find. */
import { type Difference } from '@ardiya/core/ledger/difference'
import { type Place } from '@ardiya/core/ledger/place'
import { type MissingVersion } from '@ardiya/core/ledger/versions-seen'
import { type Json } from '@ardiya/core/kernel/primitives'
import { exitCodes } from './exit-code'
import { type LineFault, type RecordFault } from './failure'
import { sayRefusal } from './refusals'
import { lineFaults } from './render-line'
import { type Renderers } from './rendered'
import { counted, listed, said, type Said } from './words'

export const recordFaults: Renderers<RecordFault> = {
  ReplayDiffers: ({ tag, process, difference }) => ({
    tag,
    rule: 18,
    ...said(
      `${missing(difference)}${what(process, difference)}`,
      'The record was changed, or made by other software. Compare it with a backup or a published checkpoint.'
    ),
    value: difference.id,
    details: {
      process,
      log: difference.log,
      event: difference.id,
      type: difference.type,
      because: asJson(difference.because),
      ...(difference.missing === undefined ? {} : { missing: asJson(difference.missing) })
    },
    exit: exitCodes.store
  }),
  LineIsNoEvent: failure => ({
    tag: failure.tag,
    ...said(
      `line ${failure.line} of ${failure.file === '-' ? 'the input' : failure.file} is no event of a record: ${noEvent(failure)}`,
      'Name what "ardiya export events" printed. If this is it, the line was changed: compare it with another copy.'
    ),
    value: failure.file,
    details: { line: failure.line },
    exit: exitCodes.store
  }),
  CheckFailed: failure => ({
    tag: failure.tag,
    ...said(
      `${counted(failure.found.length, 'thing')} not as it should be: ${failure.found.join('; ')}`,
      'What is kept beside the log is made again by "ardiya store rebuild"; the log and the directory come back from a backup.'
    ),
    details: { found: failure.found },
    exit: exitCodes.store
  })
}

const noEvent = ({ because }: Extract<RecordFault, { readonly tag: 'LineIsNoEvent' }>): string => {
  if (because.tag === 'StoreDamaged') return because.detail
  /** The compiler does not see that a table gives the renderer of the tag that it is asked for. */
  const say = lineFaults[because.tag] as (fault: LineFault) => Said
  return say(because).message
}

/** Interfaces of words and lists of words: JSON, which the compiler does not see of an interface. */
const asJson = (data: Difference['because'] | MissingVersion): Json => data as unknown as Json

/** The version that a stream lacks; not said twice where it is the event that is named anyway. */
const missing = ({ because, missing }: Difference): string =>
  missing === undefined ||
  (because.tag === 'LeftOut' && because.stream === missing.stream && because.version === missing.version)
    ? ''
    : `version ${missing.version} of ${missing.stream} is left out, before ${at(missing.before)}; `

const at = ({ type, id, log }: Place): string => `${type} ${id} at log version ${log}`

const what = (process: string, difference: Difference): string =>
  difference.because.tag === 'LeftOut'
    ? `${at(difference)} of ${process} is left out: its command gives it, as version ${difference.because.version} of ${difference.because.stream}`
    : `${difference.missing?.before.id === difference.id ? 'that' : `${at(difference)} of ${process}`} does not follow from the record: ${because(difference.because)}`

const because = (because: Exclude<Difference['because'], { readonly tag: 'LeftOut' }>): string => {
  switch (because.tag) {
    case 'BytesDiffer':
      return `decided again, it differs in ${listed(because.fields)}`
    case 'Refused':
      return `decided again, its command is refused: ${sayRefusal(because.rejection).message}`
    case 'NotDecided':
      return 'no command of the record gives it'
    case 'CommandLeftOut':
      return `${because.missing}, which bears its command, is not before it`
    case 'CommandIdTaken':
      return 'an act before it has the same command id'
    case 'RulesNotKnown':
      return `it was decided under rules ${because.rules}, and this software decides under ${listed(because.known)}: update ardiya, and replay again`
    case 'CommandNotUnderstood':
      return 'its command is not one that this software knows'
  }
}
