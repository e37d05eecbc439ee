/** The origin of every run of words of a text, followed through merges, splits and texts taken back (rule 1). */
import { fateOf, findAmendment } from '../amendment/queries'
import { type AmendmentsState } from '../amendment/state'
import { type Actor, type AssociationRef } from '../kernel/envelope'
import { type States, type SubmissionStream } from '../path/states'
import { revisionsOf } from '../submission/queries'
import { type Revision } from '../submission/state'
import { type RevisionRef } from '../submission/events'
import { provenance, type Provenance, type SourcedRevision, type WordsFrom } from '../text/provenance'
import { detailsOf } from './amendment-ends'
import { present, timesOf } from './entry'
import { type GaveWay, gaveWayOn, type WhereGaveWay } from './gave-way'
import { lineTo } from './line-to'

/** Who and what brought words: the submission and revision in which they first stood. */
export interface WordSource {
  readonly submission: string
  readonly because: Revision['because']['kind']
  readonly event: string
  readonly at: string
  /** The associations that brought it. */
  readonly by: ReadonlyArray<AssociationRef>
  /** In whose name it was done where that is no association: an office or a meeting. */
  readonly office?: string
  readonly meeting?: string
  readonly amendments?: ReadonlyArray<AmendmentNow>
  readonly resolutions?: ReadonlyArray<string>
  readonly decision?: string
}

/** An amendment that brought words, and what has become of it. */
export interface AmendmentNow {
  readonly amendment: string
  readonly association?: string
  /** Who gave the original's words of one on a translation. */
  readonly wordedBy?: Actor
  readonly standing?: string
  readonly decision?: string
  readonly as?: string
  readonly by?: string
  readonly gaveWay?: ReadonlyArray<GaveWay>
}

export interface TracedWords {
  readonly title: ReadonlyArray<WordsFrom<WordSource>>
  readonly blocks: ReadonlyMap<string, ReadonlyArray<WordsFrom<WordSource>>>
}

/** Looks up texts of a process, each once. */
export const tracer = (states: States): Trace => {
  const known = new Map<string, TracedWords>()
  const trace = (ref: string, revision: number): TracedWords => {
    const key = `${ref}@${revision}`
    const already = known.get(key)
    if (already !== undefined) return already
    known.set(key, nothing)
    const stream = states.submissions[ref]
    const made = stream === undefined ? nothing : byBlock(tracedLine(ref, stream, revision, trace))
    known.set(key, made)
    return made
  }
  return trace
}

const nothing: TracedWords = { title: [], blocks: new Map() }

const byBlock = ({ title, blocks }: Provenance<WordSource>): TracedWords => ({
  title,
  blocks: new Map(blocks.map(({ id, runs }) => [id, runs]))
})

export type Trace = (submission: string, revision: number) => TracedWords

const tracedLine = (
  ref: string,
  stream: SubmissionStream,
  revision: number,
  trace: Trace
): Provenance<WordSource> => {
  const gaveWay = gaveWayOn(stream)
  const line = lineTo(revisionsOf(stream.submission).slice(0, revision))
  return provenance(line.map(one => sourced(ref, one, stream, gaveWay, trace)))
}

const sourced = (
  ref: string,
  revision: Revision,
  stream: SubmissionStream,
  gaveWay: WhereGaveWay,
  trace: Trace
): SourcedRevision<WordSource> => {
  const carried = carriedInto(revision, stream, trace)
  return {
    revision: revision.revision,
    text: revision.text,
    source: sourceOf(ref, revision, stream, gaveWay),
    ...(carried === undefined ? {} : { carried })
  }
}

const sourceOf = (
  ref: string,
  revision: Revision,
  { submission, amendments }: SubmissionStream,
  gaveWay: WhereGaveWay
): WordSource => {
  const { because, actor } = revision
  const { event, at } = timesOf(revision)
  const frame = { submission: ref, because: because.kind, event, at }
  const acting = actingAs(actor)
  switch (because.kind) {
    case 'received':
      return submission.received === undefined
        ? { ...frame, ...acting }
        : { ...frame, by: [submission.received.association] }
    case 'amendments':
      return {
        ...frame,
        by: proposers(because.amendments, amendments),
        amendments: because.amendments.map(amendment => amendmentOf(amendment, amendments, gaveWay)),
        resolutions: because.resolutions
      }
    case 'merge':
      return {
        ...frame,
        ...actingAs(submission.mergeProposal?.actor ?? actor),
        ...present('decision', submission.merged?.decision)
      }
    case 'split':
      return { ...frame, ...acting, ...present('decision', submission.splitFrom?.decision) }
    case 'annulment':
      return { ...frame, ...acting, decision: because.decision }
    case 'author':
    case 'translation':
      return { ...frame, ...acting }
  }
}

const actingAs = (actor: Revision['actor']): Pick<WordSource, 'by' | 'office' | 'meeting'> => {
  switch (actor.as) {
    case 'association':
      return { by: [actor.association] }
    case 'office':
      return { by: [], office: actor.office }
    case 'meeting':
      return { by: [], meeting: actor.meeting }
  }
}

type Refs = Extract<Revision['because'], { readonly kind: 'amendments' }>['amendments']

const proposers = (refs: Refs, amendments: AmendmentsState): ReadonlyArray<AssociationRef> => [
  ...new Set(refs.flatMap(ref => findAmendment(amendments, ref)?.association ?? []))
]

const amendmentOf = (ref: Refs[number], amendments: AmendmentsState, gaveWay: WhereGaveWay): AmendmentNow => {
  const amendment = findAmendment(amendments, ref)
  if (amendment === undefined) return { amendment: ref }
  const fate = fateOf(amendment)
  const { association } = amendment
  return {
    amendment: ref,
    association,
    ...present('wordedBy', amendment.forms.find(({ madeFrom }) => madeFrom?.kind === 'translation')?.actor),
    standing: fate.status,
    ...detailsOf(fate),
    ...present('gaveWay', gaveWay(amendment))
  }
}

type Carried = NonNullable<SourcedRevision<WordSource>['carried']>

/** The blocks that a merge or a split took over, with the origins that their words had in the sources. */
const carriedInto = (
  { because }: Revision,
  { submission }: SubmissionStream,
  trace: Trace
): Carried | undefined => {
  switch (because.kind) {
    case 'merge':
      return carriedFrom(because.sources, submission.merged?.blocks ?? [], trace)
    case 'split':
      return carriedFrom([because.source], submission.splitFrom?.blocks ?? [], trace)
    case 'received':
    case 'author':
    case 'amendments':
    case 'translation':
    case 'annulment':
      return undefined
  }
}

type Origins = NonNullable<SubmissionStream['submission']['merged']>['blocks']

const carriedFrom = (sources: ReadonlyArray<RevisionRef>, blocks: Origins, trace: Trace): Carried => {
  const revisions = new Map<string, number>(sources.map(({ ref, revision }) => [ref, revision]))
  const wordsOf = (from: string): ReadonlyArray<WordsFrom<WordSource>> => {
    const [ref = '', block = ''] = from.split('#')
    const revision = revisions.get(ref)
    return revision === undefined ? [] : (trace(ref, revision).blocks.get(block) ?? [])
  }
  return Object.fromEntries(
    blocks.flatMap(({ block, from }) => (from.length === 0 ? [] : [[block, from.map(wordsOf)]]))
  )
}
