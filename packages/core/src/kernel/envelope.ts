/**
 * What is stored for each event (guarantees.md §1). Serialised once, by JCS; those exact bytes are stored, hashed and
 * exported. Fields are required unless marked; absent is left out; unknown fields of later versions are kept.
 * Stored for ever: a change needs a new format number, an upcaster and a fixture.
 */
import * as t from 'io-ts'
import {
  CommandId,
  Count,
  EventId,
  Hash,
  Instant,
  LocalDate,
  matching,
  Positive,
  ProcessSlug,
  UtcInstant,
  Words
} from './primitives'
import { StreamName } from './stream-name'

/** `A3-m1`: the first mandate of association 3. */
export const MandateRef = matching(/^A[1-9]\d{0,5}-m[1-9]\d{0,5}$/, 'MandateRef')
export type MandateRef = t.TypeOf<typeof MandateRef>

/** `A3`: a member association. */
export const AssociationRef = matching(/^A[1-9]\d{0,5}$/, 'AssociationRef')
export type AssociationRef = t.TypeOf<typeof AssociationRef>

/** `M1`: a meeting. */
export const MeetingRef = matching(/^M[1-9]\d{0,5}$/, 'MeetingRef')
export type MeetingRef = t.TypeOf<typeof MeetingRef>

export const Office = t.keyof({ convenor: null, secretary: null, chair: null, rapporteur: null })
export type Office = t.TypeOf<typeof Office>

/** In whose name an act is done: an association, an office or a meeting. */
export const Actor = t.union([
  t.readonly(t.type({ as: t.literal('association'), association: AssociationRef, mandate: MandateRef })),
  t.readonly(t.type({ as: t.literal('office'), office: Office, mandate: MandateRef })),
  t.readonly(t.type({ as: t.literal('meeting'), meeting: MeetingRef }))
])
export type Actor = t.TypeOf<typeof Actor>

/** How the secretariat knows of an act that it types on behalf of another (rule 3). Scans are held as a hash. */
export const Evidence = t.readonly(
  t.intersection([
    t.type({ kind: t.keyof({ inTheRoom: null, paper: null, mail: null, call: null }) }),
    t.partial({ meeting: MeetingRef, date: LocalDate, hash: Hash, note: Words })
  ])
)
export type Evidence = t.TypeOf<typeof Evidence>

/** What stands once for a whole append: in the envelope of every event of it, the same. */
export const Circumstances = t.readonly(
  t.intersection([
    t.type({ occurredAt: Instant, recordedAt: UtcInstant, actor: Actor, recordedBy: MandateRef }),
    t.partial({ evidence: Evidence, correlation: CommandId })
  ])
)
export type Circumstances = t.TypeOf<typeof Circumstances>

/** The command as it was decided, in the envelope of index 0; `count` is the number of events of the append. */
export const RecordedCommand = t.readonly(
  t.type({ name: t.string, v: Positive, payload: t.UnknownRecord, count: Positive })
)
export type RecordedCommand = t.TypeOf<typeof RecordedCommand>

/** An event with its envelope. `data` is validated by the codec of its type, not here. */
export const Envelope = t.readonly(
  t.intersection([
    t.type({
      format: t.literal(1),
      id: EventId,
      process: ProcessSlug,
      stream: StreamName,
      version: Positive,
      type: t.string,
      v: Positive,
      data: t.UnknownRecord,
      charter: Count,
      rules: Positive
    }),
    t.partial({ command: RecordedCommand, cause: EventId }),
    Circumstances
  ])
)
export type Envelope = t.TypeOf<typeof Envelope>
