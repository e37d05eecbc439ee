/** Numbers of streams are dense: one is the next free one if only the one before it is taken (ADR 0002). */
import * as E from 'fp-ts/lib/Either'
import { type Rejection } from '../kernel/rejection'
import { NumberNotNext } from '../kernel/rejections'

/** `NumberNotNext` names what can be told from those two: the number after a taken one, or the one before a gap. */
export const numberIsNext = (ref: string, exists: (ref: string) => boolean): E.Either<Rejection, void> => {
  const [letter, number] = [ref.slice(0, 1), Number(ref.slice(1))]
  if (exists(ref)) return E.left(NumberNotNext('payload.ref', ref, { next: `${letter}${number + 1}` }))
  return number === 1 || exists(`${letter}${number - 1}`)
    ? E.right(undefined)
    : E.left(NumberNotNext('payload.ref', ref, { next: `${letter}${number - 1}` }))
}
