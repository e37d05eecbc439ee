/** The examples at the end of a help, one a line: a command and, beside it, what it does. */
export const examples = (...lines: ReadonlyArray<readonly [command: string, what: string]>): string => {
  const wide = Math.max(...lines.map(([command]) => command.length))
  const shown = lines.map(
    ([command, what]) => `  ${what === '' ? command : `${command.padEnd(wide)}  ${what}`}`
  )
  return `\nExample${lines.length === 1 ? '' : 's'}:\n${shown.join('\n')}`
}
