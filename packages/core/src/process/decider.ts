/** The process's decider: initial state, decisions and evolution. */
export { decideProcess, openProcess } from './decide'
export { evolveProcess } from './evolve'
export { initialProcessState } from './state'
