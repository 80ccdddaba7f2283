import { type ScanPlace, scanSpaceTime } from '@rumoer/analysis/detect'
import { createChance } from '../chance.ts'
import type { Outcome } from '../outcome.ts'

const SEED = 1
const NULL_RUNS = 500
/** Kolmogorov–Smirnov: a distance that one in a hundred even spreads would have. */
const KS_AT_ONE_PER_CENT = 1.63
const PLACES = 100
const DAYS = 365

/** The space-time permutation scan: are its p-values even when nothing is going on, what does it find, and how long does a town of a hundred buurten take. */
export async function scans(): Promise<Outcome[]> {
  const chance = createChance(SEED)
  const pValues = Array.from({ length: NULL_RUNS }, (_, seed) => {
    return scanSpaceTime(town(30, 40, 0.2, chance), { longestSteps: 7, permutations: 199, seed })?.pValue ?? 1
  }).sort((a, b) => a - b)
  const distance = Math.max(...pValues.map((p, at) => Math.max(p - at / NULL_RUNS, (at + 1) / NULL_RUNS - p)))
  const planted = Array.from({ length: 20 }, (_, seed) => {
    const cluster = scanSpaceTime(withCluster(town(PLACES, 56, 0.03, chance)), { longestSteps: 7, permutations: 999, seed })
    return cluster !== null && cluster.pValue <= 0.005
  })
  const large = withCluster(town(PLACES, DAYS, 0.05, chance))
  const cpu = process.cpuUsage()
  scanSpaceTime(large, { longestSteps: 30, permutations: 999, seed: SEED })
  const { user, system } = process.cpuUsage(cpu)
  const figures = {
    nullRuns: NULL_RUNS,
    ksDistance: distance,
    ksLimit: KS_AT_ONE_PER_CENT / Math.sqrt(NULL_RUNS),
    plantedFound: planted.filter(Boolean).length / planted.length,
    cpuSecondsOfHundredPlacesAYear: (user + system) / 1e6,
  }
  return [
    {
      part: 'issues',
      setting: `space-time scan; ${PLACES} places over ${DAYS} days, 999 shuffles, cylinders of up to 30 days, a cluster of 2 voices a day over 4 buurten planted`,
      peers: [],
      seed: SEED,
      figures,
      aim: {
        says: 'null p-values even (p > 0.01), 5 seconds for the large one',
        met: figures.ksDistance < figures.ksLimit && figures.cpuSecondsOfHundredPlacesAYear <= 5,
      },
    },
  ]
}

/** A grid of buurten half a kilometre apart, some three times as busy as others. */
function town(places: number, days: number, mean: number, chance: () => number): ScanPlace[] {
  return Array.from({ length: places }, (_, place) => ({
    code: `place-${place}`,
    x: (place % 10) * 500,
    y: Math.floor(place / 10) * 500,
    counts: Array.from({ length: days }, () => poisson(mean * (0.5 + (place % 3)), chance)),
  }))
}

/** In four buurten that meet at one corner two more a day in each, for two days. */
function withCluster(places: readonly ScanPlace[]): ScanPlace[] {
  const corner = new Set([44, 45, 54, 55])
  return places.map((place, at) =>
    corner.has(at) ? { ...place, counts: place.counts.map((count, day) => (day >= place.counts.length - 2 ? count + 2 : count)) } : place,
  )
}

function poisson(mean: number, chance: () => number): number {
  let count = 0
  for (let product = chance(), limit = Math.exp(-mean); product > limit; product *= chance()) count += 1
  return count
}
