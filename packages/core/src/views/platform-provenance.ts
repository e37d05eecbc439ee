/** The provenance of a whole platform: of the words before the clauses, of every finding and of every clause. */
import { type MandateRef } from '../kernel/envelope'
import { type Language } from '../kernel/primitives'
import { type States } from '../path/states'
import { type OutlinedClause, platformOutline } from '../platform/outline'
import { adoptionOf, draftOf, freezeOf } from '../platform/standing'
import { type Preamble, type PlatformState } from '../platform/state'
import { type RevisionRef } from '../submission/events'
import { provenance, type SourcedRevision } from '../text/provenance'
import { type Block, type BlockId, type NewBlock } from '../text/text'
import { type Fact, present, timesOf } from './entry'
import { tracedText } from './traced-text'
import { type Trace, tracer } from './traced-words'

/** None before the first compilation. */
export const platformProvenance = (state: PlatformState, states: States) => {
  const outline = platformOutline(state)
  const draft = draftOf(state)
  if (outline === undefined || draft === undefined) return undefined
  const trace = tracer(states)
  const [frozen, adopted] = [freezeOf(state), adoptionOf(state)]
  return {
    platform: outline.platform,
    standing: outline.standing,
    language: outline.language,
    compiled: { ...timesOf(draft), recordedBy: draft.recordedBy, from: draft.from },
    ...present('frozen', frozen === undefined ? undefined : decidedBy(frozen)),
    ...present('adopted', adopted === undefined ? undefined : decidedBy(adopted)),
    preamble: preambleRuns(state, outline.language),
    findings: outline.findings.flatMap(exact => traced(exact, states, trace)),
    clauses: outline.clauses.flatMap(exact => traced(exact, states, trace))
  }
}

const decidedBy = (fact: Fact & { readonly decision: string; readonly documentHash: string }) => ({
  ...timesOf(fact),
  decision: fact.decision,
  documentHash: fact.documentHash
})

const traced = (
  { ref, revision, clause }: Pick<RevisionRef, 'ref' | 'revision'> & Pick<OutlinedClause, 'clause'>,
  states: States,
  trace: Trace
) => {
  const found = tracedText({ submission: ref, revision, ...present('clause', clause) }, states, trace)
  return found === undefined ? [] : [found]
}

/** Who wrote words of the preamble: the mandate of who typed it. */
export interface Wrote {
  readonly event: string
  readonly at: string
  readonly recordedBy: MandateRef
}

/** Which writing of the preamble brought which words, up to the one that counts. */
const preambleRuns = ({ preambles }: PlatformState, language: Language) => {
  const { blocks } = provenance(preambles.map((preamble, index) => asRevision(preamble, index, language)))
  return blocks.map(({ runs }) => ({ runs }))
}

/** Its blocks have no ids of their own: no id is the same twice, so that blocks are matched by what they say. */
const asRevision = (preamble: Preamble, index: number, language: Language): SourcedRevision<Wrote> => ({
  revision: index + 1,
  text: {
    language,
    title: '',
    blocks: preamble.blocks.map((block, place) => withId(block, index * 1_000_000 + place + 1))
  },
  source: { event: preamble.event, at: preamble.at, recordedBy: preamble.recordedBy }
})

const withId = (block: NewBlock, number: number): Block => ({ ...block, id: `b${number}` as BlockId })
