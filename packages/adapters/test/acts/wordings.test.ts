/**
 * Issue of words, not of positions: wherever operations are recorded, people may give the text as it should read. An
 * amendment to an amendment is such a text: it reads as the first would make it, with the other words.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { type Done } from '@ardiya/cli/act/session'
import { doAll, demo, inMemoryStores, logOf, play, sessionOver } from './stage'
import { envelopesOf } from './tamper'

const coalition = readFileSync(join(__dirname, '../../../cli/test/scripts/coalition.jsonl'), 'utf8')

const secretary = { as: 'office', office: 'secretary', mandate: 'A1-m2' }
const author = { as: 'association', association: 'A2', mandate: 'A2-m1' }
const other = { as: 'association', association: 'A3', mandate: 'A3-m1' }
const onPaper = { recordedBy: 'A1-m2', evidence: { kind: 'paper' } }
const inMeeting = { actor: { as: 'meeting', meeting: 'M1' }, recordedBy: 'A1-m2' }
const rapporteur = { as: 'office', office: 'rapporteur', mandate: 'A1-m2' }

const idOf = (number: number): string => `019a2f00-0000-7000-8000-${String(number).padStart(12, '0')}`
const line = (number: number, name: string, actor: object, payload: object, otherwise: object = {}) =>
  JSON.stringify({
    id: idOf(number),
    name,
    at: `2025-10-26T10:${String(number)}`,
    actor,
    payload,
    ...otherwise
  })

const reads = (words: string) => ({ title: 'حافلة', blocks: [{ kind: 'paragraph', text: words }] })
const asks = (number: number, words: string): string =>
  line(
    number,
    'ProposeAmendment',
    other,
    { submission: 'P1', materiality: 'substantive', text: reads(words) },
    onPaper
  )
const arrives = (number: number, association: string): string =>
  line(number, 'RecordArrival', rapporteur, {
    meeting: 'M1',
    association,
    delegates: [association === 'A1' ? 'A1-m2' : `${association}-m1`]
  })

/** P1 reads «نطلب حافلة للحي كل يوم.», and P1-A1 would have the bus be big; M1 is open. */
const begun = [
  coalition.trimEnd(),
  line(10, 'GrantMandate', secretary, {
    association: 'A3',
    person: { name: 'شخص ثالث' },
    role: 'representative',
    from: '2025-10-26'
  }),
  line(11, 'ReviseText', author, {
    submission: 'P1',
    materiality: 'substantive',
    text: reads('نطلب حافلة للحي كل يوم.')
  }),
  line(12, 'AdmitSubmission', secretary, { submission: 'P1' }),
  line(13, 'EnterStage', secretary, { stage: 'refining', reason: 'تدقيق' }),
  asks(14, 'نطلب حافلة كبيرة للحي كل يوم.'),
  line(
    15,
    'OpenMeeting',
    { as: 'office', office: 'chair', mandate: 'A1-m1' },
    {
      meeting: 'M1',
      chair: 'A1-m1',
      rapporteur: 'A1-m2'
    },
    { recordedBy: 'A1-m2' }
  ),
  arrives(16, 'A1'),
  arrives(17, 'A2'),
  arrives(18, 'A3')
]

/** The meeting adopts the amendment as modified. */
const modified = (number: number, form: unknown): string =>
  JSON.stringify({
    id: idOf(number),
    name: 'Decide',
    at: `2025-10-26T10:${String(number)}`,
    ...inMeeting,
    payload: {
      meeting: 'M1',
      subject: { kind: 'amendment', ref: 'P1-A1' },
      motion: 'accept',
      outcome: 'adoptedAsModified',
      materiality: 'substantive',
      method: { kind: 'consensus', standAsides: [], blocks: [] },
      present: 3,
      modified: form
    }
  })

const settles = (number: number, resolution: object): string =>
  line(number, 'ResolveCollision', author, { collision: 'P1-X1', resolution, reason: 'بين الاثنين' })

const after = async (...lines: ReadonlyArray<string>) => {
  const stores = inMemoryStores()
  const session = await sessionOver(stores, demo, 'own')
  await play(session, begun.join('\n'))
  const done = await doAll(session, lines.join('\n'))
  const log = envelopesOf(await logOf(stores.store, demo))
  return {
    session,
    stores,
    done,
    log,
    data: (type: string) => [...log].reverse().find(each => each.type === type)?.data
  }
}

const refusals = (done: ReadonlyArray<Done>) =>
  done.flatMap(({ result }) => (E.isLeft(result) ? [result.left] : []))

describe('A text as it should read', () => {
  const wish = 'نطلب حافلة مكيفة للحي كل يوم.'
  const operations = [{ op: 'replace', block: 'b1', at: 11, old: '', new: 'مكيفة ' }]

  it('is what a meeting may give for an amendment that it modifies; its operations are recorded', async () => {
    const { done, data } = await after(modified(20, reads(wish)))
    expect(refusals(done)).toEqual([])
    expect(data('AmendmentAdopted')).toMatchObject({ ref: 'P1-A1', as: 'modified', operations })
    expect(data('TextRevised')).toMatchObject({ blocks: [{ text: wish }] })
  })

  it('gives the very bytes that the operations give', async () => {
    const written = await after(modified(20, reads(wish)))
    const byHand = await after(modified(20, operations))
    expect(written.log.at(-1)?.id).toBe(byHand.log.at(-1)?.id)
    const decided = ({ log }: typeof written) => log.slice(-3).map(({ data, command }) => ({ data, command }))
    expect(decided(written)).toEqual(decided(byHand))
  })

  it('is what people may give for a third text', async () => {
    const { done, data } = await after(
      asks(20, wish),
      settles(21, { take: 'third', text: reads('نطلب حافلة كبيرة مكيفة للحي كل يوم.') })
    )
    expect(refusals(done)).toEqual([])
    expect(data('CollisionResolved')).toMatchObject({
      ref: 'P1-X1',
      resolution: { take: 'third', operations: [{ op: 'replace', old: '', new: 'كبيرة مكيفة ' }] }
    })
  })

  it('may be written as the text should read by now, though the collision is of an earlier revision', async () => {
    const { done, data } = await after(
      asks(20, wish),
      asks(21, 'نطلب حافلة للحي كل صباح.'),
      line(22, 'AcceptAmendment', author, { amendment: 'P1-A3' }),
      settles(23, { take: 'third', text: reads('نطلب حافلة كبيرة مكيفة للحي كل صباح.') }),
      line(24, 'AcceptAmendment', author, { amendment: 'P1-A1' }),
      line(25, 'AcceptAmendment', author, { amendment: 'P1-A2' })
    )
    expect(refusals(done)).toEqual([])
    expect(data('TextRevised')).toMatchObject({
      blocks: [{ text: 'نطلب حافلة كبيرة مكيفة للحي كل صباح.' }]
    })
  })

  it('said again under the same id has the effect of once, also after the text has moved (rule 17)', async () => {
    const first = [modified(20, reads(wish)), asks(21, 'نطلب حافلة مكيفة للحي كل صباح.')]
    const { session, stores, log } = await after(...first)
    const again = await doAll(session, first.join('\n'))
    expect(again.map(({ result }) => E.isRight(result) && result.right.outcome)).toEqual([
      'repeated',
      'repeated'
    ])
    expect(await logOf(stores.store, demo)).toHaveLength(log.length)
  })

  it('said again in other words under the same id is refused (rule 17)', async () => {
    const { session } = await after(modified(20, reads(wish)))
    expect(
      refusals(await doAll(session, modified(20, reads('نطلب حافلة جديدة للحي كل يوم.'))))
    ).toMatchObject([{ tag: 'CommandIdReused' }])
  })

  it('does not stand beside operations', async () => {
    const { done } = await after(
      asks(20, wish),
      settles(21, { take: 'third', text: reads(wish), operations })
    )
    expect(refusals(done)).toMatchObject([
      { tag: 'BadInput', problems: [{ field: 'payload.resolution.text', expected: 'TextOrOperations' }] }
    ])
  })

  it('changes something: the words that are there are no form of an amendment', async () => {
    const { done } = await after(modified(20, reads('نطلب حافلة للحي كل يوم.')))
    expect(refusals(done)).toMatchObject([{ tag: 'Refused', rejection: { field: 'payload.modified' } }])
  })
})

describe('An amendment to an amendment', () => {
  const alsoCool = 'نطلب حافلة كبيرة ومكيفة للحي كل يوم.'

  it('is an amendment of its own, that collides with the first in the words where it differs (rule 9)', async () => {
    const { data } = await after(asks(20, alsoCool))
    expect(data('CollisionDetected')).toMatchObject({
      collision: {
        kind: 'sameWords',
        first: { ref: 'P1-A1', words: 'كبيرة ' },
        second: { ref: 'P1-A2', words: 'كبيرة ومكيفة ' }
      }
    })
  })

  it('is taken in the place of the first, which then gave way', async () => {
    const { done, data } = await after(
      asks(20, alsoCool),
      settles(21, { take: 'one', ref: 'P1-A2' }),
      line(22, 'AcceptAmendment', author, { amendment: 'P1-A2' })
    )
    expect(refusals(done)).toEqual([])
    expect(data('TextRevised')).toMatchObject({ blocks: [{ text: alsoCool }] })
    expect(data('AmendmentBecameMoot')).toMatchObject({ ref: 'P1-A1', because: { kind: 'gaveWay' } })
  })

  it('outlives the first: it falls only where somebody says so', async () => {
    const { data, done } = await after(
      asks(20, alsoCool),
      line(21, 'WithdrawAmendment', other, { amendment: 'P1-A1' }, onPaper),
      line(22, 'AcceptAmendment', author, { amendment: 'P1-A2' })
    )
    expect(refusals(done)).toEqual([])
    expect(data('TextRevised')).toMatchObject({ blocks: [{ text: alsoCool }] })
  })
})

describe('A stand that is typed late', () => {
  it('was taken on the text that there was then, and is stale at once where substance has followed (rule 2)', async () => {
    const endorses = JSON.stringify({
      id: idOf(20),
      name: 'Endorse',
      at: '2025-10-20T10:00',
      actor: author,
      payload: { submission: 'P1' }
    })
    const { done, data } = await after(endorses)
    expect(refusals(done)).toEqual([])
    expect(data('EndorsementGiven')).toMatchObject({ revision: 1 })
    expect(data('EndorsementBecameStale')).toMatchObject({ was: { revision: 1 }, now: { revision: 2 } })
  })
})
