import { findStructural, type SeriesHistory } from '@rumoer/analysis/detect'
import { type Incident, lindehaven, simulate, truthOf } from '@rumoer/simulator'
import { type Outcome, progress } from '../outcome.ts'
import { median } from '../statistics.ts'
import { forecastCoverage } from './forecast-coverage.ts'
import { createToldTown, type Told } from './told-town.ts'
import { type Rung, watchTown } from './watch-town.ts'

const DAY_MS = 86_400_000
const START = new Date('2026-05-04T00:00:00Z')
/** Messages from which an incident must be noticed. */
const LARGE = 8
/** Messages of one incident in what rang, and the part they are of it, from which it rang for that incident. */
const LEAST_OF_INCIDENT = 2
const LEAST_SHARE = 0.4
/** A second alert on one incident within so much time is one too many. */
const DOUBLE_MS = 2 * DAY_MS

/** `1-20` or `3,7`. */
export function seedsOf(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [from, to = from] = part.split('-').map(Number)
    return Array.from({ length: to! - from! + 1 }, (_, at) => from! + at)
  })
}

const setting = (name: string, fallback: string): string => process.env[name] || fallback

/** Months of simulated talk through the real reading, clusterer, detectors and default rules: what is noticed, how soon, and what rings for nothing. */
export async function simulatedMonths(): Promise<Outcome[]> {
  const seeds = seedsOf(setting('BENCH_SEEDS', '1001-1020'))
  const days = Number(setting('BENCH_DAYS', '30'))
  const large: { after: number | null }[] = []
  let [falseAlerts, doubles, alerts] = [0, 0, 0]
  let [byWords, falseByWords] = [0, 0]
  let [inside, judged] = [0, 0]
  for (const seed of seeds) {
    const options = { seed, days, startAt: START }
    const tell = createToldTown({ cluster: true })
    const told = [...simulate(options)].map(tell).filter((one) => one !== null)
    const forecasts = forecastCoverage(told)
    inside += forecasts.inside
    judged += forecasts.judged
    const rung = watchTown(told, lindehaven().areas.length)
    const found = truthOf(options).filter(({ id }) => told.filter(({ incident }) => incident === id).length >= LARGE)
    const after = found.map((incident) => ({ after: heardAfter(incident, rung, told) }))
    const nothing = rung.filter(({ counted }) => incidentOf(counted) === null)
    const noise = nothing.length
    byWords += rung.filter(({ by }) => by === 'words').length
    falseByWords += nothing.filter(({ by }) => by === 'words').length
    large.push(...after)
    falseAlerts += noise
    doubles += doublesIn(rung)
    alerts += rung.length
    progress(
      `issues ${seed}: ${after.filter((one) => one.after !== null).length} of ${after.length} noticed, ${noise} of ${rung.length} alerts for nothing`,
    )
  }
  const heard = large.flatMap(({ after }) => (after === null ? [] : [after]))
  const figures = {
    incidents: large.length,
    detected: heard.length / Math.max(1, large.length),
    medianVoicesHeard: heard.length > 0 ? median(heard) : Number.POSITIVE_INFINITY,
    falseAlertsPerWeek: falseAlerts / ((seeds.length * days) / 7),
    doublesPerWeek: doubles / ((seeds.length * days) / 7),
    alertsPerWeek: alerts / ((seeds.length * days) / 7),
    alertsByWords: byWords,
    falseAlertsByWords: falseByWords,
    forecastsJudged: judged,
    forecastsWithinBounds: inside / Math.max(1, judged),
  }
  return [
    {
      part: 'issues',
      setting: `simulator, seeds ${seeds.join(' ')}, ${days} days each from an empty town; incidents of ${LARGE} messages and more`,
      peers: [],
      seed: seeds[0] ?? 0,
      figures,
      aim: {
        says: 'detected 0.95, median after the 5th voice or sooner, at most 1 false alert a week',
        met: figures.detected >= 0.95 && figures.medianVoicesHeard <= 5 && figures.falseAlertsPerWeek <= 1,
      },
    },
  ]
}

/** The incident that rang, if one did. */
function incidentOf(counted: readonly Told[]): string | null {
  const groups = Map.groupBy(
    counted.filter(({ incident }) => incident !== null),
    ({ incident }) => incident,
  )
  const [most] = [...groups].sort((a, b) => b[1].length - a[1].length)
  return most && most[1].length >= Math.max(LEAST_OF_INCIDENT, LEAST_SHARE * counted.length) ? most[0] : null
}

/** Alerts on an incident that people were alerted to shortly before. */
function doublesIn(rung: readonly Rung[]): number {
  const told = new Map<string, number>()
  let doubles = 0
  for (const { at, counted } of rung) {
    const incident = incidentOf(counted)
    if (incident === null) continue
    if (at - (told.get(incident) ?? Number.NEGATIVE_INFINITY) < DOUBLE_MS) doubles += 1
    told.set(incident, at)
  }
  return doubles
}

/** Independent voices that had told of it when it first rang; null when it never did. */
function heardAfter({ id }: Incident, rung: readonly Rung[], told: readonly Told[]): number | null {
  const first = rung.find(({ counted }) => incidentOf(counted) === id)
  return first ? new Set(told.filter(({ incident, at }) => incident === id && at < first.at).map(({ voice }) => voice)).size : null
}

/** A year of simulated talk, read but not clustered: which of the planted problems that keep coming back are found. */
export async function structuralYears(): Promise<Outcome[]> {
  const seeds = seedsOf(setting('BENCH_YEAR_SEEDS', '1001-1020'))
  const days = Number(setting('BENCH_YEAR_DAYS', '364'))
  let [planted, found, told] = [0, 0, 0]
  for (const seed of seeds) {
    const options = { seed, days, startAt: new Date(START.getTime() - 364 * DAY_MS) }
    const read = createToldTown({ cluster: false })
    const messages = [...simulate(options)].map(read).filter((one) => one !== null)
    const first = Math.floor(options.startAt.getTime() / DAY_MS)
    const problems = findStructural(historiesOf(messages), first, first + days).map(({ areaCode, category }) => `${areaCode}|${category}`)
    const truth = new Set(plantedSeries(truthOf(options), messages))
    planted += truth.size
    told += problems.length
    found += problems.filter((key) => truth.has(key)).length
    progress(`structural ${seed}: ${problems.filter((key) => truth.has(key)).length} of ${truth.size} found, ${problems.length} told`)
  }
  const figures = { planted, recall: found / Math.max(1, planted), precision: told === 0 ? 1 : found / told }
  return [
    {
      part: 'issues',
      setting: `structural problems, simulator, seeds ${seeds.join(' ')}, ${days} days each; planted ones return every 23 to 31 days after closing`,
      peers: [],
      seed: seeds[0] ?? 0,
      figures,
      aim: { says: 'recall and precision 0.9', met: figures.recall >= 0.9 && figures.precision >= 0.9 },
    },
  ]
}

/** Where each planted problem is: its buurt, and the category in which most of its messages are read. */
function plantedSeries(incidents: readonly Incident[], messages: readonly Told[]): string[] {
  const sites = Map.groupBy(
    incidents.filter(({ site }) => site !== null),
    ({ site }) => site,
  )
  return [...sites.values()].map((returns) => {
    const ids = new Set(returns.map(({ id }) => id))
    const categories = Map.groupBy(
      messages.filter(({ incident }) => incident !== null && ids.has(incident)),
      ({ category }) => `${category.main}/${category.sub}`,
    )
    const [most] = [...categories].sort((a, b) => b[1].length - a[1].length)
    return `${returns[0]!.areaCode}|${most?.[0]}`
  })
}

function historiesOf(messages: readonly Told[]): SeriesHistory[] {
  const placed = messages.filter(
    ({ areaCode, category }) => areaCode?.startsWith('BU') && category.main !== 'unknown' && category.sub !== 'unknown',
  )
  const series = Map.groupBy(placed, ({ areaCode, category }) => `${areaCode}|${category.main}/${category.sub}`)
  return [...series].map(([key, told]) => {
    const [areaCode, category] = key.split('|')
    const days = [...Map.groupBy(told, ({ at }) => Math.floor(at / DAY_MS))].sort((a, b) => a[0] - b[0])
    return { areaCode: areaCode!, category: category!, days: days.map(([day, list]) => dayOf(day, list)) }
  })
}

function dayOf(day: number, list: readonly Told[]): SeriesHistory['days'][number] {
  const closings = list.flatMap(({ closedAt }) => (closedAt === null ? [] : [Math.floor(closedAt / DAY_MS)]))
  return {
    day,
    voices: new Set(list.filter(({ countsAsVoice }) => countsAsVoice).map(({ voice }) => voice)).size,
    closedDay: closings.length > 0 ? Math.max(...closings) : null,
    reopenRequests: list.filter(({ reopens }) => reopens).length,
  }
}
