import { type platformView } from '@ardiya/core/views/platform'
import { type ResultOf } from '@ardiya/core/views/view'
import { printable } from '@ardiya/core/text/show-change'
import { line } from '../parts'
import { type Page } from './page'

type Platform = ResultOf<typeof platformView>

/** The document as it is sent and printed, in Markdown: line by line as it is. */
export const platformPage: Page<Platform> = platform =>
  'markdown' in platform
    ? platform.markdown
        .trimEnd()
        .split('\n')
        .map(text => line(printable(text)))
    : [line('No platform has been compiled yet.', 'faint')]
