/** How a command ended, as its exit code says it (issue 2, E). */
export const exitCodes = {
  done: 0,
  bug: 1,
  usage: 2,
  refused: 3,
  conflict: 4,
  store: 5,
  /** Ended by the user: 128 and the number of SIGINT. */
  interrupted: 130
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
