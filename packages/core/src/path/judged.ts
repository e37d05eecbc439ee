/** How the path judges an act before its slice sees it: it passes, or is refused. */
import * as E from 'fp-ts/lib/Either'
import { type Rejection } from '../kernel/rejection'

export type Judged = E.Either<Rejection, void>

export const fine: Judged = E.right(undefined)

export const fineIf = (condition: boolean, rejection: () => Rejection): Judged =>
  condition ? fine : E.left(rejection())
