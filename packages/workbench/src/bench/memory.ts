import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { startServer } from '../running-server.ts'
import { type Outcome, progress } from './outcome.ts'
import { forEachSetting, type Setting } from './setting.ts'

const MINUTES = 2
const STEP_MS = 5_000
const LIMIT_MB: Readonly<Record<Setting['name'], number>> = { PGlite: 700, PostgreSQL: 250 }

/** Memory of the running demo: right after the start, and while it has been living for two minutes. */
export const memory = (): Promise<Outcome[]> => forEachSetting(memoryOn)

async function memoryOn(setting: Setting): Promise<Outcome> {
  const startedMs = performance.now()
  const first = await startServer({ ...setting.serverEnv, DEMO: 'on' }, setting.storeConfig.dataDir)
  const firstReadySeconds = (performance.now() - startedMs) / 1_000
  await first.stop()
  const againMs = performance.now()
  const server = await startServer({ ...setting.serverEnv, DEMO: 'on' }, setting.storeConfig.dataDir)
  const readySeconds = (performance.now() - againMs) / 1_000
  try {
    const pid = server.process.pid!
    const atStart = await residentMb(pid)
    let peak = atStart
    for (let passedMs = 0; passedMs < MINUTES * 60_000; passedMs += STEP_MS) {
      await delay(STEP_MS)
      peak = Math.max(peak, await residentMb(pid))
    }
    const after = await residentMb(pid)
    const limit = LIMIT_MB[setting.name]
    progress(`memory ${setting.name}: ${Math.round(atStart)} MB at start, ${Math.round(after)} MB after ${MINUTES} minutes`)
    return {
      part: 'memory',
      setting: `${setting.name}, the demo municipality, second start, no visitors`,
      peers: [],
      seed: 0,
      figures: { firstReadySeconds, readySeconds, atStartMb: atStart, afterTwoMinutesMb: after, peakMb: peak },
      aim: { says: `at most ${limit} MB after ${MINUTES} minutes`, met: after <= limit },
    }
  } finally {
    await server.stop()
  }
}

/** Resident memory of a process as the kernel counts it; Linux only. */
async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => {
    throw new Error(`/proc/${pid}/status: cannot be read, expected Linux and a running server`)
  })
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]
  if (kilobytes === undefined) throw new Error(`/proc/${pid}/status: no VmRSS, expected a running server`)
  return Number(kilobytes) / 1_024
}
