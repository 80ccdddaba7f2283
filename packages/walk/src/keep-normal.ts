import type { Normal } from '@rumoer/analysis/detect'
import type { Store } from '@rumoer/store'

const HOUR_MS = 3_600_000
/** Events of the stream since it was made, as a part of those before and at the least, from which it is made anew. */
const GROWTH = 0.1
const LEAST_GROWTH = 200

/**
 * Keeps a normal for an hour, or until a tenth more has happened than when it was made: a history that is being read in changes what is normal,
 * and what was made before it would take every ordinary week for a crisis.
 */
export function keepNormal(
  store: Pick<Store, 'events'>,
  municipalityId: number,
  load: (at: Date) => Promise<Normal>,
): (at: Date) => Promise<Normal> {
  let kept: { value: Normal; madeAt: number; seq: number } | null = null
  return async (at) => {
    const seq = await store.events.seq(municipalityId)
    const isFresh = kept !== null && Math.abs(at.getTime() - kept.madeAt) < HOUR_MS
    if (!kept || !isFresh || seq - kept.seq > Math.max(LEAST_GROWTH, GROWTH * kept.seq))
      kept = { value: await load(at), madeAt: at.getTime(), seq }
    return kept.value
  }
}
