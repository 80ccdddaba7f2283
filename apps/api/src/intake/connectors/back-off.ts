const LONGEST_MS = 3_600_000

/**
 * How long to stay away after so many failures in a row: twice as long each time, at most an hour, up to a fifth sooner or later so that
 * sources do not knock together; never shorter than the other side asked.
 *
 * @param chance a number from 0 to 1
 */
export function backOffMs(failures: number, firstMs: number, retryAfterMs: number | null, chance: number): number {
  const doubled = Math.min(LONGEST_MS, firstMs * 2 ** Math.min(failures - 1, 20))
  return Math.max(doubled * jitter(chance), retryAfterMs ?? 0)
}

/** Between 0.8 and 1.2. */
export const jitter = (chance: number): number => 0.8 + 0.4 * chance
