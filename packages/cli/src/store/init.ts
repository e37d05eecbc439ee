/** `ardiya init`: a new, empty store. What is there already is left as it is. */
import { existsSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CliFailure } from '../failure/failure'
import { exitCodes } from '../failure/exit-code'
import { type Verb } from '../invocation'
import { closeAll, makeStores } from './opened'
import { type Place, placeOf, type SqlitePlace } from './place'

export const init =
  ({ slug = 'my-process' }: { readonly slug?: string }): Verb =>
  ({ store, screen, json }) =>
    pipe(
      TE.fromEither(placeOf(store)),
      TE.flatMapEither(newPlace),
      TE.tap(place => pipe(makeStores(place), TE.flatMap(closeAll))),
      TE.tapTask(place => async () => {
        if (json) await screen.data(`${JSON.stringify(place)}\n`)
        screen.say(nextSteps(place, store, slug))
      }),
      TE.map(() => exitCodes.done)
    )

const newPlace = (place: Place): E.Either<CliFailure, SqlitePlace> => {
  if (place.tag === 'Memory')
    return E.left({
      tag: 'OptionNotUnderstood',
      option: '--store',
      value: 'memory:',
      expected: 'where the store is to be kept, like sqlite:./coalition.db'
    })
  const there = [place.file, place.views, place.persons].find(existsSync)
  return there === undefined ? E.right(place) : E.left({ tag: 'StoreExists', at: there })
}

const nextSteps = ({ file, views, persons }: SqlitePlace, url: string, slug: string): string =>
  `Made ${file}: the record itself.
  ${persons} holds the details of persons, apart from it: back up both.
  ${views} is made again from the record whenever it is gone.

Next, open the process: write a line like this into opening.jsonl
  {"name":"OpenProcess","process":"${slug}","actor":{"as":"office","office":"convenor","mandate":"A1-m1"},"payload":{…}}
then
  ardiya --store ${url} apply opening.jsonl
"ardiya schema commands OpenProcess" says what the payload holds; "ardiya demo" shows a whole path.`
