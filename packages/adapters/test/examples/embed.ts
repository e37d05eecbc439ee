import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { inMemoryDirectory } from '@ardiya/adapters/in-memory/directory'
import { inMemoryEventStore } from '@ardiya/adapters/in-memory/event-store'
import { inMemoryViewStore } from '@ardiya/adapters/in-memory/view-store'
import {
  act,
  type Capabilities,
  CommandId,
  eventTable,
  LocalDate,
  logStart,
  type PathEvent
} from '@ardiya/core'
import { PersonRef, ProcessSlug, recognise, replay, showCurrent, UtcInstant, views } from '@ardiya/core'
import * as E from 'fp-ts/lib/Either'
import type * as t from 'io-ts'

/** Values from outside become values of core by their codecs. */
const made = <A>(codec: t.Type<A, unknown>, value: unknown): A => {
  const decoded = codec.decode(value)
  if (E.isRight(decoded)) return decoded.right
  throw new Error(`${String(value)} is not a ${codec.name}`)
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** All that is impure comes in here. */
const capabilities: Capabilities = {
  store: inMemoryEventStore(),
  views: inMemoryViewStore(),
  directory: inMemoryDirectory(),
  clock: 'own',
  now: () => made(UtcInstant, new Date().toISOString()),
  pause: attempt => () => wait(attempt * (1 + Math.random())),
  newCommandId: () => {
    const time = Date.now().toString(16).padStart(12, '0')
    return made(CommandId, `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`)
  },
  newPerson: () => () => ({
    person: made(PersonRef, `p_${[...randomBytes(26)].map(byte => letters[byte & 31]).join('')}`),
    salt: randomBytes(32).toString('hex')
  }),
  // A program with users asks a time-zone table; this one knows one zone, and its acts all bear their offset.
  offsetAt: zone => (zone === 'Africa/Casablanca' ? '+01:00' : undefined),
  inZone: () => undefined
}

const coalition = made(ProcessSlug, 'water')
const convenor = { as: 'office', office: 'convenor', mandate: 'A1-m1' }
const at = '2025-10-26T10:00:00.000+01:00'

const acts = [
  {
    name: 'OpenProcess',
    at,
    actor: convenor,
    payload: {
      title: { ar: 'مسار الماء', fr: 'Le chemin de l’eau' },
      slogan: { ar: 'الماء للجميع' },
      territory: { ar: 'حي السلام' },
      zone: 'Africa/Casablanca',
      languages: ['ar', 'fr'],
      authoritative: 'ar',
      convenor: { names: { ar: 'جمعية الحي' } },
      mandate: { person: { name: 'F. B.' }, from: '2025-10-26' }
    }
  },
  { name: 'DefineTheme', at, actor: convenor, payload: { names: { ar: 'الماء' } } },
  {
    name: 'Submit',
    at,
    actor: { as: 'association', association: 'A1', mandate: 'A1-m1' },
    payload: {
      kind: 'proposal',
      themes: ['T1'],
      texts: [
        {
          language: 'ar',
          title: 'ربط الحي بالشبكة',
          blocks: [{ kind: 'paragraph', text: 'ربط كل المنازل بشبكة الماء.' }]
        }
      ]
    }
  },
  { name: 'EnterStage', at, actor: convenor, payload: { stage: 'adoption', reason: 'too early' } }
]

export const main = async (print: (line: string) => void): Promise<void> => {
  // Act: one refusal stops nothing else, and changes nothing.
  for (const input of acts) {
    const done = await act(capabilities)(coalition, input)()
    print(
      E.isRight(done)
        ? `${done.right.name} ${done.right.ref ?? ''} at ${done.right.log}`
        : `${input.name}: ${done.left.tag}${done.left.tag === 'Refused' ? ` ${done.left.rejection.tag}` : ''}`
    )
  }

  // Look: any view by its name, as it is now.
  const { register } = views
  const today = made(LocalDate, '2025-10-26')
  const shown =
    register === undefined ? undefined : await showCurrent(capabilities, coalition, register, { today })()
  print(shown !== undefined && E.isRight(shown) ? JSON.stringify(shown.right).slice(0, 52) : 'no register')

  // Follow: events as they come, for a view of one's own.
  const page = await capabilities.store.readLog(coalition, { after: logStart, limit: 100 })()
  if (E.isLeft(page)) return
  for (const record of page.right.records) {
    const known = recognise<PathEvent>(eventTable)(record)
    if (E.isRight(known) && known.right.tag === 'Known' && known.right.event.type === 'TextRevised')
      print(`${known.right.event.stream}: ${known.right.event.data.title}`)
  }

  // Audit: decide everything again and compare the bytes.
  const report = await replay(capabilities.store, coalition)()
  if (E.isRight(report))
    print(`${report.right.acts} acts, ${report.right.difference === undefined ? 'the same' : 'not the same'}`)
}
