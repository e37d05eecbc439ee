/** Measuring in ratios: rounds are interleaved, medians are compared, results are checked by those who measure. */
import { writeFileSync } from 'node:fs'

export type Finding = {
  readonly name: string
  readonly ratio: number
  readonly must: number
  readonly goal: number
  readonly holds: boolean
}

const ROUNDS = 7

const LEAST = 40

/** Processor time, so that a busy machine does not count as a slow engine; short work is done several times. */
const milliseconds = (work: () => unknown): number => {
  const began = process.cpuUsage()
  for (let times = 1; ; times++) {
    work()
    const { user, system } = process.cpuUsage(began)
    const spent = (user + system) / 1000
    if (spent >= LEAST) return spent / times
  }
}

const median = (times: ReadonlyArray<number>): number => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The median processor time of each piece of work in milliseconds; a warm-up, then rounds of all in turn. */
export const medians = (works: ReadonlyArray<() => unknown>, rounds = ROUNDS): ReadonlyArray<number> => {
  for (const work of works) milliseconds(work)
  const times = works.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, work] of works.entries()) {
      globalThis.gc?.()
      times[index]?.push(milliseconds(work))
    }
  return times.map(median)
}

/** Refuses to measure what gives a wrong answer. */
export const checked = (name: string, holds: boolean): void => {
  if (!holds) throw new Error(`${name}: not the same result`)
}

const findings: Finding[] = []
const lines: string[] = []

/** Notes a finding; it holds where the ratio is at most what it must be. */
export const note = (name: string, ratio: number, must: number, goal: number, detail: string): void => {
  const holds = ratio <= must
  findings.push({ name, ratio: Number(ratio.toFixed(3)), must, goal, holds })
  lines.push(row(holds ? 'ok' : 'MISS', name, ratio.toFixed(2), String(must), String(goal), detail))
}

const WIDTHS = [4, 62, 6, 5, 5]

const row = (...cells: ReadonlyArray<string>): string =>
  cells
    .map((cell, index) => (index < 2 ? cell.padEnd(WIDTHS[index] ?? 0) : cell.padStart(WIDTHS[index] ?? 0)))
    .join('  ')

/** Prints the table, and writes the findings where `--json FILE` says; the exit code is 1 where one does not hold. */
export const conclude = (): void => {
  const head = row('', 'what', 'ratio', 'must', 'goal', 'detail (processor time, medians)')
  process.stdout.write(`${[head, ...lines].join('\n')}\n`)
  const at = process.argv.indexOf('--json')
  const file = process.argv[at + 1]
  if (at > 0 && file !== undefined) writeFileSync(file, `${JSON.stringify(findings, null, 2)}\n`)
  process.exitCode = findings.every(finding => finding.holds) ? 0 : 1
}
