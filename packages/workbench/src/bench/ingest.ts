import { openStore, type Store } from '@rumoer/store'
import { type Outcome, progress } from './outcome.ts'
import { forEachSetting, type Setting } from './setting.ts'
import { median, spread } from './statistics.ts'
import { openBenchTown } from './town.ts'
import { take, workload } from './workload.ts'

const SEED = 1
const ROUNDS = 7
const MESSAGES = 5_000
const CHUNK = 500
const AIM = 0.25

type Round = { walkPerSecond: number; ceilingPerSecond: number; ratio: number; cpuMicrosPerMessage: number }

/**
 * Messages per second from accept to committed events, against the raw multi-row INSERT of the rows that this left, on the same database. The two
 * take turns, and so does which goes first; every round walks through a municipality of its own. The first round only warms up.
 */
export const ingest = (): Promise<Outcome[]> => forEachSetting(ingestOn)

async function ingestOn(setting: Setting): Promise<Outcome> {
  const store = await openStore(setting.storeConfig)
  try {
    const rounds: Round[] = []
    let before: number | null = null
    for (let round = 0; round <= ROUNDS; round++) {
      const result: Awaited<ReturnType<typeof ingestRound>> = await ingestRound(store, round, before)
      before = result.municipalityId
      progress(
        `ingest ${setting.name} ${round}/${ROUNDS}: ${Math.round(result.walkPerSecond)} of ${Math.round(result.ceilingPerSecond)} a second`,
      )
      if (round > 0) rounds.push(result)
    }
    const ratio = median(rounds.map((one) => one.ratio))
    return {
      part: 'ingest',
      setting: `${await setting.describe(store)}; ${ROUNDS} rounds of ${MESSAGES} messages in batches of ${CHUNK}, accept and walk in one process`,
      peers: [`raw multi-row INSERT of the same rows, ${CHUNK} a statement`],
      seed: SEED,
      figures: {
        messagesPerSecond: median(rounds.map((one) => one.walkPerSecond)),
        ceilingRowsPerSecond: median(rounds.map((one) => one.ceilingPerSecond)),
        ratio,
        ratioSpread: spread(rounds.map((one) => one.ratio)),
        cpuMicrosPerMessage: median(rounds.map((one) => one.cpuMicrosPerMessage)),
      },
      aim: { says: `at least ${AIM} of the raw INSERT`, met: ratio >= AIM },
    }
  } finally {
    await store.close()
  }
}

/** Even rounds begin with the rows that the round before them left. */
async function ingestRound(store: Store, round: number, before: number | null): Promise<Round & { municipalityId: number }> {
  const messages = take(workload(SEED + round, `ronde-${round}`), MESSAGES)
  const ceiling = async (municipalityId: number) => (await store.health.ceiling(municipalityId, CHUNK)).rowsPerSecond
  const first = before !== null && round % 2 === 0 ? await ceiling(before) : null
  const town = await openBenchTown(store)
  const { municipalityId } = town
  const { seconds, cpuSeconds } = await town.walk(messages).finally(() => town.close())
  const ceilingPerSecond = first ?? (await ceiling(municipalityId))
  const walkPerSecond = MESSAGES / seconds
  return {
    municipalityId,
    walkPerSecond,
    ceilingPerSecond,
    ratio: walkPerSecond / ceilingPerSecond,
    cpuMicrosPerMessage: (cpuSeconds * 1e6) / MESSAGES,
  }
}
