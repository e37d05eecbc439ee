import { after, hashOf, on, open, opening, outcome, personOf } from '../../test/process-story'
import { initialProcessState } from './state'

const nothing = { state: initialProcessState, events: [] }

describe('OpenProcess', () => {
  it('opens the process, registers the convenor as A1 and grants its mandate, in one append', () => {
    const { convenor, mandate, ...data } = opening
    expect(outcome(nothing, open())).toEqual([
      { type: 'ProcessOpened', data },
      { type: 'AssociationRegistered', data: { ref: 'A1', ...convenor } },
      {
        type: 'MandateGranted',
        data: { ref: 'A1-m1', association: 'A1', role: 'convenor', ...mandate }
      }
    ])
  })

  it('enters gathering', () => {
    expect(after(open()).state.stages).toMatchObject([{ stage: 'gathering', at: on('10-01') }])
  })

  it('is done once', () => {
    expect(outcome(after(open()), open())).toMatchObject({
      tag: 'ProcessAlreadyOpen',
      value: 'khemisset',
      details: { since: on('10-01') }
    })
  })

  it.each([
    ['rules', { rules: 2 }, 'RulesUnknown', 2, { known: [1] }],
    ['languages', { languages: ['ar', 'fr', 'ar'] }, 'NamedTwice', 'ar', {}],
    [
      'authoritative',
      { authoritative: 'zgh' },
      'AuthoritativeNotAmongLanguages',
      'zgh',
      { languages: ['ar', 'fr'] }
    ],
    [
      'title',
      { title: { fr: 'Démarche' } },
      'AuthoritativeWordingMissing',
      { fr: 'Démarche' },
      { authoritative: 'ar' }
    ],
    [
      'slogan',
      { slogan: { fr: 'Ensemble' } },
      'AuthoritativeWordingMissing',
      { fr: 'Ensemble' },
      { authoritative: 'ar' }
    ],
    [
      'territory',
      { territory: { fr: 'Ville' } },
      'AuthoritativeWordingMissing',
      { fr: 'Ville' },
      { authoritative: 'ar' }
    ],
    [
      'mandate.until',
      {
        mandate: {
          person: personOf('a'),
          commitment: hashOf('a'),
          from: '2025-10-01',
          until: '2025-09-30'
        }
      },
      'MandateEndsBeforeItBegins',
      '2025-09-30',
      { from: '2025-10-01' }
    ]
  ])('refuses %s that do not fit', (field, payload, tag, value, details) => {
    expect(outcome(nothing, open(payload))).toMatchObject({ tag, field: `payload.${field}`, value, details })
  })
})
