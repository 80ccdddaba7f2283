import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { ImportJob, Store } from '@rumoer/store'
import type { Accept, Vault } from '@rumoer/walk'
import { type EventLog, errorFields } from '../../log.ts'
import type { Metrics } from '../../metrics.ts'
import { runImport } from './run-import.ts'

export type ImportRunner = {
  start(): void
  /** Something was started: look at once. */
  wake(): void
  /** Takes in all that is started and waits for it. */
  runDue(): Promise<void>
  /** Lets the batch on its way arrive, and gives the file back for who goes on with it. */
  stop(): Promise<void>
}

export type ImportRunnerOptions = {
  store: Store
  /** Takes no more than leaves room for what comes in by itself. */
  accept: Pick<Accept, 'acceptBatch'>
  vault: Vault
  metrics: Pick<Metrics, 'intake'>
  now: () => Date
  log: EventLog
  leaseMs?: number
}

const LOOK_EVERY_MS = 2_000
const EXPIRE_EVERY_MS = 3_600_000

/** Takes files in, one after another; what a process that died had on its way is gone on with when its lease is over. */
export function createImportRunner({ leaseMs = 30_000, ...doors }: ImportRunnerOptions): ImportRunner {
  const { store, now, log } = doors
  const by = randomUUID()
  const stopping = new AbortController()
  let alarm: (() => void) | null = null
  let looking: Promise<void> = Promise.resolve()
  let expiredAtMs = Number.NEGATIVE_INFINITY

  async function runDue(): Promise<void> {
    for (let job: ImportJob | null; !stopping.signal.aborted; ) {
      job = await store.imports.claim(by, leaseMs)
      if (!job) return
      await runImport({ ...doors, by, leaseMs }, job, stopping.signal)
    }
  }

  async function look(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        if (now().getTime() - expiredAtMs > EXPIRE_EVERY_MS) {
          expiredAtMs = now().getTime()
          await store.imports.expire(now())
        }
        await runDue()
      } catch (error) {
        log.error('imports-unread', errorFields(error))
      }
      await Promise.race([
        new Promise<void>((resolve) => {
          alarm = resolve
        }),
        delay(LOOK_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined),
      ])
    }
  }

  return {
    start() {
      looking = look()
    },
    wake: () => alarm?.(),
    runDue,
    async stop() {
      stopping.abort(new Error('stopping'))
      alarm?.()
      await looking
    },
  }
}
