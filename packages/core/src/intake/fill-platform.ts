/** What a writer of the preamble has read: the words as they stand now, where no other hash is named (rule 16). */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { preambleHash } from '../platform/document'
import { preambleOf } from '../platform/draft'
import { initialPlatformState } from '../platform/state'
import { type Filler } from './filler'

export const fillPlatform: Filler = (name, payload, { look }) =>
  name !== 'WritePreamble' || payload['was'] !== undefined
    ? TE.right(payload)
    : pipe(
        look.platform(String(payload['platform'])),
        TE.map((platform = initialPlatformState) => ({
          ...payload,
          was: preambleHash(preambleOf(platform))
        }))
      )
