/** What is wrong with the record, in words: what `audit` and `store check` find. */
import { type Difference } from '@ardiya/core/ledger/difference'
import { type Json } from '@ardiya/core/kernel/primitives'
import { exitCodes } from './exit-code'
import { type RecordFault } from './failure'
import { sayRefusal } from './refusals'
import { type Renderers } from './rendered'
import { counted, listed, said } from './words'

export const recordFaults: Renderers<RecordFault> = {
  ReplayDiffers: ({ tag, process, difference }) => ({
    tag,
    rule: 18,
    ...said(
      `${difference.type} ${difference.id} (log version ${difference.log} of ${process}) does not follow from the record: ${because(difference)}`,
      'The record was changed, or made by other software. Compare it with a backup or a published checkpoint.'
    ),
    value: difference.id,
    details: {
      process,
      log: difference.log,
      event: difference.id,
      type: difference.type,
      because: difference.because as unknown as Json
    },
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

const because = ({ because }: Difference): string => {
  switch (because.tag) {
    case 'BytesDiffer':
      return `decided again, it differs in ${listed(because.fields)}`
    case 'Refused':
      return `decided again, the command is refused: ${sayRefusal(because.rejection).message}`
    case 'NotDecided':
      return 'no command of the record gives it'
    case 'LeftOut':
      return 'an event that its command gives is left out'
    case 'CommandLeftOut':
      return `${because.missing}, which bears its command, is not before it`
    case 'RulesNotKnown':
      return `it was decided under rules ${because.rules}, and this software decides under ${listed(because.known)}: update ardiya, and replay again`
    case 'CommandNotUnderstood':
      return 'its command is not one that this software knows'
  }
}
