const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Waits between tries; after the last one a notice is given up. */
const WAITS_MS = [10_000, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS, 24 * HOUR_MS]
const LONGEST_ASKED_MS = 24 * HOUR_MS

/** When to try again after `attempts` failed tries, never sooner than the receiver asked; null when it is enough. */
export function nextTry(attempts: number, now: Date, askedMs: number | null): Date | null {
  const waitMs = WAITS_MS[attempts - 1]
  if (waitMs === undefined) return null
  return new Date(now.getTime() + Math.max(waitMs, Math.min(askedMs ?? 0, LONGEST_ASKED_MS)))
}
