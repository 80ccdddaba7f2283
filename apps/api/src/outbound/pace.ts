import { setTimeout as delay } from 'node:timers/promises'
import { OutboundError } from './outbound-error.ts'

const MAX_HOSTS = 1_000
const MAX_AWAY_MS = 6 * 3_600_000

/** How often a host may be asked, and hosts that asked us to stay away. */
export type Pace = {
  /** Waits for its turn at this host; throws an `OutboundError` while the host wants us away. */
  turn(host: string, perSecond: number, signal: AbortSignal): Promise<void>
  /** Stays away from the host for so long. */
  stayAway(host: string, ms: number): void
}

export function createPace(nowMs: () => number = () => performance.now()): Pace {
  const hosts = new Map<string, { freeAtMs: number; awayUntilMs: number }>()
  const of = (host: string) => {
    const known = hosts.get(host) ?? { freeAtMs: 0, awayUntilMs: 0 }
    // Newest last; the one that was not asked for longest is forgotten first.
    hosts.delete(host)
    hosts.set(host, known)
    if (hosts.size > MAX_HOSTS) hosts.delete(hosts.keys().next().value!)
    return known
  }
  return {
    async turn(host, perSecond, signal) {
      const known = of(host)
      const awayMs = known.awayUntilMs - nowMs()
      if (awayMs > 0) {
        const words = 'De andere kant vroeg ons even te wachten. We proberen het daarna vanzelf opnieuw.'
        throw new OutboundError('status', words, { status: 429, retryAfterMs: awayMs })
      }
      const startMs = Math.max(nowMs(), known.freeAtMs)
      known.freeAtMs = startMs + 1000 / perSecond
      const waitMs = startMs - nowMs()
      if (waitMs > 0) await delay(waitMs, undefined, { signal })
    },
    stayAway(host, ms) {
      of(host).awayUntilMs = nowMs() + Math.min(ms, MAX_AWAY_MS)
    },
  }
}

/** `Retry-After` as milliseconds from now: whole seconds or an HTTP date; null when it is neither. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}
