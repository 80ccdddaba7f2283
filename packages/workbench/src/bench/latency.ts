import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { RawMessage } from '@rumoer/contracts'
import { WebSocket } from 'ws'
import { loudly, type Outcome, progress } from './outcome.ts'
import { openServedTown, postMessages, type ServedTown } from './served-town.ts'
import { forEachSetting, type Setting } from './setting.ts'
import { quantile } from './statistics.ts'
import { take, workload } from './workload.ts'

const SEED = 2
const SOCKETS = 20
const PER_SECOND = 200
const WARM_UP_SECONDS = 5
const SECONDS = 30
const AIM_P99_MS = 250
const SETTLE_MS = 10_000
/** Above this share of one core the generator measures itself. */
const GENERATOR_CPU_LIMIT = 0.8

/** Moments at which a message was due, and at which each socket heard of it, by message id. */
type Sightings = { dueMs: Map<string, number>; sentMs: Map<string, number>; heardMs: Map<string, number>[]; failed: number }

/**
 * Time from a message to its event on a screen. The load is open-loop: each message has its moment, however slow the answers are, and its time
 * runs from that moment (so a stall counts for every message it delays).
 */
export const latency = (): Promise<Outcome[]> => forEachSetting(latencyOn)

async function latencyOn(setting: Setting): Promise<Outcome> {
  const town = await openServedTown(setting)
  const sightings: Sightings = { dueMs: new Map(), sentMs: new Map(), heardMs: [], failed: 0 }
  const sockets = await Promise.all(Array.from({ length: SOCKETS }, () => listen(town, sightings)))
  try {
    const messages = workload(SEED, 'tijd')
    await send(town, take(messages, WARM_UP_SECONDS * PER_SECOND), null)
    const cpu = process.cpuUsage()
    const startedMs = performance.now()
    progress(`latency ${setting.name}: ${PER_SECOND} messages a second for ${SECONDS} seconds to ${SOCKETS} sockets`)
    await send(town, take(messages, SECONDS * PER_SECOND), sightings)
    const { user, system } = process.cpuUsage(cpu)
    const generatorCpu = (user + system) / 1e3 / (performance.now() - startedMs)
    await untilHeard(sightings)
    return describe(setting, sightings, generatorCpu)
  } finally {
    for (const socket of sockets) socket.terminate()
    await town.stop()
  }
}

async function listen(town: ServedTown, sightings: Sightings): Promise<WebSocket> {
  const heard = new Map<string, number>()
  sightings.heardMs.push(heard)
  const socket = new WebSocket(`${town.server().url.replace('http', 'ws')}/v1/stream`, {
    headers: { authorization: `Bearer ${town.readerKey}` },
  })
  socket.on('message', (bytes: Buffer) => {
    const atMs = performance.now()
    const frame = JSON.parse(bytes.toString('utf8')) as { frame: string; type?: string; data?: { id: string } }
    if (frame.type === 'message.placed') heard.set(frame.data!.id, atMs)
  })
  await once(socket, 'open')
  return socket
}

/** Sends each message at its moment, without waiting for the answers of those before it. */
async function send(town: ServedTown, messages: readonly RawMessage[], sightings: Sightings | null): Promise<void> {
  const startsMs = performance.now()
  const answers: Promise<void>[] = []
  for (const [number, message] of messages.entries()) {
    const dueMs = startsMs + (number * 1_000) / PER_SECOND
    const waitMs = dueMs - performance.now()
    if (waitMs > 0) await delay(waitMs)
    answers.push(sendOne(town, message, dueMs, sightings))
  }
  await Promise.all(answers)
}

async function sendOne(town: ServedTown, message: RawMessage, dueMs: number, sightings: Sightings | null): Promise<void> {
  const sentMs = performance.now()
  const { status, body } = await postMessages(town, message).catch(() => ({ status: 0, body: null }))
  if (sightings === null) return
  if (status !== 201) {
    sightings.failed += 1
    return
  }
  const { id } = body as { id: string }
  sightings.dueMs.set(id, dueMs)
  sightings.sentMs.set(id, sentMs)
}

async function untilHeard({ dueMs, heardMs }: Sightings): Promise<void> {
  const givesUpMs = performance.now() + SETTLE_MS
  const ids = [...dueMs.keys()]
  while (performance.now() < givesUpMs && heardMs.some((heard) => ids.some((id) => !heard.has(id)))) await delay(100)
}

function describe(setting: Setting, { dueMs, sentMs, heardMs, failed }: Sightings, generatorCpu: number): Outcome {
  const times = (from: Map<string, number>) =>
    heardMs.flatMap((heard) => [...from].flatMap(([id, ms]) => (heard.has(id) ? [heard.get(id)! - ms] : [])))
  const latencies = times(dueMs)
  const fromSending = times(sentMs)
  if (latencies.length === 0) throw new Error('latency: no event was heard on any socket, expected one per message and socket')
  if (generatorCpu > GENERATOR_CPU_LIMIT)
    loudly(`VOID: the load generator used ${Math.round(generatorCpu * 100)} % of a core and measures itself.`)
  const p99 = quantile(latencies, 0.99)
  const missing = dueMs.size * SOCKETS - latencies.length
  return {
    part: 'latency',
    setting: `${setting.name}; ${PER_SECOND} single POSTs a second, open loop, for ${SECONDS} s; ${SOCKETS} sockets; server in a process of its own`,
    peers: [],
    seed: SEED,
    figures: {
      p50Ms: quantile(latencies, 0.5),
      p90Ms: quantile(latencies, 0.9),
      p99Ms: p99,
      maxMs: quantile(latencies, 1),
      p50FromSendingMs: quantile(fromSending, 0.5),
      p99FromSendingMs: quantile(fromSending, 0.99),
      messages: dueMs.size,
      failedPosts: failed,
      missingFrames: missing,
      generatorCpuShare: generatorCpu,
    },
    aim: {
      says: `p99 at most ${AIM_P99_MS} ms, every message on every socket, generator below ${GENERATOR_CPU_LIMIT * 100} % of a core`,
      met: p99 <= AIM_P99_MS && missing === 0 && failed === 0 && generatorCpu <= GENERATOR_CPU_LIMIT,
    },
  }
}
