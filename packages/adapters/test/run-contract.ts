/** Runs the cases of a shipped contract as tests of this runner. */
import * as E from 'fp-ts/lib/Either'
import { type ContractCase } from '@ardiya/core/testing/contract'

export const runContract = (name: string, cases: ReadonlyArray<ContractCase>): void => {
  describe(name, () => {
    it.each(
      cases.map(each => [each.law === 0 ? each.title : `law ${each.law}: ${each.title}`, each] as const)
    )('%s', async (_, { run }) => {
      const answer = await run()
      if (E.isLeft(answer)) throw new Error(answer.left.detail.slice(0, 4000))
    })
  })
}
