import type { StreamEvent } from '@rumoer/contracts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import type { Store } from './store.ts'
import { TEST_DATABASES, type TestDatabase } from './testing/open-test-database.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { NOW, openTestTown } from './testing/test-town.ts'

const event = (areas: number): StreamEvent => ({ type: 'areas.changed', data: { areas } })

describe.each(TEST_STORES)('the outbox on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  test('many writers at once leave no gap, and a reader that follows sees every event once', async () => {
    const town = await openTestTown(store)
    const read: number[] = []
    let writing = true
    const reader = (async () => {
      for (let last = false; !last; ) {
        last = !writing
        const { events } = await store.events.after(town.id, read.at(-1) ?? 0, 7)
        read.push(...events.map(({ seq }) => seq))
        if (events.length > 0) last = false
      }
    })()
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        store.events.append(
          town.id,
          Array.from({ length: (n % 3) + 1 }, () => event(n)),
          NOW,
        ),
      ),
    )
    writing = false
    await reader
    expect(read).toEqual(Array.from({ length: await store.events.seq(town.id) }, (_, n) => n + 1))
  })

  test('what is pruned is told, and the rest is kept', async () => {
    const town = await openTestTown(store)
    const later = new Date(NOW.getTime() + 1_000)
    await store.events.append(town.id, [event(1), event(2)], NOW)
    await store.events.append(town.id, [event(3)], later)
    expect(await store.events.prune(town.id, later)).toBe(2)
    expect(await store.events.after(town.id, 0, 10)).toMatchObject({ pruned: true, seq: 3, events: [{ seq: 3 }] })
    expect(await store.events.after(town.id, 2, 10)).toMatchObject({ pruned: false, events: [{ seq: 3, data: { areas: 3 } }] })
    expect(await store.events.prune(town.id, new Date(later.getTime() + 1))).toBe(1)
    expect(await store.events.after(town.id, 3, 10)).toEqual({ events: [], pruned: false, seq: 3 })
    expect(await store.events.append(town.id, [event(4)], later)).toBe(4)
  })

  test('who listens is woken by a commit', async () => {
    const town = await openTestTown(store)
    // The commits of tests before this one may still be told.
    const woken = new Promise<number>((resolve) => store.events.onHint((id) => id === town.id && resolve(id)))
    const waker = setInterval(() => void store.events.append(town.id, [event(1)], NOW), 50)
    expect(await woken).toBe(town.id)
    clearInterval(waker)
  })
})

const [, postgres] = TEST_DATABASES
describe.skipIf(!postgres)('the outbox over two connections of PostgreSQL', () => {
  let opened: TestDatabase
  let store: Store
  beforeAll(async () => {
    opened = await postgres!.open()
    store = await openStore({ databaseUrl: opened.databaseUrl!, dataDir: opened.dataDir })
  })
  afterAll(async () => {
    await store.close()
    await opened.close()
  })

  test('a slow transaction cannot make a reader skip: who comes later waits for it', async () => {
    const town = await openTestTown(store)
    const slow = new pg.Client({ connectionString: opened.databaseUrl })
    await slow.connect()
    await slow.query('begin')
    const { rows } = await slow.query(
      'update municipality_counters set stream_seq = stream_seq + 1 where municipality_id = $1 returning stream_seq',
      [town.id],
    )
    await slow.query('insert into events values ($1, $2, $3, $4, $5)', [town.id, rows[0].stream_seq, NOW, 'areas.changed', '{"areas":1}'])
    let isDone = false
    const fast = store.events.append(town.id, [event(2)], NOW).then((seq) => {
      isDone = true
      return seq
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(isDone).toBe(false)
    expect((await store.events.after(town.id, 0, 10)).events).toEqual([])
    await slow.query('commit')
    await slow.end()
    expect(await fast).toBe(2)
    expect((await store.events.after(town.id, 0, 10)).events.map(({ seq }) => seq)).toEqual([1, 2])
  })

  test('two processes: one owns, the other waits; the lock falls with its connection and the old owner is told', async () => {
    const other = await openStore({ databaseUrl: opened.databaseUrl!, dataDir: opened.dataDir })
    const town = await openTestTown(store)
    expect(await other.walk.own(town.id)).toBeNull()
    await opened.database.pool.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
    )
    await new Promise<void>((resolve) =>
      town.ownership.lost.aborted ? resolve() : town.ownership.lost.addEventListener('abort', () => resolve()),
    )
    const taken = (await other.walk.own(town.id))!
    expect(taken.epoch).toBe(town.ownership.epoch + 1)
    await taken.release()
    expect(await store.walk.own(town.id)).not.toBeNull()
    await other.close()
  })

  test('a hint crosses from one process to another', async () => {
    const other = await openStore({ databaseUrl: opened.databaseUrl!, dataDir: opened.dataDir })
    const town = await openTestTown(store)
    const woken = new Promise<number>((resolve) => other.events.onHint(resolve))
    const waker = setInterval(() => void store.events.append(town.id, [event(1)], NOW), 50)
    expect(await woken).toBe(town.id)
    clearInterval(waker)
    await other.close()
  })
})
