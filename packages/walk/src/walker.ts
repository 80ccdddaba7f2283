import { setTimeout as delay } from 'node:timers/promises'
import { type Ownership, OwnershipLostError, type Store } from '@rumoer/store'
import { createMessageIds } from './accept/message-id.ts'
import { applyCommands } from './commands.ts'
import { type Mind, openMind } from './mind.ts'
import { BATCH_LIMIT, type InFlight, thinkBatch } from './pipeline.ts'
import { repairIssues } from './repair-issues.ts'
import { createSweep, type Sweep } from './sweep.ts'
import type { WalkLog } from './walk-log.ts'

/** The pipeline and the sweep of one municipality, driven from outside: by the walker's clock, a replay's, a test's. */
export type Lane = {
  /**
   * Applies commands, thinks about what waits, and sends it to the store while the next step thinks on. Answers how many messages it took; 0 says
   * that nothing waits and all is committed.
   */
  step(): Promise<number>
  sweep(): Promise<void>
  /** Whether rules changed since the last sweep. */
  isStale(): Promise<boolean>
  /** Lets what is on its way arrive, and gives the municipality back. */
  close(): Promise<void>
}

type LaneOptions = { store: Store; ownership: Ownership; now: () => Date; log: WalkLog }

/** Opens the walk of a municipality that is already owned. */
export async function openLane({ store, ownership, now, log }: LaneOptions): Promise<Lane> {
  const newIssueId = createMessageIds(() => now().getTime())
  const { municipalityId } = ownership
  let limit = BATCH_LIMIT
  let flight: (InFlight & { done: Promise<unknown> }) | null = null
  let mind: Mind
  let sweep: Sweep
  /** Messages before this moment were looked at by late repair; their own time. */
  let repairedToMs = Number.NEGATIVE_INFINITY
  let newestMs = Number.NEGATIVE_INFINITY
  const openAnew = async () => {
    mind = await openMind(store, municipalityId, newIssueId)
    sweep = createSweep({ store, ownership, mind, now, log })
  }
  await openAnew()

  /** Waits for the commit that is on its way; throws when it failed. */
  async function land(): Promise<void> {
    const landing = flight
    flight = null
    await landing?.done
  }

  /** After a commit that failed the memory is thrown away. The batch is tried message by message, so that only a bad one is set aside. */
  async function recover(error: unknown): Promise<void> {
    if (ownership.lost.aborted || error instanceof OwnershipLostError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    log.warn('batch-failed', { municipality: municipalityId, limit, error: reason })
    await land().catch(() => undefined)
    await store.health.ping()
    await openAnew()
    if (limit > 1) {
      limit = 1
      return
    }
    const [first] = await store.inbox.waiting(municipalityId, 1)
    if (first) await store.inbox.setAside(municipalityId, first.seq, reason, now())
  }

  async function walkOn(): Promise<number> {
    const commands = await store.walk.commands(municipalityId)
    if (commands.length > 0) {
      await land()
      await applyCommands({ store, ownership, mind, now, log }, commands)
    }
    const batch = await thinkBatch({ store, mind, now, log, limit, inFlight: flight })
    await land()
    if (batch === null) return 0
    const done = store.walk.commit(ownership, batch.commit)
    done.catch(() => undefined)
    newestMs = batch.commit.touched.reduce((latest, { lastAt }) => Math.max(latest, lastAt.getTime()), newestMs)
    flight = { lastSeq: batch.lastSeq, placed: batch.placed, done }
    // After a failure each batch is awaited, so that it is known which one holds the bad message; and one that is not full, so that the next grows.
    if (batch.taken < BATCH_LIMIT) await land()
    limit = Math.min(BATCH_LIMIT, limit * 2)
    return batch.taken
  }

  /** Looks at what was spoken of since the last time. */
  async function repair(): Promise<void> {
    if (newestMs <= repairedToMs) return
    await repairIssues({ store, ownership, mind, now, log }, repairedToMs)
    repairedToMs = newestMs
  }

  return {
    async step() {
      try {
        return await walkOn()
      } catch (error) {
        await recover(error)
        return 1
      }
    },
    async sweep() {
      await land().catch(recover)
      await repair().catch(recover)
      await sweep.run()
    },
    isStale: () => sweep.isStale(),
    async close() {
      await land().catch((error: Error) => log.warn('batch-failed', { municipality: municipalityId, limit, error: error.message }))
      await ownership.release()
    },
  }
}

export type Walker = {
  start(): Promise<void>
  /** Lets the batch at hand finish, then releases every municipality. */
  stop(): Promise<void>
  /** Something waits: do not sleep on. */
  wake(municipalityId: number): void
}

export type WalkerOptions = {
  store: Store
  now: () => Date
  log: WalkLog
  /** How long a municipality without work sleeps before it looks again. */
  idleMs?: number
  sweepEveryMs?: number
}

/** After new messages the sweep comes soon, but never takes more than a twentieth of the time. */
const SWEEP_BUSY_MS = 500
const SWEEP_SHARE = 20
/** A changed rule is in force within a second. */
const RULES_EVERY_MS = 400
const TENANTS_EVERY_MS = 1_000
const RETRY_MS = 1_000

/** Walks every municipality that it can own, for as long as it runs; replays are walked by who plays them. */
export function createWalker({ store, now, log, idleMs = 150, sweepEveryMs = 5_000 }: WalkerOptions): Walker {
  const running = new Map<number, { wake: () => void; done: Promise<void> }>()
  const stopping = new AbortController()
  let tenants: Promise<void> = Promise.resolve()

  async function walkMunicipality(municipalityId: number, sleep: () => Promise<void>): Promise<void> {
    while (!stopping.signal.aborted) {
      const ownership = await store.walk.own(municipalityId)
      if (!ownership) {
        await rest(RETRY_MS)
        continue
      }
      try {
        await walkOwned(ownership, sleep)
      } catch (error) {
        log.error('walk-interrupted', { municipality: municipalityId, error: error instanceof Error ? error.message : String(error) })
        await rest(RETRY_MS)
      } finally {
        await ownership.release().catch(() => undefined)
      }
    }
  }

  async function walkOwned(ownership: Ownership, sleep: () => Promise<void>): Promise<void> {
    const lane = await openLane({ store, ownership, now, log })
    try {
      await drive(lane, ownership, sleep)
    } finally {
      await lane.close()
    }
  }

  async function drive(lane: Lane, ownership: Ownership, sleep: () => Promise<void>): Promise<void> {
    let sweptAt = 0
    let sweepTookMs = 0
    let rulesReadAt = 0
    const haveRulesChanged = async () => {
      if (now().getTime() < rulesReadAt + RULES_EVERY_MS) return false
      rulesReadAt = now().getTime()
      return lane.isStale()
    }
    while (!stopping.signal.aborted && !ownership.lost.aborted) {
      const walked = await lane.step()
      const busy = walked > 0 && now().getTime() >= sweptAt + Math.max(SWEEP_BUSY_MS, SWEEP_SHARE * sweepTookMs)
      if (busy || now().getTime() >= sweptAt + sweepEveryMs || (await haveRulesChanged())) {
        const startedMs = now().getTime()
        await lane.sweep()
        sweptAt = now().getTime()
        sweepTookMs = sweptAt - startedMs
      }
      if (walked === 0) await sleep()
    }
  }

  function open(municipalityId: number): void {
    let alarm: (() => void) | null = null
    let woken = false
    const sleep = async () => {
      if (!woken) {
        const timer = new AbortController()
        const bell = new Promise<void>((resolve) => {
          alarm = resolve
        })
        await Promise.race([bell, delay(idleMs, undefined, { signal: timer.signal }).catch(() => undefined)])
        timer.abort()
        alarm = null
      }
      woken = false
    }
    const wake = () => {
      woken = true
      alarm?.()
    }
    running.set(municipalityId, { wake, done: walkMunicipality(municipalityId, sleep) })
  }

  const rest = (ms: number) => delay(ms, undefined, { signal: stopping.signal }).catch(() => undefined)

  async function findTenants(): Promise<void> {
    for (const { id } of await store.municipalities.list()) if (!running.has(id)) open(id)
  }

  return {
    async start() {
      await findTenants()
      tenants = (async () => {
        while (!stopping.signal.aborted) {
          await rest(TENANTS_EVERY_MS)
          if (!stopping.signal.aborted) await findTenants().catch((error: Error) => log.error('tenants-unread', { error: error.message }))
        }
      })()
    },
    async stop() {
      stopping.abort()
      for (const { wake } of running.values()) wake()
      await Promise.all([tenants, ...[...running.values()].map(({ done }) => done)])
    },
    wake: (municipalityId) => running.get(municipalityId)?.wake(),
  }
}
