import { setTimeout as delay } from 'node:timers/promises'
import { demoLive } from '@rumoer/simulator'
import { errorFields } from '../log.ts'
import type { Services } from '../services.ts'
import { DEMO_HISTORY_DAYS, DEMO_SEED, type Demo } from './ensure-demo.ts'

const DAY_MS = 86_400_000
/** After a longer pause the days before are left silent. */
const MAX_CATCH_UP_DAYS = 14
const RETRY_MS = 5_000
const LONGEST_SLEEP_MS = 60_000
const BATCH = 200

/** Says in the demo municipality, in real time, what its residents say; first what they said while the server was off. */
export function playDemo(services: Services, { municipality, filledAt, inlet }: Demo): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping

  async function lastHeard(): Promise<Date> {
    const newest = await services.store.messages.search(municipality.id, { limit: 1, total: false, sort: '-receivedAt' })
    const last = Date.parse(newest.items[0]?.createdAt ?? filledAt.toISOString())
    return new Date(Math.max(filledAt.getTime(), last, services.now().getTime() - MAX_CATCH_UP_DAYS * DAY_MS))
  }

  async function sleepUntil(at: Date): Promise<void> {
    for (
      let leftMs = at.getTime() - services.now().getTime();
      leftMs > 0 && !signal.aborted;
      leftMs = at.getTime() - services.now().getTime()
    ) {
      await delay(Math.min(leftMs, LONGEST_SLEEP_MS), undefined, { signal }).catch(() => undefined)
    }
  }

  async function play(): Promise<void> {
    const coming = demoLive({ seed: DEMO_SEED, from: await lastHeard(), now: filledAt, historyDays: DEMO_HISTORY_DAYS })
    let due: Parameters<typeof inlet.send>[0][number][] = []
    for (const message of coming) {
      if (due.length > 0 && (message.toldAt > services.now() || due.length >= BATCH)) {
        await inlet.send(due)
        due = []
      }
      await sleepUntil(message.toldAt)
      if (signal.aborted) return
      due.push(message)
    }
  }

  async function playOn(): Promise<void> {
    while (!signal.aborted) {
      try {
        await play()
      } catch (error) {
        services.log.warn('demo-interrupted', errorFields(error))
        await delay(RETRY_MS, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  const done = playOn()
  return {
    stop() {
      stopping.abort()
      return done
    },
  }
}
