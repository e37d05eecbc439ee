/** Names for operations as nodes of a graph, by identity: amendments may hold the very same operation. */
import { type Operation } from './operation'

export type OperationKey = (voice: number, operation: Operation) => string

/** A maker of names: one for each operation of each voice. */
export const operationKeys = (): OperationKey => {
  const numbers = new Map<Operation, number>()
  return (voice, operation) => {
    const number = numbers.get(operation) ?? numbers.size
    numbers.set(operation, number)
    return `${voice}:${number}`
  }
}
