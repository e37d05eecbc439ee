/** Laws 6 and 10: what was appended comes back byte for byte, whatever is in it and whatever its type. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { utf8 } from '../kernel/canonical'
import { maxAppendBytes } from '../kernel/event-store'
import { logStart } from '../kernel/version'
import { inOrder, type Promised, refuses, same, type Step, succeeds } from './contract'
import { type StoreUnderTest } from './store-under-test'
import {
  type Act,
  act,
  given,
  khemisset,
  logHolds,
  meeting,
  proposal,
  sent,
  withRecord,
  wholeStream
} from './store-contract-acts'

const withText = (text: string): Act => withRecord(act(1, [proposal, 1]), 0, { bytes: utf8(text) })

const comesBack =
  (sending: Act) =>
  ({ store, reopen }: StoreUnderTest): Step<unknown> =>
    inOrder(
      given(store, sending),
      logHolds(store, sending),
      pipe(
        succeeds('another handle', reopen ?? TE.right(store)),
        TE.flatMap(other =>
          inOrder(
            pipe(
              succeeds('the stream can be read', wholeStream(other, proposal)),
              TE.flatMap(records => same('the bytes', records[0]?.bytes, sending.records[0]?.bytes))
            ),
            reopen === undefined ? TE.right(undefined) : succeeds('closing', other.close)
          )
        )
      )
    )

const deep = (depth: number): string => `${'['.repeat(depth)}"عمق"${']'.repeat(depth)}`

const filled = (length: number): Uint8Array => new Uint8Array(length).map((_, i) => 32 + (i % 95))

const everyByte = Uint8Array.from({ length: 256 }, (_, i) => i)

const payloads: ReadonlyArray<readonly [string, Act]> = [
  ['Arabic with tashkeel', withText('{"text":"نُطالِبُ بِتَوْفيرِ الماءِ الصّالِحِ لِلشُّرْبِ ـ ٢٠٢٥"}')],
  ['emoji, joined and with skin tone', withText('{"text":"👩🏽‍🌾👨‍👩‍👧‍👦🇲🇦 𞤀𞤣𞤤𞤢𞤥 ⵜⴰⵎⴰⵣⵉⵖⵜ"}')],
  [
    'marks of direction, a byte order mark and an escaped U+0000',
    withText('\uFEFF{"text":"\u200F\u202B\\u0000"}')
  ],
  ['decomposed and composed letters, which stay as they are', withText('{"a":"e\u0301","b":"é"}')],
  [
    'keys twice, spaces and numbers as they were written',
    withText('{ "b":1.0, "a":1e2, "b":12345678901234567890 }')
  ],
  ['ten thousand levels', withText(deep(10_000))],
  ['every byte, readable or not', withRecord(act(1, [proposal, 1]), 0, { bytes: everyByte })],
  ['an append of exactly 1 MiB', withRecord(act(1, [proposal, 1]), 0, { bytes: filled(maxAppendBytes) })]
]

const over = filled(maxAppendBytes / 2 + 1)

const unknown = withRecord(act(2, [proposal, 2]), 0, {
  type: 'SomethingOfALaterVersion',
  bytes: utf8('{"format":2,"said":"لاحقا","v":7}')
})

export const bytesAsGiven: ReadonlyArray<Promised<StoreUnderTest>> = [
  ...payloads.map(([what, sending]) => ({
    law: 6,
    title: `comes back byte for byte: ${what}`,
    holds: comesBack(sending)
  })),
  {
    law: 6,
    title: 'an append beyond 1 MiB in all is refused with its size, and nothing is written',
    holds: ({ store }) =>
      pipe(
        refuses(
          'it',
          ['AppendTooLarge'],
          sent(
            store,
            withRecord(withRecord(act(1, [proposal, 1], [meeting, 1]), 0, { bytes: over }), 1, {
              bytes: over
            })
          )
        ),
        TE.flatMap(({ bytes, limit }) =>
          same('the sizes', [bytes, limit], [maxAppendBytes + 2, maxAppendBytes])
        ),
        TE.flatMap(() => logHolds(store))
      )
  },
  {
    law: 6,
    title: 'changing the given or the read bytes afterwards changes nothing that is stored',
    holds: ({ store }) => {
      const bytes = utf8('{"text":"كما كتب"}')
      const sending = withRecord(act(1, [proposal, 1]), 0, { bytes })
      const asWritten = withRecord(sending, 0, { bytes: bytes.slice() })
      return pipe(
        given(store, sending),
        TE.map(() => bytes.fill(0)),
        TE.flatMap(() => succeeds('the stream can be read', wholeStream(store, proposal))),
        TE.map(records => records[0]?.bytes.fill(0)),
        TE.flatMap(() => logHolds(store, asWritten))
      )
    }
  },
  {
    law: 10,
    title: 'a type of a later version is kept and read like any other',
    holds: ({ store }) => {
      const known = act(1, [proposal, 1])
      const next = act(3, [proposal, 3])
      return inOrder(given(store, known, unknown, next), logHolds(store, known, unknown, next))
    }
  },
  {
    law: 10,
    title: 'a type of a later version can be asked for, and counts in the versions',
    holds: ({ store }) =>
      pipe(
        given(store, act(1, [proposal, 1]), unknown),
        TE.flatMap(() =>
          succeeds(
            'reading it',
            store.readLog(khemisset, { after: logStart, types: ['SomethingOfALaterVersion'], limit: 9 })
          )
        ),
        TE.flatMap(page =>
          same(
            'the page',
            page.records.map(({ id, log }) => [id, log.value]),
            [[unknown.records[0]?.id, 2n]]
          )
        )
      )
  }
]
