import { cpus, loadavg, totalmem } from 'node:os'

/** What one benchmark found in one setting. Figures carry their unit in the name. */
export type Outcome = {
  part: string
  /** The database and how it was asked, in words. */
  setting: string
  /** What the figures are compared with, in the same run. */
  peers: readonly string[]
  seed: number
  figures: Readonly<Record<string, number>>
  /** The aim in words and whether it was met; null for a figure without an aim. */
  aim: { says: string; met: boolean } | null
}

export const machine = () => ({
  node: process.version,
  cores: cpus().length,
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGb: Math.round(totalmem() / 1e9),
  /** Processes that wanted to run in the last minute; before the run it says what else the machine was doing. */
  load: loadavg()[0]!,
  at: new Date().toISOString(),
})

const shown = (value: number) => (Number.isInteger(value) ? String(value) : value.toPrecision(4).replace(/\.?0+$/, ''))

/** A table for people. */
export function tableOf({ part, setting, peers, figures, aim }: Outcome): string {
  const width = Math.max(...Object.keys(figures).map((name) => name.length))
  return [
    `${part} · ${setting}`,
    ...(peers.length > 0 ? [`  against ${peers.join(', ')}`] : []),
    ...Object.entries(figures).map(([name, value]) => `  ${name.padEnd(width)}  ${shown(value)}`),
    ...(aim ? [`  ${aim.met ? 'met' : 'NOT MET'}: ${aim.says}`] : []),
  ].join('\n')
}

/** A line for people while it runs; results go to stdout. */
export const progress = (text: string) => process.stderr.write(`${text}\n`)

/** Something that lowers what the figures are worth; cannot be overlooked. */
export const loudly = (text: string) => process.stderr.write(`\n!!! ${text}\n\n`)
