import {
  allAdopted,
  done,
  open,
  proposed,
  received,
  resolving,
  type Story,
  words,
  wordsOf
} from '../../test/refining-story'
import { openAmendments } from './queries'

const WORDS = Array.from({ length: 45 }, (_, index) => `كلمة${index}`)
const ASSOCIATIONS = 20

/** Association n wants three other words in one paragraph; every third place is wanted by two. */
const amending = (story: Story, n: number): Story =>
  [0, 1, 2].reduce((so, part) => {
    const word = WORDS[(n * 3 + part) % WORDS.length] ?? ''
    return proposed(so, `A${n + 1}`, words(so, 'b1', word, `${word}ج${n + 1}`))
  }, story)

describe('Twenty associations with three amendments each on one paragraph', () => {
  it('rule 8: give one text, in two orders of adoption, once their collisions are settled', () => {
    const all = Array.from({ length: ASSOCIATIONS }, (_, n) => n).reduce(amending, received(WORDS.join(' ')))
    const collisions = open(all)
    expect(collisions).toHaveLength(15)
    const settled = collisions.reduce((so, ref) => done(resolving(so, ref, { one: 1 })), all)
    const refs = openAmendments(settled.stream.amendments).map(({ ref }) => ref)
    expect(refs).toHaveLength(60)
    const forward = allAdopted(settled, refs)
    const backward = allAdopted(settled, [...refs].reverse())
    expect(wordsOf(backward)).toEqual(wordsOf(forward))
    expect(wordsOf(forward)[0]).toBe(
      WORDS.map(
        (word, place) => `${word}ج${place < 15 ? 16 + Math.floor(place / 3) : 1 + Math.floor(place / 3)}`
      ).join(' ')
    )
  })
})
