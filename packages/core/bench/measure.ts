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

/** Processor time, so that a busy machine does not count as a slow engine. */
const milliseconds = (work: () => unknown): number => {
  const began = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

const median = (times: ReadonlyArray<number>): number => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The median processor time of each piece of work in milliseconds; one warm-up round, then rounds of all in turn. */
export const medians = (works: ReadonlyArray<() => unknown>, rounds = ROUNDS): ReadonlyArray<number> => {
  for (const work of works) work()
  const times = works.map((): number[] => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, work] of works.entries()) times[index]?.push(milliseconds(work))
  return times.map(median)
}

const findings: Finding[] = []

/** Notes and prints a finding; it holds where the ratio is at most what it must be. */
export const note = (name: string, ratio: number, must: number, goal: number, detail: string): void => {
  const holds = ratio <= must
  findings.push({ name, ratio, must, goal, holds })
  process.stdout.write(
    `${holds ? 'ok  ' : 'MISS'} ${name}: ${ratio.toFixed(2)} (must ${must}, goal ${goal}) ${detail}\n`
  )
}

/** Writes the findings where `--json FILE` says; the exit code is 1 where one does not hold. */
export const conclude = (): void => {
  const at = process.argv.indexOf('--json')
  const file = process.argv[at + 1]
  if (at > 0 && file !== undefined) writeFileSync(file, `${JSON.stringify(findings, null, 2)}\n`)
  process.exitCode = findings.every(finding => finding.holds) ? 0 : 1
}
