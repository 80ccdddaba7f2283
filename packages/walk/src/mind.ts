import { createIssueIndex, type IssueIndex } from '@rumoer/analysis/cluster'
import { createReader } from '@rumoer/analysis/read'
import { type Area, DEFAULT_TAXONOMY, type Reading } from '@rumoer/contracts'
import type { SourceRow, Store } from '@rumoer/store'

type ReadInput = Parameters<ReturnType<typeof createReader>>[0]

/** What a walker of one municipality holds in memory. Everything in it comes from the store and can be thrown away at any moment. */
export type Mind = {
  readonly municipalityId: number
  read: (input: ReadInput) => Reading
  readonly index: IssueIndex
  areaNames: ReadonlyMap<string, string>
  areasVersion: number
  readonly sources: Map<string, SourceRow>
}

/** Builds the walker's memory: areas and places for reading, and the issue index from its stored states alone. */
export async function openMind(store: Store, municipalityId: number, newIssueId: () => string): Promise<Mind> {
  const knowledge = await loadKnowledge(store, municipalityId)
  const names = new Map(knowledge.areas.map((area) => [area.code, area.name]))
  const mind: Mind = {
    municipalityId,
    read: knowledge.read,
    areaNames: names,
    areasVersion: knowledge.version,
    sources: new Map(),
    index: createIssueIndex({
      newIssueId,
      states: await store.walk.states(municipalityId),
      taxonomy: DEFAULT_TAXONOMY,
      areaName: (code) => mind.areaNames.get(code) ?? null,
    }),
  }
  return mind
}

/** Loads areas and places again when they changed since. */
export async function refreshKnowledge(store: Store, mind: Mind): Promise<void> {
  if ((await store.areas.version(mind.municipalityId)) === mind.areasVersion) return
  const knowledge = await loadKnowledge(store, mind.municipalityId)
  mind.read = knowledge.read
  mind.areaNames = new Map(knowledge.areas.map((area) => [area.code, area.name]))
  mind.areasVersion = knowledge.version
}

async function loadKnowledge(store: Store, municipalityId: number): Promise<{ version: number; areas: Area[]; read: Mind['read'] }> {
  const version = await store.areas.version(municipalityId)
  const areas = await store.areas.list(municipalityId, { geometry: true })
  const places = await store.areas.places(municipalityId)
  return { version, areas, read: createReader({ areas, places, taxonomy: DEFAULT_TAXONOMY }) }
}

/** The source of a message, asked once. */
export async function sourceOf(store: Store, mind: Mind, sourceId: string): Promise<SourceRow> {
  const known = mind.sources.get(sourceId)
  if (known) return known
  const found = await store.sources.byId(mind.municipalityId, sourceId)
  if (!found) throw new Error(`source: ${sourceId}, expected a source of municipality ${mind.municipalityId}`)
  mind.sources.set(sourceId, found)
  return found
}
