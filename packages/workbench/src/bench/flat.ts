import type { RawMessage } from '@rumoer/contracts'
import { lindehaven } from '@rumoer/simulator'
import { openStore, type Store } from '@rumoer/store'
import { createChance } from './chance.ts'
import { fillStore } from './fill-store.ts'
import { type Outcome, progress } from './outcome.ts'
import { openBestSetting, type Setting } from './setting.ts'
import { median, spread } from './statistics.ts'
import { type BenchTown, openBenchTown } from './town.ts'
import { take, workload } from './workload.ts'

const SEED = 4
const ROUNDS = 9
const PER_ROUND = 1_000
const STORED = { few: 1_000, many: Number(process.env.BENCH_STORED || 1_000_000) }
const OPEN_ISSUES = { few: 100, many: Number(process.env.BENCH_OPEN_ISSUES || 10_000) }
const AIM = 1.3

/** Cost of one message in a small and in a large municipality: with many stored messages, and with many open issues. */
export async function flat(): Promise<Outcome[]> {
  return [await withStores(flatInStored), await withStores(flatInOpenIssues)]
}

async function withStores(use: (setting: Setting, few: Store, many: Store) => Promise<Outcome>): Promise<Outcome> {
  const settings = [await openBestSetting(), await openBestSetting()] as const
  const stores: Store[] = []
  try {
    for (const { storeConfig } of settings) stores.push(await openStore(storeConfig))
    return await use(settings[0], stores[0]!, stores[1]!)
  } finally {
    for (const store of stores) await store.close()
    for (const setting of settings) await setting.remove()
  }
}

async function flatInStored(setting: Setting, fewStore: Store, manyStore: Store): Promise<Outcome> {
  const few = await filledTown(fewStore, STORED.few)
  const many = await filledTown(manyStore, STORED.many)
  const messages = workload(SEED, 'vlak')
  const outcome = await compare(few, many, () => take(messages, PER_ROUND))
  return toOutcome(setting, await setting.describe(fewStore), `${STORED.few} and ${STORED.many} stored messages`, outcome)
}

async function filledTown(store: Store, count: number): Promise<BenchTown> {
  const town = await openBenchTown(store)
  const { ownership, sourceId, now } = town
  await fillStore({ store, ownership, sourceId, count, texts: take(workload(SEED + 1, 'vulling'), 500), now })
  return town
}

async function flatInOpenIssues(setting: Setting, fewStore: Store, manyStore: Store): Promise<Outcome> {
  const few = await townWithIssues(fewStore, OPEN_ISSUES.few)
  const many = await townWithIssues(manyStore, OPEN_ISSUES.many)
  const retell = createRetelling()
  const outcome = await compare(few, many, () => Array.from({ length: PER_ROUND }, retell))
  const counts = [(await fewStore.walk.states(few.municipalityId)).length, (await manyStore.walk.states(many.municipalityId)).length]
  return toOutcome(setting, await setting.describe(fewStore), `${counts.join(' and ')} open issues`, outcome)
}

/** A municipality in which each of `count` messages, about things that have nothing in common, has opened its own issue. */
async function townWithIssues(store: Store, count: number): Promise<BenchTown> {
  const town = await openBenchTown(store)
  const unlike = createUnlike()
  for (let open = 0; open < count; open = (await store.walk.states(town.municipalityId)).length) {
    await town.walk(Array.from({ length: Math.min(count - open, 2_000) }, unlike))
    progress(`flat: about ${open} of ${count} issues are open`)
  }
  return town
}

/** A made-up word for a number: no two numbers share one. */
function wordOf(number: number): string {
  const onset = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'w', 'z', 'br', 'dr', 'kl', 'st', 'tr']
  const nucleus = ['a', 'e', 'i', 'o', 'u', 'aa', 'ee', 'oe', 'ie', 'ui']
  let word = ''
  for (let rest = number, syllable = 0; syllable < 3 || rest > 0; syllable++) {
    word += onset[rest % onset.length]! + nucleus[Math.floor(rest / onset.length) % nucleus.length]!
    rest = Math.floor(rest / (onset.length * nucleus.length))
  }
  return word
}

const buurtCodes = () =>
  lindehaven()
    .areas.filter(({ level }) => level === 'buurt')
    .map(({ code }) => code)

/** Message number `thing`, as its `teller`-th resident tells it: five words that belong to this thing alone, in a buurt of its own. */
function messageAbout(thing: number, teller: number, buurten: readonly string[]): RawMessage {
  const words = Array.from({ length: 5 }, (_, at) => wordOf(thing * 5 + at + 1))
  return {
    externalId: `ding-${thing}-${teller}`,
    kind: 'post',
    channel: 'facebook',
    createdAt: '2026-03-09T08:00:00Z',
    text: `${words.join(' ')} ${words[0]}`,
    author: `bewoner-${thing}-${teller}`,
    location: { areaCode: buurten[thing % buurten.length]! },
  }
}

function createUnlike(): () => RawMessage {
  const buurten = buurtCodes()
  let thing = 0
  return () => messageAbout(thing++, 0, buurten)
}

/** More voices about the first hundred things, which both municipalities have: no new issue opens. */
function createRetelling(): () => RawMessage {
  const buurten = buurtCodes()
  const chance = createChance(SEED)
  let teller = 0
  return () => {
    teller += 1
    return messageAbout(Math.floor(chance() * OPEN_ISSUES.few), teller, buurten)
  }
}

type Comparison = { fewMicros: number; manyMicros: number; ratio: number; ratioSpread: number; fewSweepMs: number; manySweepMs: number }

/** The same messages to both, in turns, each turn beginning with the other; the first round only warms up. */
async function compare(few: BenchTown, many: BenchTown, messages: () => readonly RawMessage[]): Promise<Comparison> {
  const rounds: { few: number; many: number; fewSweep: number; manySweep: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const batch = messages()
    const order = round % 2 === 0 ? [few, many] : [many, few]
    const micros = new Map<BenchTown, { walk: number; sweep: number }>()
    for (const town of order) {
      const { seconds } = await town.walk(batch)
      const sweptMs = performance.now()
      await town.lane.sweep()
      micros.set(town, { walk: (seconds * 1e6) / batch.length, sweep: performance.now() - sweptMs })
    }
    const [a, b] = [micros.get(few)!, micros.get(many)!]
    progress(`flat ${round}/${ROUNDS}: ${Math.round(a.walk)} and ${Math.round(b.walk)} µs a message`)
    if (round > 0) rounds.push({ few: a.walk, many: b.walk, fewSweep: a.sweep, manySweep: b.sweep })
  }
  await few.close()
  await many.close()
  const ratios = rounds.map((one) => one.many / one.few)
  return {
    fewMicros: median(rounds.map((one) => one.few)),
    manyMicros: median(rounds.map((one) => one.many)),
    ratio: median(ratios),
    ratioSpread: spread(ratios),
    fewSweepMs: median(rounds.map((one) => one.fewSweep)),
    manySweepMs: median(rounds.map((one) => one.manySweep)),
  }
}

function toOutcome(setting: Setting, database: string, what: string, { fewMicros, manyMicros, ...rest }: Comparison): Outcome {
  return {
    part: 'flat',
    setting: `${database}; ${what}; ${ROUNDS} rounds of ${PER_ROUND} messages${setting.name === 'PGlite' ? ', two engines in one process' : ''}`,
    peers: ['the same messages in the smaller municipality'],
    seed: SEED,
    figures: { fewMicrosPerMessage: fewMicros, manyMicrosPerMessage: manyMicros, ...rest },
    aim: { says: `flat within ${AIM} times`, met: rest.ratio <= AIM },
  }
}
