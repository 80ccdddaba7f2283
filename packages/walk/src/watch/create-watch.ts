import { latchEpisodes } from '@rumoer/analysis/decide'
import type { Signal } from '@rumoer/contracts'
import type { OpenSignal, Ownership, Store } from '@rumoer/store'
import { keepNormal } from '../keep-normal.ts'
import type { WalkLog } from '../walk-log.ts'
import { centreOf } from './area-geometry.ts'
import { loadAreaNormal } from './load-area-normal.ts'
import { watchContext } from './load-context.ts'
import { raiseSignals } from './raise-signals.ts'
import { watchAreas } from './watch-areas.ts'
import { watchClusters } from './watch-clusters.ts'
import type { Findings, WatchContext } from './watch-context.ts'
import { watchSilentAreas } from './watch-silent-areas.ts'
import { watchSources } from './watch-sources.ts'
import { watchStructural } from './watch-structural.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** How often each watch looks, and how long it must be quiet before an episode is over. */
const WATCHES = [
  { kind: 'outbreak', everyMs: MINUTE_MS, quietMs: 3 * HOUR_MS },
  { kind: 'cluster', everyMs: HOUR_MS, quietMs: 48 * HOUR_MS },
  { kind: 'silence', everyMs: HOUR_MS, quietMs: 3 * HOUR_MS },
  { kind: 'structural', everyMs: 24 * HOUR_MS, quietMs: 28 * 24 * HOUR_MS },
] as const satisfies readonly { kind: Signal['kind']; everyMs: number; quietMs: number }[]

export type Watch = { run(at: Date): Promise<void> }

/** What no single issue shows: areas, clusters across their borders, sources, and what keeps coming back; each on its own rhythm. */
export function createWatch({ store, ownership, log }: { store: Store; ownership: Ownership; log: WalkLog }): Watch {
  const { municipalityId } = ownership
  const lookedAt = new Map<string, number>()
  const areaNormal = keepNormal(store, municipalityId, (at) => loadAreaNormal(store, municipalityId, at))

  async function findingsOf(kind: (typeof WATCHES)[number]['kind'], context: WatchContext, at: Date): Promise<Findings> {
    switch (kind) {
      case 'outbreak':
        return watchAreas(context, await areaNormal(at), at)
      case 'cluster':
        return watchClusters(context, await centresOf(store, municipalityId), at)
      case 'silence':
        return together(await watchSources(context, at), await watchSilentAreas(context, at))
      case 'structural':
        return watchStructural(context, at)
    }
  }

  return {
    async run(at) {
      const due = WATCHES.filter(
        ({ kind, everyMs }) => Math.abs(at.getTime() - (lookedAt.get(kind) ?? Number.NEGATIVE_INFINITY)) >= everyMs,
      )
      if (due.length === 0) return
      const context = await watchContext(store, municipalityId)
      const open = await store.signals.open(municipalityId)
      for (const { kind, quietMs } of due) {
        lookedAt.set(kind, at.getTime())
        const { found, elevated } = await findingsOf(kind, context, at)
        const changes = latchEpisodes({ open: episodesOf(open, kind), found, elevated, now: at.getTime(), quietMs })
        // Alerts first: an episode that is stored already is not told again.
        await raiseSignals(context, ownership, changes.opened, at, log)
        await store.signals.change(ownership, { ...changes, now: at })
      }
    },
  }
}

const together = (one: Findings, other: Findings): Findings => ({
  found: [...one.found, ...other.found],
  elevated: one.elevated.union(other.elevated),
})

const episodesOf = (open: readonly OpenSignal[], kind: Signal['kind']) =>
  open.filter((one) => one.kind === kind).map(({ id, key, signal, seenAt }) => ({ id, key, signal, seenAt: seenAt.getTime() }))

async function centresOf(store: Store, municipalityId: number): Promise<Map<string, { x: number; y: number }>> {
  const areas = await store.areas.list(municipalityId, { geometry: true })
  return new Map(
    areas.flatMap((area) => {
      const centre = area.level === 'buurt' ? centreOf(area) : null
      return centre ? [[area.code, centre] as const] : []
    }),
  )
}
