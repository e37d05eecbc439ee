import { type changesView } from '@ardiya/core/views/changes'
import { type ResultOf } from '@ardiya/core/views/view'
import { showInTerminal } from '@ardiya/core/text/show-change'
import { apartAlready } from '../../terminal/isolate'
import { line } from '../parts'
import { day, dotted, plain } from '../say'
import { type Page } from './page'

type Changes = ResultOf<typeof changesView>

/** The whole text with what came and what went; `--json` has the same as data, Markdown and HTML. */
export const changesPage: Page<Changes> = change => [
  ...(change.from.revision === change.to.revision
    ? [
        line(
          `${change.submission}@${change.to.revision} is the only text here: there is none to compare it with.`
        )
      ]
    : []),
  line(
    dotted(
      `from ${change.submission}@${change.from.revision} to @${change.to.revision}`,
      `${day(change.to.at)}, ${plain(change.to.because.kind)}`,
      change.to.materiality,
      change.language
    ),
    'faint'
  ),
  line('[-gone-]  {+new+}   ~ changed  + new  - gone  > moved here  < moved away', 'faint'),
  line(''),
  ...apartAlready(showInTerminal(change, { colour: false }))
    .split('\n')
    .map(text => line(text))
]
