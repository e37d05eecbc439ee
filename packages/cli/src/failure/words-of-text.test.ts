import { textProblem } from './words-of-text'

const block = { operation: 0, block: 'b1' }
const sides = { hash: 'sha256:aa', sides: ['P1-A1', 'P1-A2'] }

describe('What is wrong with a text, in words', () => {
  it.each([
    ['ChangesNothing', { operation: 0 }, 'operation 1 changes nothing', /^Leave it out/],
    [
      'PositionOutOfRange',
      { ...block, at: 9, length: 5 },
      'place 9 of b1, which has 5 code points',
      /^Count/
    ],
    ['TextEmpty', {}, 'no block left', /^Leave at least one block/],
    ['BlockNotFound', block, 'operation 1 names b1', /none to the result of another/],
    ['SplitLeavesNothing', { ...block, at: 0 }, 'splits b1 at 0', /^Split between/],
    ['BlockLeftEmpty', { block: 'b1' }, 'nothing would be left of b1', /delete/],
    ['TextTooLong', {}, 'the text is too long', /160 KiB/],
    ['BlockEmpty', { place: 0 }, 'block 1 has no words', /^Give it words/],
    ['LevelOutOfRange', { place: 'b2', level: 9 }, 'block b2 has the level 9', /1 to 6/],
    [
      'CannotTakeBoth',
      { refs: ['P1-A1', 'P1-A2'], because: { tag: 'OperationsContradict', first: {}, second: {} } },
      'P1-A1 and P1-A2 cannot both stand',
      /^Take one of the two/
    ],
    ['NotOneOfTheSides', sides, 'not one of the two sides, P1-A1 and P1-A2', /^Take P1-A1 or P1-A2/],
    ['AnotherCollision', sides, 'another collision', /"of"/],
    ['ThirdTextDoesNotFit', {}, 'leaves the collision open', /^Write it over/],
    [
      'ThirdTextDoesNotFit',
      { of: 'sha256:aa', because: { tag: 'ChangesNothing', operation: 0 } },
      'the third text does not fit: operation 1 changes nothing',
      /^Leave it out/
    ],
    ['BehindTheText', { on: 2 }, 'on revision 2', /show amendments/]
  ])('%s %j: says what is so and what helps, and no machine text', (tag, about, message, remedy) => {
    const said = textProblem(tag, about)
    expect(said.message).toContain(message)
    expect(said.remedy).toMatch(remedy)
    expect(said.message).not.toMatch(/[{}]|sha256|[a-z][A-Z]/)
  })
})
