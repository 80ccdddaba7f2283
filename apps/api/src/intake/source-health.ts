import type { Store } from '@rumoer/store'
import { type EventLog, errorFields } from '../log.ts'

const NOTE_EVERY_MS = 5_000

/** Notes that a source was heard, at most every five seconds; a note that fails costs the messages nothing. */
export type SourceHealth = { heard(sourceId: string): void }

export function createSourceHealth(store: Pick<Store, 'sources'>, now: () => Date, log: EventLog): SourceHealth {
  const notedAtMs = new Map<string, number>()
  return {
    heard(sourceId) {
      const at = now()
      if (at.getTime() - (notedAtMs.get(sourceId) ?? Number.NEGATIVE_INFINITY) < NOTE_EVERY_MS) return
      notedAtMs.set(sourceId, at.getTime())
      store.sources
        .noteSuccess(sourceId, at)
        .catch((error: unknown) => log.warn('source-note-failed', { source: sourceId, ...errorFields(error) }))
    },
  }
}
