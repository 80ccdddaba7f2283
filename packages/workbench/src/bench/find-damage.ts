import { openStore, type Store } from '@rumoer/store'
import type { CutReader } from './cut-reader.ts'
import type { Setting } from './setting.ts'

/** What went wrong, as counts; all zero when nothing did. */
export type Damage = {
  /** Answered with success and not stored. */
  lost: number
  /** Stored more than once. */
  doubled: number
  /** Stored but in no issue. */
  unplaced: number
  waiting: number
  setAside: number
  /** Issue counters that differ from a recount of the messages. */
  miscounted: number
  /** Places in 1 … seq without an event, and events beyond. */
  streamGaps: number
  /** Messages whose placing was told more than once, or not at all. */
  placedNotOnce: number
  /** Events that the cut reader missed up to the last it heard. */
  readerMissed: number
  readerRepeated: number
  readerResets: number
}

const PAGE = 500
const EVENTS_PAGE = 5_000

/** Opens the database that the server left behind, and compares it with what was answered and what was heard. */
export async function findDamage(setting: Setting, acknowledged: ReadonlySet<string>, reader: CutReader): Promise<Damage> {
  const store = await openStore(setting.storeConfig)
  try {
    const [municipality] = await store.municipalities.list()
    if (!municipality) throw new Error('municipalities: none, expected the one that the messages came to')
    const stored = await storedMessages(store, municipality.id)
    const events = await storedEvents(store, municipality.id)
    return {
      lost: [...acknowledged].filter((externalId) => !stored.times.has(externalId)).length,
      doubled: [...stored.times.values()].filter((times) => times > 1).length,
      unplaced: stored.unplaced,
      waiting: await store.inbox.count(municipality.id),
      setAside: (await store.inbox.listSetAside(municipality.id)).length,
      miscounted: (await store.issues.recount(municipality.id)).length,
      streamGaps: events.gaps,
      placedNotOnce: countNotOnce(events.placed) + Math.abs(stored.total - new Set(events.placed).size),
      ...heardBy(reader),
    }
  } finally {
    await store.close()
  }
}

async function storedMessages(
  store: Store,
  municipalityId: number,
): Promise<{ times: Map<string, number>; unplaced: number; total: number }> {
  const times = new Map<string, number>()
  let unplaced = 0
  let total = 0
  let cursor: string | undefined
  do {
    const page = await store.messages.search(municipalityId, { limit: PAGE, total: false, ...(cursor === undefined ? {} : { cursor }) })
    for (const { externalId, issue } of page.items) {
      total += 1
      if (externalId !== null) times.set(externalId, (times.get(externalId) ?? 0) + 1)
      if (issue === null) unplaced += 1
    }
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return { times, unplaced, total }
}

async function storedEvents(store: Store, municipalityId: number): Promise<{ gaps: number; placed: string[] }> {
  const last = await store.events.seq(municipalityId)
  const placed: string[] = []
  let expected = 1
  let gaps = 0
  for (let after = 0; after < last; ) {
    const { events } = await store.events.after(municipalityId, after, EVENTS_PAGE)
    if (events.length === 0) break
    for (const { seq, type, data } of events) {
      if (seq !== expected) gaps += 1
      expected = seq + 1
      if (type === 'message.placed') placed.push((data as { id: string }).id)
    }
    after = events.at(-1)!.seq
  }
  return { gaps: gaps + (expected === last + 1 ? 0 : 1), placed }
}

function countNotOnce(ids: readonly string[]): number {
  return ids.length - new Set(ids).size
}

function heardBy({ seqs, resets }: CutReader): Pick<Damage, 'readerMissed' | 'readerRepeated' | 'readerResets'> {
  const heard = new Set(seqs)
  const last = seqs.reduce((most, seq) => Math.max(most, seq), 0)
  return { readerMissed: last - heard.size, readerRepeated: seqs.length - heard.size, readerResets: resets() }
}
