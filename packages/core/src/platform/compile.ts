/** Compiling the joint platform from what every submission came to (rules 12 and 13). */
import { canonicalText } from '../kernel/canonical'
import { type CommandOf } from '../kernel/command'
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { NumberNotNext } from '../kernel/rejections'
import { logVersion, showVersion } from '../kernel/version'
import { type Coalition } from '../process/coalition'
import { type platformCommands } from './commands'
import { type CompilableSubmission } from './compilable'
import { type LogVersionText, type PlatformEvent } from './events'
import { type PlatformRef, platformStream } from './ids'
import { lastNumber } from './numbers'
import { firstOf, type Objection, precedes, unless } from '../kernel/objection'
import { draftingOver } from './preconditions'
import { EarlierPlatformOpen } from './rejections'
import { keepingOrder, type Sections, sectionsOf } from './sections'
import { adoptionOf, draftOf, platformStanding } from './standing'
import { type PlatformState } from './state'

export type CompilePlatform = CommandOf<typeof platformCommands, 'CompilePlatform'>

/** What a compilation is made of: all that the log holds up to there. */
export interface CompileFacts {
  readonly submissions: ReadonlyArray<CompilableSubmission>
  /** How many events the log had then. */
  readonly log: number
  /** Every platform of the process by its reference. */
  readonly platforms: { readonly [ref: string]: PlatformState | undefined }
}

/**
 * Compiles a new draft, or the present one again; nothing is numbered yet. `[]` where it already says just this.
 * Refused with NumberNotNext, EarlierPlatformOpen, PlatformIsFrozen, PlatformIsAdopted,
 * PlatformIsSetAside, PrecedesWhatItRefersTo.
 */
export const compilePlatform =
  (command: CompilePlatform, coalition: Coalition, facts: CompileFacts) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    const earlier = platformsBefore(facts, command.payload.ref)
    return unless(
      [
        () => (state.ref === undefined ? nextRefused(command, earlier) : againRefused(command, state)),
        () => precedesFates(coalition, facts, earlier)
      ],
      () => compiled(command, coalition, facts, earlier, state)
    )
  }

const compiled = (
  { process, payload }: CompilePlatform,
  coalition: Coalition,
  facts: CompileFacts,
  earlier: ReadonlyArray<PlatformState>,
  state: PlatformState
): ReadonlyArray<Decided<PlatformEvent>> => {
  const sections = sectionsOf(facts.submissions)
  const supersedes = inForce(earlier)?.ref
  const data = {
    ref: payload.ref,
    from: showVersion(logVersion(facts.log)) as LogVersionText,
    language: coalition.authoritative,
    ...sections,
    clauses: keepingOrder(sections.clauses, state.order),
    ...(supersedes === undefined ? {} : { supersedes })
  }
  return saysTheSame(state, data)
    ? []
    : [{ type: 'PlatformCompiled', stream: platformStream(process, payload.ref), data }]
}

const saysTheSame = (state: PlatformState, next: Sections): boolean => {
  const draft = draftOf(state)
  return (
    draft !== undefined &&
    canonicalText(inSections({ ...draft, clauses: keepingOrder(draft.clauses, state.order) })) ===
      canonicalText(inSections(next))
  )
}

const inSections = ({ findings, clauses, exclusions, undecided }: Sections): Sections => ({
  findings,
  clauses,
  exclusions,
  undecided
})

/** The other platforms of the process, in the order of their numbers. */
const platformsBefore = (facts: CompileFacts, ref: PlatformRef): ReadonlyArray<PlatformState> =>
  Object.values(facts.platforms)
    .flatMap(one => (one?.ref === undefined || one.ref === ref ? [] : [{ ...one, ref: one.ref }]))
    .sort((a, b) => lastNumber(a.ref) - lastNumber(b.ref))

const nextRefused = ({ payload }: CompilePlatform, earlier: ReadonlyArray<PlatformState>): Objection => {
  const last = earlier.at(-1)
  const next = `V${lastNumber(last?.ref ?? 'V0') + 1}`
  if (payload.ref !== next) return NumberNotNext('payload.ref', payload.ref, { next })
  const standing = last === undefined ? 'none' : platformStanding(last)
  return standing === 'draft' || standing === 'frozen'
    ? EarlierPlatformOpen('payload.ref', payload.ref, { platform: last?.ref ?? '', standing })
    : undefined
}

const againRefused = ({ payload }: CompilePlatform, state: PlatformState): Objection =>
  draftingOver('payload.ref', payload.ref, state)

/** The adopted platform that no other has superseded. */
const inForce = (platforms: ReadonlyArray<PlatformState>): PlatformState | undefined =>
  platforms.filter(platform => platformStanding(platform) === 'adopted').at(-1)

/** Fates and earlier platforms are read as last recorded: a compilation dated before them is refused (rule 2). */
const precedesFates = (
  coalition: Coalition,
  { submissions }: CompileFacts,
  earlier: ReadonlyArray<PlatformState>
): Objection => {
  const settled = [
    ...submissions.map(({ ref, since }) => ({ refersTo: ref, since })),
    ...earlier.flatMap(endOf)
  ]
  return firstOf(settled, ({ refersTo, since }) => precedes(coalition.at, refersTo, since))
}

const endOf = (platform: PlatformState) =>
  [adoptionOf(platform)?.at, platform.setAside?.at].flatMap(since =>
    since === undefined ? [] : [{ refersTo: platform.ref ?? '', since }]
  )
