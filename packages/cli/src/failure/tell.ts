/** Tells a failure: words on stderr; with `--json` one line of JSON on stdout as well. */
import { type Invocation } from '../invocation'
import { type Screen } from '../terminal/screen'
import { type ExitCode } from './exit-code'
import { type CliFailure } from './failure'
import { render } from './render'
import { type Rendered } from './rendered'

export const tell = async ({ screen, json }: Invocation, failure: CliFailure): Promise<ExitCode> => {
  const rendered = render(failure)
  sayOn(screen, rendered)
  if (json) await screen.data(`${JSON.stringify({ failure: rendered })}\n`)
  return rendered.exit
}

/** The words of a failure on stderr; `where` says of which line of a file. */
export const sayOn = (
  { say, colours }: Screen,
  { message, rule, field, remedy }: Rendered,
  where?: string
): void => {
  const of = [
    ...(rule === undefined ? [] : [`rule ${rule}`]),
    ...(field === undefined || field === '' || message.startsWith(field) ? [] : [field])
  ]
  const about = of.length === 0 ? '' : colours.dim(` (${of.join(', ')})`)
  say(`${colours.red('ardiya:')} ${where === undefined ? '' : `${where}: `}${message}${about}`)
  say(`${colours.dim('ardiya:')} ${remedy}`)
}
