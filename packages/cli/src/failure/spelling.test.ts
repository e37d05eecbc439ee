import { nearest } from './spelling'

const commands = ['Endorse', 'Submit', 'SplitSubmission', 'WithdrawSubmission', 'DefineTheme']

describe('a name that is mistyped', () => {
  it.each([
    ['Endorze', 'Endorse'],
    ['endorse', 'Endorse'],
    ['Sumbit', 'Submit'],
    ['DefineThem', 'DefineTheme'],
    ['WithdrawSubmision', 'WithdrawSubmission']
  ])('%s leads to the one that was meant', (asked, meant) => {
    expect(nearest(asked, commands)).toEqual([meant])
  })

  it('leads nowhere where nothing is near', () => {
    expect(nearest('DissolveEverything', commands)).toEqual([])
    expect(nearest('', commands)).toEqual([])
    expect(nearest('x', ['y'])).toEqual(['y'])
  })

  it('leads to at most three, the nearest first', () => {
    expect(nearest('registr', ['register', 'registry', 'registers', 'registre', 'fates'])).toEqual([
      'register',
      'registry',
      'registre'
    ])
  })
})
