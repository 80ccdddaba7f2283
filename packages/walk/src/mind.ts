import { createIssueIndex, type IssueIndex } from '@rumoer/analysis/cluster'
import { createLessons, createReader, MOST_LESSONS } from '@rumoer/analysis/read'
import { type Area, DEFAULT_TAXONOMY, type Reading } from '@rumoer/contracts'
import type { SourceRow, Store } from '@rumoer/store'

type ReadInput = Parameters<ReturnType<typeof createReader>>[0]

/** What a walker of one municipality holds in memory. Everything in it comes from the store and can be thrown away at any moment. */
export type Mind = {
  readonly municipalityId: number
  /** Reads with what people corrected before in mind. */
  read: (input: ReadInput) => Reading
  lessons: { stamp: string; hintFor: ReturnType<typeof createLessons> }
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
    read: (input) => knowledge.read(input, mind.lessons.hintFor),
    lessons: await loadLessons(store, municipalityId),
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
  mind.read = (input) => knowledge.read(input, mind.lessons.hintFor)
  mind.areaNames = new Map(knowledge.areas.map((area) => [area.code, area.name]))
  mind.areasVersion = knowledge.version
}

/** Areas and places of a municipality, and what reads with them. */
export async function loadKnowledge(
  store: Store,
  municipalityId: number,
): Promise<{ version: number; areas: Area[]; read: ReturnType<typeof createReader> }> {
  const version = await store.areas.version(municipalityId)
  const areas = await store.areas.list(municipalityId, { geometry: true })
  const places = await store.areas.places(municipalityId)
  return { version, areas, read: createReader({ areas, places, taxonomy: DEFAULT_TAXONOMY }) }
}

async function loadLessons(store: Store, municipalityId: number): Promise<Mind['lessons']> {
  const { stamp, lessons } = await store.messages.lessons(municipalityId, MOST_LESSONS)
  return { stamp, hintFor: createLessons(lessons) }
}

/** Learns what people corrected since, and forgets what they took back or what was erased. */
export async function refreshLessons(store: Store, mind: Mind): Promise<void> {
  if ((await store.messages.lessonStamp(mind.municipalityId)) === mind.lessons.stamp) return
  mind.lessons = await loadLessons(store, mind.municipalityId)
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
