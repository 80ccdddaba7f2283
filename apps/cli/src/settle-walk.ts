import { setTimeout as delay } from 'node:timers/promises'
import type { Store } from '@rumoer/store'
import { openLane, SILENT_LOG } from '@rumoer/walk'

const POLL_MS = 50
const WAIT_MS = 10 * 60_000

/**
 * Waits until everything in the inbox now, and every command, has been walked. When no server walks the municipality this process does;
 * otherwise it waits for the server. Throws after ten minutes without progress.
 */
export async function settleWalk(store: Store, municipalityId: number, onProgress?: (waiting: number) => void): Promise<void> {
  const uptoSeq = await store.inbox.lastSeq(municipalityId)
  const settled = async () =>
    (await store.inbox.drained(municipalityId, uptoSeq)) && (await store.walk.commands(municipalityId)).length === 0
  let waitingBefore = Number.POSITIVE_INFINITY
  let givesUpMs = Date.now() + WAIT_MS
  while (!(await settled())) {
    if (await walkHere(store, municipalityId, onProgress)) continue
    const waiting = await store.inbox.count(municipalityId)
    onProgress?.(waiting)
    if (waiting < waitingBefore) givesUpMs = Date.now() + WAIT_MS
    if (Date.now() > givesUpMs) throw new Error(`inbox: ${waiting} messages wait and nothing walks them; is the server running well?`)
    waitingBefore = waiting
    await delay(POLL_MS)
  }
}

/** Walks in this process when nobody else owns the municipality; answers whether it did. */
async function walkHere(store: Store, municipalityId: number, onProgress?: (waiting: number) => void): Promise<boolean> {
  const ownership = await store.walk.own(municipalityId)
  if (!ownership) return false
  const lane = await openLane({ store, ownership, now: () => new Date(), log: SILENT_LOG })
  try {
    while ((await lane.step()) > 0) onProgress?.(await store.inbox.count(municipalityId))
    await lane.sweep()
  } finally {
    await lane.close()
  }
  return true
}
