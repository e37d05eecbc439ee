import {
  adopted,
  allAdopted,
  done,
  proposed,
  received,
  resolving,
  words,
  wordsOf
} from '../../test/refining-story'

const P1 = () => received('توفير الماء الصالح للشرب', 'إصلاح الطريق')

describe('An amendment proposed and put in while others wait', () => {
  it('rule 8: stays in the text when those that waited are put in', () => {
    const one = proposed(P1(), 'A2', words(P1(), 'b2', 'الطريق', 'الطرق'))
    const two = proposed(one, 'A3', words(P1(), 'b1', 'الماء', 'المياه'))
    const three = proposed(two, 'A4', words(P1(), 'b1', 'الماء', 'ماء'))
    const settled = done(resolving(three, 'P1-X1', { one: 1 }))
    const first = adopted(settled, 'P1-A1')
    const late = proposed(first, 'A2', words(first, 'b1', 'للشرب', 'للسقي'))
    const then = adopted(late, 'P1-A4')
    expect(wordsOf(then)).toEqual(['توفير الماء الصالح للسقي', 'إصلاح الطرق'])
    const end = allAdopted(then, ['P1-A2', 'P1-A3'])
    expect(wordsOf(end)).toEqual(['توفير ماء الصالح للسقي', 'إصلاح الطرق'])
    expect(wordsOf(allAdopted(then, ['P1-A3', 'P1-A2']))).toEqual(wordsOf(end))
  })
})
