/** A page shows a view's result to people. */
import { type Part } from '../parts'
import { type Say } from '../say'

export type Page<Result> = (result: Result, say: Say) => ReadonlyArray<Part>
