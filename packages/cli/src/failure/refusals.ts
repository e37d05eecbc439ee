/** The words for every refusal of the path. */
import { type rejections } from '@ardiya/core/path/all-rejections'
import { type Rejection } from '@ardiya/core/kernel/rejection'
import { type Json } from '@ardiya/core/kernel/primitives'
import { given, type RefusalWords, type Refused, said, type Said } from './words'
import { amendmentWords } from './words-of-amendment'
import { endorsementWords } from './words-of-endorsement'
import { kernelWords } from './words-of-kernel'
import { meetingWords } from './words-of-meeting'
import { pathWords } from './words-of-path'
import { platformWords } from './words-of-platform'
import { processWords } from './words-of-process'
import { submissionWords } from './words-of-submission'

/** The compiler asks for the words of each refusal that there is. */
const words: RefusalWords<typeof rejections> = {
  ...kernelWords,
  ...processWords,
  ...pathWords,
  ...meetingWords,
  ...submissionWords,
  ...amendmentWords,
  ...endorsementWords,
  ...platformWords
}

/** What a refusal says, and what to do. */
export const sayRefusal = (rejection: Rejection): Said => {
  const say = (words as Readonly<Record<string, ((refused: Refused<never>) => Said) | undefined>>)[
    rejection.tag
  ]
  return say === undefined
    ? said(
        `refused: ${rejection.tag} ${given(rejection.details as Json)}`,
        'This refusal comes from newer software: update ardiya.'
      )
    : say({ field: rejection.field, value: rejection.value, details: rejection.details as never })
}
