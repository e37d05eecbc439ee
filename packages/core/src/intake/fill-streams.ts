/** What an act must read and people do not name: the latest platform, the sources of a merge, the streams of an entry. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type DecisionEntry } from '../meeting/state'
import { processStream, type StreamName, streamOf } from '../kernel/stream-name'
import { type ProcessSlug } from '../kernel/primitives'
import { type CommandName, commandTable } from '../path/command-table'
import { ownerOf, type StreamRef } from '../path/reads'
import { type SubmissionRef } from '../submission/ids'
import { type SubmissionState } from '../submission/state'
import { fieldsOf } from './conform'
import { badField, type Context, type Filled, type Filler, type Payload } from './filler'

export const fillStreams: Filler = (name, payload, context) =>
  [fillPlatform, fillSources, fillAffects, fillEntryStream].reduce<Filled>(
    (filled, filler) =>
      pipe(
        filled,
        TE.flatMap(so => filler(name, so, context))
      ),
    TE.right(payload)
  )

const has = (name: CommandName, key: string): boolean =>
  Object.hasOwn(fieldsOf(commandTable[name])?.codecs ?? {}, key)

const findsPlatform = (name: CommandName): boolean =>
  name !== 'RetractEntry' &&
  has(name, 'platform') &&
  fieldsOf(commandTable[name])?.required.has('platform') !== true

/** The latest platform, for acts on submissions. */
const fillPlatform: Filler = (name, payload, { look, recorded }) =>
  !findsPlatform(name) || recorded !== undefined
    ? TE.right(payload)
    : pipe(
        look.lastNumber('V'),
        TE.map(last => (last === 0 ? payload : { ...payload, platform: `V${last}` }))
      )

/** What an act takes effect in besides what it names: the sources of a merge, the parts of a split that is undone. */
interface MadeOf {
  readonly ref: string
  readonly sources: (submission: SubmissionState) => ReadonlyArray<SubmissionRef>
}

const sourcesOfMerge = ({ mergeProposal }: SubmissionState): ReadonlyArray<SubmissionRef> =>
  (mergeProposal?.sources ?? []).map(({ ref }) => ref)

const partsOfSplit = ({ splitInto }: SubmissionState): ReadonlyArray<SubmissionRef> =>
  (splitInto?.into ?? []).map(({ ref }) => ref)

const madeOf = (name: CommandName, payload: Payload): MadeOf | undefined => {
  if (name === 'MergeSubmissions' || name === 'GiveMergeConsent' || name === 'RefuseMergeConsent')
    return { ref: String(payload['merge']), sources: sourcesOfMerge }
  const { subject, motion } = payload
  if (name !== 'Decide' || !isRecord(subject)) return undefined
  const ref = String(subject['ref'])
  if (motion === 'undoSplit') return { ref, sources: partsOfSplit }
  return motion === 'merge' || motion === 'undoMerge' ? { ref, sources: sourcesOfMerge } : undefined
}

const isRecord = (value: unknown): value is Payload => typeof value === 'object' && value !== null

/** In the order in which they are named there. */
const fillSources: Filler = (name, payload, { look, recorded }) => {
  const made = madeOf(name, payload)
  if (made === undefined || recorded !== undefined) return TE.right(payload)
  return pipe(
    look.submission(made.ref),
    TE.map(found => ({ ...payload, sources: found === undefined ? [] : made.sources(found.submission) }))
  )
}

/** The streams that an annulled or confirmed decision took effect in, and the latest meeting: each may have annulled it. */
const fillAffects: Filler = (name, payload, { look, process, recorded }) => {
  const decision = annulled(name, payload)
  if (decision === undefined || recorded !== undefined) return TE.right(payload)
  return pipe(
    look.meeting(ownerOf(decision)),
    TE.flatMap(meeting => {
      const entry = meeting?.decisions.find(({ ref }) => ref === decision)
      return entry === undefined
        ? TE.right({ ...payload, affects: [] })
        : pipe(
            TE.Do,
            TE.bind('sources', () => sourcesOf(entry, look)),
            TE.bind('latest', () => look.lastNumber('M')),
            TE.map(({ sources, latest }) => ({
              ...payload,
              affects: isCalled(payload, latest)
                ? streamsOf(process, [
                    ownerOf(decision),
                    ...affectedRefs(entry),
                    ...sources,
                    ...(payload['meeting'] === `M${latest}` ? [] : [`M${latest}`])
                  ])
                : []
            }))
          )
    })
  )
}

const annulled = (name: CommandName, payload: Payload): string | undefined => {
  if (name === 'AnnulDecision') return String(payload['decision'])
  const subject = payload['subject']
  return name === 'Decide' && isRecord(subject) && subject['kind'] === 'annulment'
    ? String(subject['ref'])
    : undefined
}

/** No decision is read for where the meeting that would take it does not exist. */
const isCalled = ({ meeting = 'M1' }: Payload, latest: number): boolean =>
  Number(String(meeting).slice(1)) <= latest

const affectedRefs = ({ subject }: DecisionEntry): ReadonlyArray<string> => [ownerOf(subject.ref)]

/** A merge and a split also took effect in the submissions that they closed or made. */
const sourcesOf = (
  entry: DecisionEntry,
  look: Context['look']
): TE.TaskEither<never, ReadonlyArray<string>> | ReturnType<typeof related> =>
  entry.subject.kind === 'merge' || entry.subject.kind === 'split' ? related(entry, look) : TE.right([])

const related = (entry: DecisionEntry, look: Context['look']) =>
  pipe(
    look.submission(entry.subject.ref),
    TE.map((found): ReadonlyArray<string> => [
      ...(found === undefined ? [] : sourcesOfMerge(found.submission)),
      ...(found === undefined ? [] : partsOfSplit(found.submission))
    ])
  )

const streamsOf = (process: ProcessSlug, refs: ReadonlyArray<string>): ReadonlyArray<StreamName> => [
  ...new Set(refs.map(ref => (isStreamRef(ref) ? streamOf(process, ref) : processStream(process))))
]

const isStreamRef = (ref: string): ref is StreamRef => /^[MDEPV][1-9]\d*$/.test(ref)

/** The stream of the entry that is taken back. */
const fillEntryStream: Filler = (name, payload, { look, recorded }) =>
  name !== 'RetractEntry' || recorded !== undefined
    ? TE.right(payload)
    : pipe(
        look.streamOfEvent(String(payload['entry'])),
        TE.flatMap(stream =>
          stream === undefined
            ? TE.left(badField('payload.entry', payload['entry'], 'EventOfThisProcess'))
            : withPlatform({ ...payload, stream }, stream, look)
        )
      )

/** A frozen platform closes its submissions: the entry of one is judged with the latest platform known. */
const withPlatform = (payload: Payload, stream: StreamName, look: Context['look']): Filled =>
  stream.startsWith('submission-')
    ? pipe(
        look.lastNumber('V'),
        TE.map(last => (last === 0 ? payload : { ...payload, platform: `V${last}` }))
      )
    : TE.right(payload)
