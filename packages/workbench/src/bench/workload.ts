import type { RawMessage } from '@rumoer/contracts'
import { ORDINARY_SCENARIO, simulate } from '@rumoer/simulator'

const STARTS_AT = new Date('2026-03-02T00:00:00+01:00')
/** Times the usual day of 260 messages: a busy town, so that a day of it fills a benchmark. */
const RATE = 20

/**
 * What the simulated town says, each message once (closings are left out) and with an id of its own, so that it may come from one source.
 * The same seed and prefix give the same messages.
 */
export function* workload(seed: number, prefix: string, wanted: (raw: RawMessage) => boolean = () => true): Generator<RawMessage> {
  let number = 0
  const stream = simulate({ seed, days: Number.POSITIVE_INFINITY, startAt: STARTS_AT, rate: RATE, scenario: ORDINARY_SCENARIO })
  for (const { raw } of stream) {
    if (raw.updatedAt !== undefined || !wanted(raw)) continue
    number += 1
    yield { ...raw, externalId: `${prefix}-${number}` }
  }
}

/** The first `count` of a stream, without ending it. */
export function take<Item>(stream: Iterator<Item>, count: number): Item[] {
  const items: Item[] = []
  while (items.length < count) {
    const next = stream.next()
    if (next.done) break
    items.push(next.value)
  }
  return items
}

export function inChunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
