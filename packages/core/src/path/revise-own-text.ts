/** Authors put their own text in other words, and what follows from that is in the same append. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { draftFor } from '../amendment/draft'
import { entryOf } from '../amendment/decide'
import { reviseOwnText, type TextRevised } from '../submission/revise-text'
import { changeText } from './change-text'
import { type Circumstances } from './circumstances'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { type SubmissionStream } from './states'

export const reviseOwn = (
  command: CommandNamed<'ReviseText'>,
  stream: SubmissionStream,
  circumstances: Circumstances
): PathDecision => {
  const { submission, operations } = command.payload
  return pipe(
    reviseOwnText(command, circumstances.coalition)(stream.submission),
    E.map(events =>
      events
        .filter((event): event is Extract<typeof event, TextRevised> => event.type === 'TextRevised')
        .flatMap(({ data: revised }) =>
          changeText(
            stream,
            {
              draft: draftFor(submission, entryOf(command), stream.amendments),
              revised,
              step: { kind: 'other', operations }
            },
            circumstances
          )
        )
    )
  )
}
