/**
 * What people give for each command: its payload, less what intake finds, hands out or makes (numbers, hashes,
 * references of persons, operations made from a new text). `ardiya schema commands` shows these.
 */
import * as t from 'io-ts'
import { PersonDetails } from '../kernel/directory'
import { PersonRef, Words } from '../kernel/primitives'
import { list, shape, shapeWith } from '../kernel/shapes'
import { type CommandName, commandTable } from '../path/command-table'
import { SubmissionRef } from '../submission/ids'
import { RevisionRef } from '../submission/events'
import { Operation } from '../text/operation'
import { NewBlock } from '../text/text'
import { fieldsOf } from './conform'

/** A codec of the same fields, with some left out, some no longer required, and some of another kind. */
interface Change {
  readonly without?: ReadonlyArray<string>
  readonly optional?: ReadonlyArray<string>
  readonly with?: Readonly<Record<string, t.Mixed>>
}

const changed = (codec: t.Mixed, change: Change): t.Mixed => {
  const fields = fieldsOf(codec)
  if (fields === undefined) return codec
  const codecs = { ...fields.codecs, ...change.with }
  const kept = Object.keys(codecs).filter(key => !(change.without ?? []).includes(key))
  const isRequired = (key: string) =>
    (fields.required.has(key) || Object.hasOwn(change.with ?? {}, key)) &&
    !(change.optional ?? []).includes(key)
  const pick = (keys: ReadonlyArray<string>) =>
    Object.fromEntries(keys.map(key => [key, codecs[key] ?? t.unknown]))
  return shapeWith(pick(kept.filter(isRequired)), pick(kept.filter(key => !isRequired(key))))
}

const person = t.union([PersonRef, PersonDetails])
/** An instant with offset, or a local date and time in the meeting's zone. */
const dateTime = Words
/** A whole other wording, from which intake makes the operations. */
const wording = shape({ title: Words, blocks: list(NewBlock) })

const inner = (codec: t.Mixed, key: string): t.Mixed => fieldsOf(codec)?.codecs[key] ?? t.unknown
const items = (codec: t.Mixed): t.Mixed => {
  const found: t.Mixed & { readonly type?: t.Mixed } = codec
  return found.type ?? t.unknown
}

const ref: Change = { optional: ['ref'] }
/** How a collision is settled; which collision it is, and its two sides, intake names. */
const resolution = t.union([
  shape({ take: t.literal('one'), ref: Words }),
  shape({ take: t.literal('both'), order: list(Words) }),
  shapeWith({ take: t.literal('third') }, { operations: list(Operation), text: wording })
])

const onText: Change = { without: ['platform'], optional: ['revision', 'textHash'] }

const changes: { readonly [N in CommandName]?: Change } = {
  OpenProcess: {
    optional: ['rules'],
    with: {
      mandate: changed(inner(commandTable.OpenProcess, 'mandate'), {
        without: ['commitment'],
        with: { person }
      })
    }
  },
  DefineTheme: ref,
  RegisterReference: ref,
  RegisterAssociation: ref,
  RegisterAuthority: ref,
  GrantMandate: { without: ['commitment'], optional: ['ref'], with: { person } },
  ChangePersonDetails: { without: ['commitment'], with: { details: PersonDetails } },
  AskPersonErasure: { optional: ['completion'] },
  RetractEntry: { without: ['stream', 'platform'] },

  ScheduleMeeting: { optional: ['ref', 'zone'], with: { startsAt: dateTime, endsAt: dateTime } },
  RescheduleMeeting: { with: { startsAt: dateTime, endsAt: dateTime } },
  AdjournMeeting: { optional: ['until'], with: { until: dateTime } },
  RecordArrival: { optional: ['voter', 'attending'] },
  DiscussItem: { optional: ['speakers', 'submissions', 'references'] },
  DraftMinutes: { optional: ['text', 'claims'] },
  ProposeMinutesCorrection: { optional: ['number'] },
  SettleMinutesCorrection: { optional: ['text', 'claims'] },
  SealMinutes: { optional: ['explanations'] },

  Decide: {
    without: ['sources', 'affects', 'platform'],
    optional: ['ref', 'parts', 'modified', 'resolution'],
    with: {
      parts: list(changed(items(inner(commandTable.Decide, 'parts')), { optional: ['ref'] })),
      modified: t.union([list(Operation), wording]),
      resolution
    }
  },
  AnnulDecision: { without: ['affects', 'platform'] },

  Submit: {
    optional: ['ref', 'original', 'coAuthors', 'areas', 'levels', 'references', 'evidence', 'answers']
  },
  ReviseText: {
    without: ['platform'],
    optional: ['revision', 'textHash', 'operations', 'text'],
    with: { text: wording }
  },
  TranslateText: { without: ['platform'], optional: ['of'], with: { blocks: list(NewBlock) } },
  AdmitSubmission: onText,
  ReturnSubmission: onText,
  JoinAsCoAuthor: onText,
  WithdrawSubmission: onText,
  ProposeMerge: {
    without: ['platform'],
    optional: ['ref'],
    with: { sources: list(t.union([SubmissionRef, RevisionRef])) }
  },
  GiveMergeConsent: { without: ['sources'] },
  RefuseMergeConsent: { without: ['sources'] },
  MergeSubmissions: { without: ['sources', 'platform'] },
  SplitSubmission: {
    without: ['platform'],
    optional: ['revision', 'textHash'],
    with: {
      parts: list(changed(items(inner(commandTable.SplitSubmission, 'parts')), { optional: ['ref'] }))
    }
  },
  RateCriterion: { without: ['platform'], optional: ['references', 'evidence'] },
  DefineIndicator: { without: ['platform'], optional: ['ref'] },
  RecordIndicator: { without: ['platform'] },

  ProposeAmendment: {
    without: ['platform'],
    optional: ['ref', 'language', 'revision', 'textHash', 'operations', 'text'],
    with: { text: wording }
  },
  WithdrawAmendment: onText,
  AcceptAmendment: onText,
  WordAmendment: {
    without: ['platform'],
    optional: ['revision', 'textHash', 'operations', 'text'],
    with: { text: wording }
  },
  ResolveCollision: { without: ['platform'], with: { resolution } },
  ReopenCollision: onText,

  Endorse: { ...onText, optional: ['revision', 'textHash', 'reservations'] },
  ReaffirmEndorsement: { ...onText, optional: ['revision', 'textHash', 'reservations'] },
  WithdrawEndorsement: onText,
  RaiseObjection: { ...onText, optional: ['revision', 'textHash', 'blocks'] },
  LiftObjection: onText,

  CompilePlatform: ref,
  WritePreamble: { optional: ['was'] },
  RaisePlatform: ref,
  RecordResponse: ref,
  RecordCommitment: ref
}

/** The codec of what people give for a command. */
export const inputCodec = (name: CommandName): t.Mixed => {
  const change = changes[name]
  return change === undefined ? commandTable[name] : changed(commandTable[name], change)
}
