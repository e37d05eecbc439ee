/** Opens a store as another user of the machine, reads all of it, tries to append, and says what came of it. */
import * as E from 'fp-ts/lib/Either'
import { act, khemisset, meeting, sent, wholeLog } from '@ardiya/core/testing/store-contract-acts'
import { openSqliteEventStore } from '@ardiya/adapters/sqlite/event-store'
import { argument, say } from './speaking'

export interface VisitorArgument {
  readonly file: string
  readonly readOnly: boolean
  /** The user id to become, where the test runs as root. */
  readonly uid?: number
}

const main = async (): Promise<void> => {
  const { file, readOnly, uid } = argument<VisitorArgument>()
  if (uid !== undefined) process.setuid?.(uid)
  const opened = await openSqliteEventStore({ file, create: false, readOnly })()
  if (E.isLeft(opened)) return say(opened.left.tag)
  const log = await wholeLog(opened.right, khemisset)()
  say(E.isRight(log) ? `read ${log.right.length}` : log.left.tag)
  const answer = await sent(opened.right, act(99, [meeting, 1]))()
  say(E.isRight(answer) ? 'accepted' : answer.left.tag)
  await opened.right.close()
}

void main()
