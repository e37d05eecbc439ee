/** Clashes at one place: two amendments lay claim to the same words, block or place between blocks. */
import { grouped } from '../kernel/grouped'
import { asksFor } from './asks-for'
import { type BaseText } from './base-text'
import { type Anchor } from './change'
import { type Claim, clashOf, type CollisionKind, eachClaim, touches, type WordsClaim } from './claims'
import { type Clash, type Voice } from './clash'

type Held = { readonly voice: number; readonly claim: Claim }
/** One claim and all who make it: what many ask for alike is compared once. */
type Shared<C extends Claim = Claim> = { readonly claim: C; readonly held: ReadonlyArray<Held> }
type Report = (clash: Clash) => void

/** The clashes at each place, in reading order, the start first. */
export const placeClashes = (base: BaseText, voices: ReadonlyArray<Voice>): ReadonlyArray<Clash> => {
  const found: Clash[] = []
  const places = heldByPlace(base, voices)
  for (const on of base.inOrder(places.keys()))
    clashesAt(voices, on, places.get(on) ?? [], clash => found.push(clash))
  return found
}

const heldByPlace = (
  base: BaseText,
  voices: ReadonlyArray<Voice>
): ReadonlyMap<Anchor, ReadonlyArray<Held>> => {
  const all: Array<Held & { readonly on: Anchor }> = []
  for (const [voice, { change }] of voices.entries())
    eachClaim(base, change, (on, claim) => all.push({ on, voice, claim }))
  return grouped(all, ({ on }) => on)
}

function clashesAt(
  voices: ReadonlyArray<Voice>,
  on: Anchor,
  held: ReadonlyArray<Held>,
  report: Report
): void {
  const claims = sharedClaims(held)
  const words = claims.filter((one): one is Shared<WordsClaim> => one.claim.on === 'words')
  const others = claims.filter(one => one.claim.on !== 'words')
  const meet = (a: Shared, b: Shared): void => {
    const kind = clashOf(a.claim, b.claim)
    if (kind === undefined) return
    for (const one of a.held)
      for (const other of b.held)
        if (!isAgreed(voices, one, other)) report(clashBetween(kind, on, one, other))
  }
  for (const [index, other] of others.entries()) {
    for (const one of words) meet(one, other)
    for (const one of others.slice(0, index)) meet(one, other)
  }
  touchingWords(words, meet)
}

const sharedClaims = (held: ReadonlyArray<Held>): ReadonlyArray<Shared> =>
  held.length === 1
    ? held.map(({ claim }) => ({ claim, held }))
    : [...grouped(held, ({ claim }) => JSON.stringify(claim)).values()].map(alike => ({
        claim: alike[0].claim,
        held: alike
      }))

type SharedWords = Shared<WordsClaim>

/** Calls `meet` for each two claims whose ranges touch: a sweep over positions, so untouched words cost nothing. */
function touchingWords(
  words: ReadonlyArray<SharedWords>,
  meet: (a: SharedWords, b: SharedWords) => void
): void {
  let open: SharedWords[] = []
  for (const next of [...words].sort((a, b) => a.claim.from - b.claim.from)) {
    open = open.filter(one => touches(one.claim, next.claim))
    for (const one of open) meet(one, next)
    open.push(next)
  }
}

function clashBetween(kind: CollisionKind, on: Anchor, a: Held, b: Held): Clash {
  const [first, second] = a.voice < b.voice ? [a, b] : [b, a]
  return {
    kind,
    blocks: on === 'start' ? [] : [on],
    first: first.voice,
    second: second.voice,
    firstOperations: first.claim.operations,
    secondOperations: second.claim.operations
  }
}

/** Where each of two amendments asks for both things, they do not disagree; nor does one with itself. */
const isAgreed = (voices: ReadonlyArray<Voice>, a: Held, b: Held): boolean => {
  if (a.voice === b.voice) return true
  const [mine, theirs] = [voices[a.voice]?.change, voices[b.voice]?.change]
  if (mine === undefined || theirs === undefined) return false
  return (
    a.claim.operations.every(operation => asksFor(theirs, operation, mine)) &&
    b.claim.operations.every(operation => asksFor(mine, operation, theirs))
  )
}
