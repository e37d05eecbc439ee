/** Merging amendments: a pure function of base, set and resolutions (rule 8). */
import * as E from 'fp-ts/lib/Either'
import { applyChange } from './apply'
import { canonicalText } from '../kernel/canonical'
import { type Hash } from '../kernel/primitives'
import { baseText } from './base-text'
import { operationsOf } from './change'
import { type Voice } from './clash'
import { type Amendment, byRef, type Collision, voiceOf } from './collision'
import { type Operation } from './operation'
import { type TextProblem } from './rejections'
import { type Resolution } from './resolution'
import { settle } from './settle'
import { type Text } from './text'
import { unionOf } from './union'

/**
 * `collisions`: those that nobody has settled; while there is one, nothing of either side of it is in the text, and
 * what it concerns may not be adopted (rule 9). `operations`: what was done to the base in all, in normal form.
 */
export type Merged = {
  readonly text: Text
  readonly nextBlock: number
  readonly operations: ReadonlyArray<Operation>
  readonly collisions: ReadonlyArray<Collision>
}

/**
 * The text that a set of amendments makes of one base. The order in which amendments and resolutions are given does
 * not matter; equal operations count once; a resolution that names an amendment outside the set is not looked at.
 * Left: an amendment or a third text that does not fit, a resolution of no collision, or resolutions that contradict.
 */
export const mergeAmendments = (
  base: Text,
  amendments: ReadonlyArray<Amendment>,
  resolutions: ReadonlyArray<Resolution>,
  nextBlock: number
): E.Either<TextProblem, Merged> => {
  const ready = baseText(base)
  const voices = voicesOf(base, amendments, ready)
  if (E.isLeft(voices)) return voices
  const once = settledOnce(resolutions)
  if (E.isLeft(once)) return once
  const refs = new Set(amendments.map(amendment => amendment.ref))
  const settled = settle(ready, voices.right, once.right)
  if (E.isLeft(settled)) return settled
  const unused = settled.right.unused.find(({ between }) => between.every(ref => refs.has(ref)))
  if (unused !== undefined)
    return E.left({ tag: 'ResolutionWithoutCollision', of: unused.of, between: unused.between })
  const change = unionOf(settled.right.voices.map(voice => voice.change))
  const numbered = applyChange(ready, change, nextBlock)
  return E.isLeft(numbered)
    ? numbered
    : E.right({
        ...numbered.right,
        operations: operationsOf(change),
        collisions: settled.right.open.map(({ collision }) => collision)
      })
}

function voicesOf(
  base: Text,
  amendments: ReadonlyArray<Amendment>,
  ready: ReturnType<typeof baseText>
): E.Either<TextProblem, ReadonlyArray<Voice>> {
  const voices: Voice[] = []
  for (const amendment of [...amendments].sort(byRef)) {
    if (voices[voices.length - 1]?.ref === amendment.ref)
      return E.left({ tag: 'AmendmentTwice', ref: amendment.ref })
    const voice = voiceOf(base, amendment, ready)
    if (E.isLeft(voice)) return voice
    voices.push(voice.right)
  }
  return E.right(voices)
}

/** In one order, each once. One matter is settled once: whoever came last does not win over who came first (rule 9). */
function settledOnce(
  resolutions: ReadonlyArray<Resolution>
): E.Either<TextProblem, ReadonlyArray<Resolution>> {
  const known = new Map<Hash, Resolution>()
  for (const resolution of [...resolutions].sort(byMatter)) {
    const other = known.get(resolution.of)
    if (other !== undefined && canonicalText(other) !== canonicalText(resolution))
      return E.left({ tag: 'ResolutionsContradict', refs: [...resolution.between].sort() })
    known.set(resolution.of, resolution)
  }
  return E.right([...known.values()])
}

const byMatter = (a: Resolution, b: Resolution): number => (a.of < b.of ? -1 : a.of > b.of ? 1 : 0)
