import { flat } from './flat.ts'
import { ingest } from './ingest.ts'
import { issues } from './issues.ts'
import { kill } from './kill.ts'
import { latency } from './latency.ts'
import { memory } from './memory.ts'
import { loudly, machine, type Outcome, progress, tableOf } from './outcome.ts'
import { reading } from './reading.ts'

const PARTS: Readonly<Record<string, () => Promise<Outcome[]>>> = { reading, issues, ingest, latency, flat, memory, kill }

/** Load per core above which others take a noticeable part of the machine. */
const BUSY = 0.5

/**
 * Runs one benchmark, or all, on this machine: progress and a table for people on stderr, one JSON document on stdout.
 * With BENCH_DATABASE_URL or TEST_DATABASE_URL also on PostgreSQL, in databases of its own that are dropped again.
 * BENCH_STORED and BENCH_OPEN_ISSUES make `flat` smaller than its million messages and ten thousand issues.
 */
export async function bench(part?: string): Promise<void> {
  const names = part === undefined ? Object.keys(PARTS) : [part]
  const unknown = names.find((name) => !Object.hasOwn(PARTS, name))
  if (unknown !== undefined) throw new Error(`bench: ${unknown.slice(0, 80)}; expected ${Object.keys(PARTS).join(', ')}`)
  const before = machine()
  if (before.load > before.cores * BUSY)
    loudly(`THE MACHINE IS BUSY: load ${before.load.toFixed(1)} on ${before.cores} cores. Times and ratios below are worth little.`)
  const outcomes: Outcome[] = []
  for (const name of names) {
    progress(`\n${name}`)
    outcomes.push(...(await PARTS[name]!()))
  }
  progress(`\n${outcomes.map(tableOf).join('\n\n')}\n`)
  process.stdout.write(`${JSON.stringify({ machine: before, outcomes }, null, 2)}\n`)
}
