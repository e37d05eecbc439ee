/**
 * What a program that embeds Ardiya needs (docs/how-to/embed.md): act, look, audit, and the ports to give it. Every
 * other file of core is reached by its path (`@ardiya/core/text/merge`); what stands here is kept stable.
 */

/** Acting: from people's input to the record. */
export { act, type ActFailure, type ActOptions, type Receipt, upToDate } from './intake/act'
export { type Capabilities } from './intake/capabilities'
export { type Input } from './intake/input'
export { eventSchema, inputSchema, recordedCommandSchema } from './intake/schemas'

/** Looking: views as they are now, and as they were. */
export { views } from './views/registry'
export { showAsOf, showCurrent } from './views/show'
export { type Asked, type View } from './views/view'
export { versionKnownAt } from './kernel/fold-log'

/** Following: stored records as events, for views of one's own. */
export { type Envelope } from './kernel/envelope'
export { envelopeOf, recognise, type Recognised } from './kernel/recognise'
export { eventTable, type EventType, type OccurredEvent, type PathEvent } from './path/event-table'
export { type Command, type CommandName, commandTable } from './path/command-table'

/** Auditing: decide every recorded command again. */
export { type Difference } from './ledger/difference'
export { exportedRecord } from './ledger/exported'
export {
  beginReplay,
  endReplay,
  replay,
  replayRecord,
  type Replaying,
  type ReplayReport
} from './ledger/replay'
export { type MissingVersion } from './ledger/versions-seen'

/** The ports, and what goes through them. */
export { type Directory, type DirectoryEntry, type PersonDetails } from './kernel/directory'
export {
  type Delivery,
  type EventStore,
  type LoggedRecord,
  type LogPage,
  type StoredRecord,
  type Subscription
} from './kernel/event-store'
export { type Pause, type Stores } from './kernel/handle-command'
export { type StoreFault } from './kernel/store-fault'
export { logStart, type LogVersion, logVersion, showVersion, type StreamVersion } from './kernel/version'
export { type ViewStore } from './kernel/view-store'
export { type Rejection } from './kernel/rejection'

/** Small values: codecs, and the types of the same name. */
export {
  CommandId,
  EventId,
  Hash,
  Instant,
  type Json,
  Language,
  LocalDate,
  PersonRef,
  ProcessSlug,
  UtcInstant,
  Zone
} from './kernel/primitives'

/** Bytes and hashes: what is stored, and what stands are bound to. */
export { canonicalBytes, canonicalText } from './kernel/canonical'
export { sha256 } from './kernel/hash'
export { textHash } from './text/text-hash'
