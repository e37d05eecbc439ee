import * as E from 'fp-ts/lib/Either'
import { parseStoreUrl } from './store-url'

const at = '/home/secretariat'

describe('a store URL', () => {
  it.each([
    ['sqlite:./coalition.db', '/home/secretariat/coalition.db'],
    ['sqlite:coalition.db', '/home/secretariat/coalition.db'],
    ['sqlite:../shared/coalition.db', '/home/shared/coalition.db'],
    ['sqlite:/var/coalition.db', '/var/coalition.db'],
    ['sqlite:///var/coalition.db', '/var/coalition.db'],
    ['SQLITE:./ائتلاف الخميسات.db', '/home/secretariat/ائتلاف الخميسات.db']
  ])('%s is the file %s', (url, file) => {
    expect(parseStoreUrl(url, at)).toMatchObject({ right: { tag: 'Sqlite', file } })
  })

  it('names the files of views and persons beside that of the events', () => {
    expect(parseStoreUrl('sqlite:/var/coalition.db', at)).toEqual(
      E.right({
        tag: 'Sqlite',
        file: '/var/coalition.db',
        views: '/var/coalition.views.db',
        persons: '/var/coalition.persons.db'
      })
    )
    expect(parseStoreUrl('sqlite:/var/record.v1', at)).toMatchObject({
      right: { views: '/var/record.v1.views.db' }
    })
  })

  it('memory: is a store that lives as long as the program', () => {
    expect(parseStoreUrl('memory:', at)).toEqual(E.right({ tag: 'Memory' }))
  })

  it.each([
    ['', 'unknownScheme'],
    ['./coalition.db', 'unknownScheme'],
    ['mysql://host/db', 'unknownScheme'],
    ['memory:x', 'unknownScheme'],
    ['sqlite:', 'noFile'],
    ['sqlite://host/coalition.db', 'notAFilePath'],
    ['sqlite:./folder/', 'notAFilePath'],
    ['postgres://host/db', 'notInThisRelease'],
    ['esdb+discover://host:2113', 'notInThisRelease']
  ])('%s is refused as %s, with a remedy', (url, reason) => {
    expect(parseStoreUrl(url, at)).toMatchObject({
      left: { tag: 'StoreUrlNotUnderstood', url, reason, remedy: expect.stringMatching(/sqlite:|memory:/) }
    })
  })

  it('is never repeated with its password', () => {
    const refused = parseStoreUrl('postgres://ardiya:secret@host/db', at)
    expect(JSON.stringify(refused)).not.toContain('secret')
  })
})
