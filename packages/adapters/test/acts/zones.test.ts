/** Local times are read in a zone that the machine knows: a meeting's own, where it has one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { demo, doAll, inMemoryStores, logOf, play, sessionOver } from './stage'
import { envelopesOf } from './tamper'

const coalition = readFileSync(join(__dirname, '../../../cli/test/scripts/coalition.jsonl'), 'utf8')
const secretary = { as: 'office', office: 'secretary', mandate: 'A1-m2' }
const act = (name: string, payload: object, at = '2025-10-04T10:00', actor: object = secretary): string =>
  JSON.stringify({ name, at, actor, payload })

const abroad = (payload: object = {}): string =>
  act('ScheduleMeeting', {
    title: { ar: 'لقاء الجالية' },
    kind: 'roundTable',
    venue: { name: { ar: 'دار الجالية' } },
    startsAt: '2025-11-15T10:00',
    endsAt: '2025-11-15T13:00',
    zone: 'America/New_York',
    agenda: [{ title: { ar: 'نقاش' }, minutes: 60 }],
    ...payload
  })

const after = async (...lines: ReadonlyArray<string>) => {
  const stores = inMemoryStores()
  const session = await sessionOver(stores, demo, 'own')
  await play(session, coalition)
  const done = await doAll(session, lines.join('\n'))
  const log = envelopesOf(await logOf(stores.store, demo))
  return {
    refusals: done.flatMap(({ result }) => (E.isLeft(result) ? [result.left] : [])),
    data: (type: string) => [...log].reverse().find(each => each.type === type)?.data
  }
}

const unknownZone = (value: string) => [
  { tag: 'BadInput', problems: [{ field: 'payload.zone', value, expected: 'KnownZone' }] }
]

describe('The zone of a meeting', () => {
  it('is refused, named by its field, where the machine does not know it', async () => {
    const { refusals, data } = await after(abroad({ zone: 'Mars/Base' }))
    expect(refusals).toMatchObject(unknownZone('Mars/Base'))
    expect(data('MeetingScheduled')).toMatchObject({ ref: 'M1' })
  })

  it('is the one that its local times are told in', async () => {
    const { refusals, data } = await after(abroad())
    expect(refusals).toEqual([])
    expect(data('MeetingScheduled')).toMatchObject({
      zone: 'America/New_York',
      startsAt: '2025-11-15T10:00:00.000-05:00',
      endsAt: '2025-11-15T13:00:00.000-05:00'
    })
  })

  it('holds when the meeting is moved, and when it is adjourned until a local time', async () => {
    const chair = { as: 'office', office: 'chair', mandate: 'A1-m1' }
    const opened = { meeting: 'M2', chair: 'A1-m1', rapporteur: 'A1-m2' }
    const { refusals, data } = await after(
      abroad(),
      act('RescheduleMeeting', {
        meeting: 'M2',
        startsAt: '2025-10-25T09:00',
        endsAt: '2025-10-25T12:00',
        venue: { name: { ar: 'دار الجالية' } },
        agenda: [{ title: { ar: 'نقاش' }, minutes: 60 }],
        reason: 'القاعة'
      }),
      act('OpenMeeting', opened, '2025-10-25T14:00', chair),
      act('AdjournMeeting', { meeting: 'M2', until: '2025-10-26T09:00' }, '2025-10-25T15:00')
    )
    expect(refusals).toEqual([])
    expect(data('MeetingRescheduled')).toMatchObject({ startsAt: '2025-10-25T09:00:00.000-04:00' })
    expect(data('MeetingAdjourned')).toMatchObject({ until: '2025-10-26T09:00:00.000-04:00' })
  })

  it('is the process’s where the meeting has none of its own', async () => {
    const { data } = await after(abroad({ zone: undefined }))
    expect(data('MeetingScheduled')).toMatchObject({
      zone: 'Africa/Casablanca',
      startsAt: '2025-11-15T10:00:00.000+01:00'
    })
  })
})

describe('The zone of a process', () => {
  it('is refused by its own field, not by the time that cannot be read in it', async () => {
    const [opening = ''] = coalition.split('\n')
    const session = await sessionOver(inMemoryStores(), 'khemisset' as ProcessSlug, 'own')
    const [done] = await doAll(session, opening.replace('Africa/Casablanca', 'Mars/Base'))
    expect(done?.result).toMatchObject(E.left(unknownZone('Mars/Base')[0]))
  })
})
