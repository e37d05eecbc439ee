/** Texts that took blocks of submissions on, and what becomes of the open amendments there. */
import { type Heir, carryAmendments } from '../src/path/carry-amendments'
import { type BlockRef, type SubmissionRef } from '../src/submission/ids'
import { reviseText } from '../src/submission/revise-text'
import { initialSubmissionState } from '../src/submission/state'
import { withBlockIds } from '../src/text/apply'
import { type BlockId } from '../src/text/text'
import { AR, at, frameOf, meeting, paragraphs, type Story } from './refining-story'

type Taken = readonly [words: string, ...from: ReadonlyArray<string>]

export const heir = (ref: string, ...blocks: ReadonlyArray<Taken>): Heir =>
  heirTitled('الماء والتعليم', ref, ...blocks)

export const heirTitled = (title: string, ref: string, ...blocks: ReadonlyArray<Taken>): Heir => {
  const { text } = withBlockIds(
    { language: AR, title, blocks: paragraphs(...blocks.map(([said]) => said)) },
    1
  )
  return {
    ref: ref as SubmissionRef,
    revised: reviseText(initialSubmissionState, {
      text,
      materiality: 'substantive',
      because: { kind: 'merge', sources: [] }
    }),
    blocks: blocks.map(([, ...from], index) => ({
      block: `b${index + 1}` as BlockId,
      from: from.map(one => one as BlockRef)
    }))
  }
}

export const carried = (sources: ReadonlyArray<Story>, ...heirs: ReadonlyArray<Heir>) =>
  carryAmendments(
    sources.map(({ stream }) => stream),
    heirs,
    frameOf(9, meeting, at(90))
  )
