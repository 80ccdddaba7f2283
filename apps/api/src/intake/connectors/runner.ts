import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { errorFields } from '../../log.ts'
import type { Connector } from './connector.ts'
import { type RunOptions, runSource } from './run-source.ts'

export type ConnectorRunner = {
  start(): void
  /** Something changed: look at once which sources are due. */
  wake(): void
  /** Fetches what is due now and waits for it. */
  runDue(): Promise<void>
  /** Lets what is being taken in arrive, remembers where each source is, and gives all back. */
  stop(): Promise<void>
}

type RunnerOptions = Omit<RunOptions, 'by' | 'chance' | 'leaseMs' | 'firstBackOffMs' | 'stallMs'> &
  Partial<Pick<RunOptions, 'leaseMs' | 'firstBackOffMs' | 'stallMs'>> & {
    connectors: readonly Connector[]
    lookEveryMs?: number
    /** Sources fetched at the same time; those that listen do not count. */
    atOnce?: number
  }

/** Fetches every source that is due, each on its own: one that fails, hangs or dies keeps no other waiting. */
export function createConnectorRunner({
  connectors,
  lookEveryMs = 1_000,
  atOnce = 8,
  leaseMs = 30_000,
  firstBackOffMs = 30_000,
  stallMs = 300_000,
  ...rest
}: RunnerOptions): ConnectorRunner {
  const options: RunOptions = { ...rest, by: randomUUID(), chance: Math.random, leaseMs, firstBackOffMs, stallMs }
  const { store, now, log } = options
  const stopping = new AbortController()
  const pulling = new Set<Promise<void>>()
  const listening = new Set<Promise<void>>()
  const pullKinds = connectors.filter((one) => !one.listen).map(({ kind }) => kind)
  const listenKinds = connectors.filter((one) => one.listen).map(({ kind }) => kind)
  let alarm: (() => void) | null = null
  let looking: Promise<void> = Promise.resolve()

  async function take(kinds: readonly string[], running: Set<Promise<void>>, limit: number): Promise<void> {
    if (limit <= 0 || kinds.length === 0) return
    for (const claimed of await store.connections.claim(options.by, { kinds, limit, leaseMs }, now())) {
      const connector = connectors.find(({ kind }) => kind === claimed.source.kind)!
      const run = runSource(options, connector, claimed, stopping.signal)
        .catch((error: unknown) => log.error('source-interrupted', { source: claimed.source.id, ...errorFields(error) }))
        .finally(() => {
          running.delete(run)
          alarm?.()
        })
      running.add(run)
    }
  }

  async function look(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await take(pullKinds, pulling, atOnce - pulling.size)
        await take(listenKinds, listening, 100 - listening.size)
      } catch (error) {
        log.error('sources-unread', errorFields(error))
      }
      const timer = AbortSignal.any([stopping.signal, AbortSignal.timeout(lookEveryMs)])
      await Promise.race([
        new Promise<void>((resolve) => {
          alarm = resolve
        }),
        delay(2 * lookEveryMs, undefined, { signal: timer }).catch(() => undefined),
      ])
    }
  }

  return {
    start() {
      looking = look()
    },
    wake: () => alarm?.(),
    async runDue() {
      await take(pullKinds, pulling, atOnce)
      await Promise.all(pulling)
    },
    async stop() {
      stopping.abort(new Error('stopping'))
      alarm?.()
      await looking
      await Promise.all([...pulling, ...listening])
    },
  }
}
