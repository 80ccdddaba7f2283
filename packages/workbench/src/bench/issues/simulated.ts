import { bCubed, type ClusterItem, createIssueIndex } from '@rumoer/analysis/cluster'
import { cleanText, maskPersonalData } from '@rumoer/analysis/normalise'
import { createReader } from '@rumoer/analysis/read'
import { DEFAULT_TAXONOMY, smallestArea } from '@rumoer/contracts'
import { lindehaven, type SimulatedMessage, simulate } from '@rumoer/simulator'
import { type Outcome, progress } from '../outcome.ts'
import { median } from '../statistics.ts'

const FIRST_SEED = 1_001
const SEEDS = Number(process.env['RUMOER_BENCH_SEEDS'] ?? 20)
const DAYS = Number(process.env['RUMOER_BENCH_DAYS'] ?? 30)
const STARTS_AT = new Date('2026-03-01T00:00:00Z')
const REPAIR_EVERY = 50

type Read = ReturnType<typeof createReader>

/** As the walk reads a message, without a database. */
function itemOf({ raw, source }: SimulatedMessage, read: Read): ClusterItem {
  const text = maskPersonalData(cleanText(raw.text)).text
  const { lat = null, lon = null, address = null, areaCode = null } = raw.location ?? {}
  const location = lat !== null || address !== null ? { lat, lon, address } : null
  const givenCategory = raw.category ? { main: raw.category.main, sub: raw.category.sub ?? null } : null
  const reading = read({ text, kind: raw.kind, channel: raw.channel, language: null, location, givenAreaCode: areaCode, givenCategory })
  return {
    id: `${source} ${raw.externalId}`,
    text,
    language: reading.language,
    createdAt: Date.parse(raw.createdAt),
    areaCode: smallestArea(reading),
    lat,
    lon,
    category: reading.category,
    kind: raw.kind,
    channel: raw.channel,
    closed: false,
  }
}

/** One month of the town: the issue of every message after all merges and when it came, and its incident. */
function month(seed: number, read: Read) {
  let opened = 0
  const index = createIssueIndex({ newIssueId: () => `i${++opened}` })
  const into = new Map<string, string>()
  const told = new Set<string>()
  const placed: { issue: string; incident: string | null }[] = []
  let sinceMs = 0
  for (const message of simulate({ seed, days: DAYS, startAt: STARTS_AT })) {
    const item = itemOf(message, read)
    if (told.has(item.id)) continue
    told.add(item.id)
    placed.push({ issue: index.place(item).issueId, incident: message.truth.incident })
    if (placed.length % REPAIR_EVERY > 0) continue
    index.retire(item.createdAt)
    for (const proposal of index.proposeMerge(sinceMs)) {
      index.merge(proposal.into, [proposal.from])
      into.set(proposal.from, proposal.into)
    }
    sinceMs = item.createdAt
  }
  const finalOf = (id: string): string => (into.has(id) ? finalOf(into.get(id)!) : id)
  return { placed, finalOf }
}

/** How well the messages of incidents are grouped by the real reading and clusterer, on seeds that no setting was chosen on. */
export async function simulated(): Promise<Outcome[]> {
  const { areas, places } = lindehaven()
  const read = createReader({ areas, places, taxonomy: DEFAULT_TAXONOMY })
  const months = Array.from({ length: SEEDS }, (_, at) => {
    const { placed, finalOf } = month(FIRST_SEED + at, read)
    const told = placed.filter(({ incident }) => incident !== null)
    const incidents = told.map(({ incident }) => incident)
    const found = told.map(({ issue }) => finalOf(issue))
    const sizes = new Map<string, number>()
    for (const { issue } of placed) sizes.set(finalOf(issue), (sizes.get(finalOf(issue)) ?? 0) + 1)
    const outcome = {
      ...bCubed(found, incidents),
      emission: bCubed(
        told.map(({ issue }) => issue),
        incidents,
      ).f1,
      largestShare: Math.max(...sizes.values()) / placed.length,
    }
    progress(`issues, seed ${FIRST_SEED + at}: B-cubed F1 ${outcome.f1.toFixed(3)}`)
    return outcome
  })
  const mean = (name: 'f1' | 'precision' | 'recall' | 'emission') => months.reduce((sum, one) => sum + one[name], 0) / months.length
  return [
    {
      part: 'issues',
      setting: `simulator, ${SEEDS} seeds of ${DAYS} days, the real reading, messages of incidents; settings chosen on seeds 1 to 6`,
      peers: [],
      seed: FIRST_SEED,
      figures: {
        f1: mean('f1'),
        precision: mean('precision'),
        recall: mean('recall'),
        emission: mean('emission'),
        medianF1: median(months.map(({ f1 }) => f1)),
        leastF1: Math.min(...months.map(({ f1 }) => f1)),
        largestIssueShare: Math.max(...months.map(({ largestShare }) => largestShare)),
      },
      aim: { says: 'f1 0.85', met: mean('f1') >= 0.85 },
    },
  ]
}
