import { setImmediate as nextTurn } from 'node:timers/promises'
import { clusterSentence, type ScanPlace, type SpaceTimeCluster, scanSpaceTime } from '@rumoer/analysis/detect'
import type { Signal } from '@rumoer/contracts'
import { onFlatMap } from './area-geometry.ts'
import type { Findings, WatchContext } from './watch-context.ts'

const DAYS = 56
const LONGEST_DAYS = 7
const PERMUTATIONS = 9_999
/** Under these a category is not scanned. */
const LEAST_CASES = 12
const LEAST_RECENT = 5
/** Scans that bring one such cluster when nothing is going on: with sixty categories a day about four a year, hourly looks at the same days some more. */
const LEAST_RECURRENCE = 5_000
const FALSE_ALARMS_PER_YEAR = 12
/** A scan of more takes a second and more: points are then put together in squares twice as wide. */
const MOST_PLACES = 120

type Case = Awaited<ReturnType<WatchContext['store']['signals']['cases']>>[number]
type Centres = ReadonlyMap<string, { x: number; y: number }>

/** Clusters in space and time that lie across the borders of buurten, per category: over buurten by their middles, and over points. */
export async function watchClusters(context: WatchContext, centres: Centres, at: Date): Promise<Findings> {
  const found = new Map<string, Findings['found'][number]>()
  for (const by of ['buurt', 'point'] as const) {
    const cases = await context.store.signals.cases(context.municipalityId, at, { days: DAYS, by })
    for (const [category, all] of Map.groupBy(cases, (one) => one.category)) {
      if (found.has(category)) continue
      // Messages go first: each scan holds the thread for some tens of milliseconds.
      await nextTurn()
      const rows = by === 'buurt' ? all : inFewSquares(all)
      const places = placesOf(rows, by === 'buurt' ? centres : null)
      if (!isWorthScanning(places)) continue
      const cluster = scanSpaceTime(places, { longestSteps: LONGEST_DAYS, permutations: PERMUTATIONS, seed: seedOf(category, at) })
      if (!cluster || cluster.recurrence < LEAST_RECURRENCE || cluster.observed < LEAST_RECENT) continue
      const areas = areasOf(cluster, rows)
      if (areas.length > 1) found.set(category, { key: category, signal: toSignal(cluster, category, areas, context, at), places: areas })
    }
  }
  return { found: [...found.values()], elevated: new Set() }
}

/** Squares are `row,column`; halving both makes them twice as wide. */
function inFewSquares(rows: readonly Case[]): Case[] {
  let squares = [...rows]
  while (new Set(squares.map(({ place }) => place)).size > MOST_PLACES)
    squares = squares.map((one) => ({
      ...one,
      place: one.place
        .split(',')
        .map((part) => Math.floor(Number(part) / 2))
        .join(','),
    }))
  return squares
}

function placesOf(rows: readonly Case[], centres: Centres | null): ScanPlace[] {
  const places = new Map<string, ScanPlace & { counts: number[] }>()
  for (const { place, lat, lon, daysAgo, voices } of rows) {
    const point = centres ? centres.get(place) : lat !== null && lon !== null ? onFlatMap({ lat, lon }) : undefined
    if (!point || daysAgo >= DAYS) continue
    const known = places.get(place) ?? { code: place, ...point, counts: new Array<number>(DAYS).fill(0) }
    places.set(place, known)
    known.counts[DAYS - 1 - daysAgo]! += voices
  }
  return [...places.values()]
}

function isWorthScanning(places: readonly ScanPlace[]): boolean {
  if (places.length > MOST_PLACES) return false
  const sum = (from: number) => places.reduce((total, { counts }) => total + counts.slice(from).reduce((part, count) => part + count, 0), 0)
  return sum(0) >= LEAST_CASES && sum(DAYS - LONGEST_DAYS) >= LEAST_RECENT
}

/** Buurten with recent cases in the cluster, most first. */
function areasOf(cluster: SpaceTimeCluster, rows: readonly Case[]): string[] {
  const inside = new Set(cluster.places)
  const counts = new Map<string, number>()
  for (const { place, areaCode, daysAgo, voices } of rows)
    if (areaCode?.startsWith('BU') && inside.has(place) && daysAgo < cluster.steps)
      counts.set(areaCode, (counts.get(areaCode) ?? 0) + voices)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code)
}

/** The same hour shuffles the same way, so that a sweep that is repeated says the same. */
function seedOf(category: string, at: Date): number {
  let seed = Math.floor(at.getTime() / 3_600_000)
  for (const letter of category) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0
  return seed
}

function toSignal(
  { observed, expected, steps, pValue, recurrence }: SpaceTimeCluster,
  category: string,
  areas: readonly string[],
  { areaName, categoryName }: WatchContext,
  at: Date,
): Signal {
  return {
    kind: 'cluster',
    issueId: null,
    areaCode: areas[0] ?? null,
    category,
    at: at.toISOString(),
    windowHours: 24 * steps,
    observed,
    expected,
    pValue,
    falseAlarmsPerYear: FALSE_ALARMS_PER_YEAR,
    level: 'attention',
    conditions: [
      { name: 'onafhankelijke stemmen', scope: 'area', value: observed, operator: '>=', threshold: LEAST_RECENT, holds: true },
      {
        name: 'keren meten tot zoiets bij toeval',
        scope: 'area',
        value: recurrence,
        operator: '>=',
        threshold: LEAST_RECURRENCE,
        holds: true,
      },
      { name: 'buurten', scope: 'area', value: areas.length, operator: '>=', threshold: 2, holds: true },
    ],
    sentence: clusterSentence({ voices: observed, expected, days: steps, category: categoryName(category), areas: areas.map(areaName) }),
  }
}
