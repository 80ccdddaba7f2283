import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  adjustedRand,
  bCubed,
  type ClusterRow,
  clusterAtEmission,
  clusterStream,
  normalisedMutualInformation,
} from '@rumoer/analysis/cluster'
import { parse } from 'csv-parse/sync'
import { SHARED_DATA } from '../../repository.ts'
import { loudly, type Outcome } from '../outcome.ts'
import { plainOnePass } from './plain-one-pass.ts'

type Stream = { rows: ClusterRow[]; truth: (string | number)[] }
type Least = { f1: number; ari?: number; nmi?: number; emission?: number; perSecond?: number }

const row = (id: string, text: string, createdAt: number | null): ClusterRow => ({
  id,
  text,
  createdAt,
  areaCode: null,
  lat: null,
  lon: null,
  category: null,
})

async function newsStream(name: string): Promise<Stream> {
  const lines = (await readFile(join(SHARED_DATA, `clustering/${name}.jsonl`), 'utf8')).split('\n').filter((line) => line !== '')
  const read = lines.map((line) => JSON.parse(line) as { Id: string; clusterNo: number; textCleaned: string })
  return { rows: read.map(({ Id, textCleaned }) => row(Id, textCleaned, null)), truth: read.map(({ clusterNo }) => clusterNo) }
}

type Tweet = { tweet_id: string; created_at_from_id: string; event: string; text: string; informativeness: string }

/** The related tweets in the order of their time; the truth is the event. */
async function crisisStream(): Promise<Stream> {
  const tweets = parse(await readFile(join(SHARED_DATA, 'crisislex/t26-2012.csv'), 'utf8'), { columns: true }) as Tweet[]
  const at = ({ created_at_from_id }: Tweet) => Date.parse(`${created_at_from_id}Z`)
  const related = tweets.filter(({ informativeness }) => informativeness.startsWith('Related')).sort((a, b) => at(a) - at(b))
  return { rows: related.map((tweet) => row(tweet.tweet_id, tweet.text, at(tweet))), truth: related.map(({ event }) => event) }
}

function judge(setting: string, { rows, truth }: Stream, language: 'auto' | 'simple', least: Least): Outcome {
  clusterStream(rows.slice(0, 2_000), { language })
  const startedMs = performance.now()
  const found = clusterStream(rows, { language })
  const perSecond = (rows.length / (performance.now() - startedMs)) * 1_000
  const peer = plainOnePass(rows.map(({ text }) => text))
  const { f1, precision, recall } = bCubed(found, truth)
  const [ari, nmi] = [adjustedRand(found, truth), normalisedMutualInformation(found, truth)]
  const emission = bCubed(clusterAtEmission(rows, { language }), truth).f1
  const figures: Record<string, number> = { f1, precision, recall, ari, nmi, emission, clusters: new Set(found).size, perSecond }
  const peerFigures = {
    plainF1: bCubed(peer, truth).f1,
    plainAri: adjustedRand(peer, truth),
    plainNmi: normalisedMutualInformation(peer, truth),
    plainClusters: new Set(peer).size,
  }
  const wanted = Object.entries(least) as [string, number][]
  return {
    part: 'issues',
    setting: `${setting}, ${rows.length} rows, ${new Set(truth).size} stories, one setting for all streams, chosen with sight of these three`,
    peers: ['a plain one-pass tf-idf centroid'],
    seed: 0,
    figures: { ...figures, ...peerFigures },
    aim: {
      says: wanted.map(([name, value]) => `${name} ${value}`).join(', '),
      met: wanted.every(([name, value]) => figures[name]! >= value),
    },
  }
}

/** How well streams of text alone are grouped, after all merges and as each message came. */
export async function clustering(): Promise<Outcome[]> {
  if (!existsSync(join(SHARED_DATA, 'clustering/News.jsonl'))) {
    loudly('NO DATA BESIDE THE PROJECT: News, News-T and CrisisLex are not measured.')
    return []
  }
  const perSecond = 20_000
  return [
    judge('News', await newsStream('News'), 'simple', { f1: 0.8, ari: 0.77, nmi: 0.9, emission: 0.76, perSecond }),
    judge('News-T', await newsStream('News-T'), 'simple', { f1: 0.82, ari: 0.79, nmi: 0.91, emission: 0.76, perSecond }),
    judge('CrisisLex 2012', await crisisStream(), 'auto', { f1: 0.62 }),
  ]
}
