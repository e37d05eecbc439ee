/**
 * Provenance of every block and run of words: who brought it, which amendment changed it, which meeting decided, who
 * stands by that wording. Words of a merged or split submission keep the origin that they had in its sources.
 */
import { ClauseRef, platformOf } from '../platform/ids'
import { clauseRef } from '../platform/numbers'
import { documentOf } from '../platform/standing'
import { BlockRef, SubmissionRef } from '../submission/ids'
import { platformProvenance } from './platform-provenance'
import { type TextAsked, tracedText } from './traced-text'
import { tracer } from './traced-words'
import { type Board, defineView } from './view'

/** A text (`P1`, `P1@2`), a block (`P1#b3`), a clause (`V1.3`) or a whole platform (`V1`). */
export const provenanceView = defineView({
  name: 'provenance',
  purpose: 'who brought, changed, decided and endorsed every word: of P1, P1@2, P1#b3, V1.3 or all of V1',
  needs: 'all',
  about: { kind: 'required', letters: 'DEPV' },
  dated: false,
  show: board => {
    const ref = board.asked.ref ?? ''
    const platform = board.states.platforms[ref]
    if (platform !== undefined) return platformProvenance(platform, board.states)
    const asked = askedFor(ref, board)
    return asked === undefined ? undefined : tracedText(asked, board.states, tracer(board.states))
  }
})

const askedFor = (ref: string, board: Board): TextAsked | undefined => {
  if (ClauseRef.is(ref)) return clauseAsked(ref, board)
  const [, plain = '', revision, block] = /^([DEP]\d+)(?:@(\d+))?(?:#(b\d+))?$/.exec(ref) ?? []
  if (!SubmissionRef.is(plain) || !(block === undefined || BlockRef.is(`${plain}#${block}`))) return undefined
  return {
    submission: plain,
    ...(revision === undefined ? {} : { revision: Number(revision) }),
    ...(block === undefined ? {} : { block })
  }
}

/** The exact text that a clause of a frozen platform is made of. */
const clauseAsked = (clause: ClauseRef, { states }: Board): TextAsked | undefined => {
  const state = states.platforms[platformOf(clause)]
  const document = state === undefined ? undefined : documentOf(state)
  const found = document?.clauses.find(({ number }) => clauseRef(document.platform, number) === clause)
  return found === undefined ? undefined : { submission: found.ref, revision: found.revision, clause }
}
