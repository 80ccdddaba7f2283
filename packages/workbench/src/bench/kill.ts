import { setTimeout as delay } from 'node:timers/promises'
import type { RawMessage } from '@rumoer/contracts'
import { createChance } from './chance.ts'
import { type CutReader, openCutReader } from './cut-reader.ts'
import { type Damage, findDamage } from './find-damage.ts'
import { type Outcome, progress } from './outcome.ts'
import { openServedTown, postMessages, type ServedTown } from './served-town.ts'
import { forEachSetting, type Setting } from './setting.ts'
import { inChunks, take, workload } from './workload.ts'

const SEED = 3
const MESSAGES = 20_000
const KILLS = 10
const BATCH = 100
const SENDERS = 4
const AGAIN_MS = 50
const LONGEST_WAIT_BEFORE_KILL_MS = 250
const SETTLE_MS = 180_000

export type KillPlan = { messages: number; kills: number; batch: number; seed: number }
export type KillFindings = Damage & { acknowledged: number; kills: number; cuts: number; seconds: number }

/** Kinds whose external id may be read back, so that every message can be found again by the name its source gave it. */
const isNamed = (raw: RawMessage) => raw.kind === 'melding' || raw.kind === 'contact'

/** `kill -9` at random moments while messages come in over HTTP, and a socket that is cut at random moments: what was lost, doubled or miscounted? */
export const kill = (): Promise<Outcome[]> =>
  forEachSetting(async (setting) => {
    const plan = { messages: MESSAGES, kills: KILLS, batch: BATCH, seed: SEED }
    return toOutcome(setting, plan, await killAndLook(setting, plan))
  })

/** Runs the plan on a fresh database and looks for damage. */
export async function killAndLook(setting: Setting, { messages, kills, batch, seed }: KillPlan): Promise<KillFindings> {
  const chance = createChance(seed)
  const town = await openServedTown(setting)
  const reader = openCutReader(town, chance)
  const acknowledged = new Set<string>()
  const startedMs = performance.now()
  let stopped = false
  try {
    const batches = inChunks(take(workload(seed, 'k', isNamed), messages), batch)
    await Promise.all([sendAll(town, batches, acknowledged), killOften(setting, town, acknowledged, { messages, kills }, chance)])
    await untilPlaced(reader, messages)
    const seconds = (performance.now() - startedMs) / 1_000
    await reader.stop()
    await town.stop()
    stopped = true
    return { ...(await findDamage(setting, acknowledged, reader)), acknowledged: acknowledged.size, kills, cuts: reader.cuts(), seconds }
  } finally {
    if (!stopped) {
      await town.stop()
      await reader.stop()
    }
  }
}

/** Sends every batch until it is answered with success, again and again when the server dies under it. Arrays and lines take turns. */
async function sendAll(town: ServedTown, batches: readonly RawMessage[][], acknowledged: Set<string>): Promise<void> {
  const waiting = [...batches.entries()]
  const sender = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [number, batch] = next
      while (!(await isAnswered(town, batch, number % 2 === 1))) {
        await town.running()
        await delay(AGAIN_MS)
      }
      for (const { externalId } of batch) acknowledged.add(externalId)
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
}

async function isAnswered(town: ServedTown, batch: readonly RawMessage[], asLines: boolean): Promise<boolean> {
  const { status, body } = await postMessages(town, batch, asLines).catch(() => ({ status: 0, body: null }))
  if (status === 0 || status >= 500) return false
  const { accepted = 0, duplicates = 0 } = body as { accepted?: number; duplicates?: number }
  if (status === 200 && accepted + duplicates === batch.length) return true
  throw new Error(`POST /v1/messages: ${status} ${JSON.stringify(body).slice(0, 300)}; expected ${batch.length} messages accepted or known`)
}

/** Kills shortly after random shares of the messages were acknowledged: in the middle of accepting and of walking. */
async function killOften(
  setting: Setting,
  town: ServedTown,
  acknowledged: Set<string>,
  { messages, kills }: { messages: number; kills: number },
  chance: () => number,
): Promise<void> {
  const moments = Array.from({ length: kills }, () => Math.floor(chance() * messages * 0.95)).sort((a, b) => a - b)
  for (const [number, moment] of moments.entries()) {
    while (acknowledged.size < moment) await delay(5)
    await delay(chance() * LONGEST_WAIT_BEFORE_KILL_MS)
    progress(`kill ${setting.name} ${number + 1}/${kills} at ${acknowledged.size} of ${messages} acknowledged`)
    await town.killAndRestart()
  }
}

/** Waits until the reader has heard of as many messages as were sent, or three minutes have brought nothing new. */
async function untilPlaced(reader: CutReader, messages: number): Promise<void> {
  let before = -1
  let givesUpMs = performance.now() + SETTLE_MS
  while (reader.placed.length < messages && performance.now() < givesUpMs) {
    if (reader.placed.length > before) givesUpMs = performance.now() + SETTLE_MS
    before = reader.placed.length
    await delay(200)
  }
}

function toOutcome(setting: Setting, { messages, kills, batch, seed }: KillPlan, findings: KillFindings): Outcome {
  const { acknowledged, kills: killed, cuts, seconds, ...damage } = findings
  return {
    part: 'kill',
    setting: `${setting.name}; ${messages} messages over HTTP in batches of ${batch} from ${SENDERS} senders, ${kills} times kill -9, a reader cut at random`,
    peers: [],
    seed,
    figures: { acknowledged, kills: killed, socketCuts: cuts, seconds, ...damage },
    aim: {
      says: 'nothing lost, doubled, miscounted or skipped',
      met: acknowledged === messages && Object.values(damage).every((count) => count === 0),
    },
  }
}
