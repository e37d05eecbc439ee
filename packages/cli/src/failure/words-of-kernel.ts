import { type kernelRejections } from '@ardiya/core/kernel/rejections'
import { given, type RefusalWords, said, spaced } from './words'

export const kernelWords: RefusalWords<typeof kernelRejections> = {
  NumberNotNext: ({ value, details }) =>
    said(
      `${given(value)} is not the next free number: that is ${details.next}`,
      `Name ${details.next}, or leave the number out and it is given. Numbers are never shifted or used again.`
    ),
  ReferenceUnknown: ({ value, details }) =>
    said(
      `there is no ${kindWords(details.kind)} ${given(value)} in this process`,
      `Look up what there is with "ardiya show", or record it first.`
    ),
  PrecedesWhatItRefersTo: ({ details }) =>
    said(
      `the act is dated before ${details.refersTo}, which is of ${details.since}`,
      `Give "at" a time after ${details.since}.`
    ),
  NamedTwice: ({ value }) => said(`${given(value)} is named twice`, 'Name it once.')
}

const kindWords = (kind: string): string => (kind === 'minutesCorrection' ? 'correction' : spaced(kind))
