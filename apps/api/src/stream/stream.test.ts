import { setTimeout as delay } from 'node:timers/promises'
import type { StreamEvent } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSecret } from '../access/new-secret.ts'
import { openReader, openTestServer, type TestReader, type TestServer } from '../testing/open-test-server.ts'
import { createStreams } from './streams.ts'

const event = (areas: number): StreamEvent => ({ type: 'areas.changed', data: { areas } })
const seqs = (reader: TestReader) => reader.frames.filter(({ frame }) => frame === 'event').map(({ seq }) => seq)
const upTo = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, nth) => from + nth + 1)
const silence = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const givesUpMs = Date.now() + 10_000; Date.now() < givesUpMs; await delay(5)) if (await holds()) return
  throw new Error(`waited 10 s for ${what}`)
}

describe.each(TEST_STORES)('on $name', ({ open }) => {
  let store: Store
  let server: TestServer
  let append: (count: number) => Promise<number>
  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store)
    append = (count) =>
      store.events.append(
        server.municipality.id,
        Array.from({ length: count }, (_, nth) => event(nth)),
        new Date(),
      )
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })

  test('without a cursor a socket is live at once and hears only what is new', async () => {
    await append(3)
    const reader = openReader(server, '', server.keys.lezer)
    const { seq } = await reader.until('live')
    await append(2)
    await until(() => seqs(reader).length >= 2, 'two events')
    expect(seqs(reader)).toEqual(upTo(seq, seq + 2))
    reader.socket.close()
    await reader.closed
  })

  test('with a cursor a socket is told what it missed, then that it is live', async () => {
    const from = await store.events.seq(server.municipality.id)
    await append(1_234)
    const reader = openReader(server, `?cursor=${from}`, server.keys.lezer)
    const live = await reader.until('live')
    expect(live.seq).toBe(from + 1_234)
    expect(seqs(reader)).toEqual(upTo(from, from + 1_234))
    reader.socket.close()
    await reader.closed
  })

  test('however often and whenever it is cut, a reader that comes back with its last seq sees every event once', async () => {
    const cuts = fc.array(fc.record({ afterEvents: fc.integer({ min: 0, max: 60 }), writes: fc.integer({ min: 0, max: 40 }) }), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(cuts, async (plan) => {
        const start = await store.events.seq(server.municipality.id)
        let cursor = start
        const seen: number[] = []
        for (const { afterEvents, writes } of plan) {
          const reader = openReader(server, `?cursor=${cursor}`, server.keys.lezer)
          const writing = (async () => {
            for (let nth = 0; nth < writes; nth += 10) await append(Math.min(10, writes - nth))
          })()
          await reader.until('live')
          await Promise.race([until(() => seqs(reader).length >= afterEvents, 'events'), writing.then(() => delay(2))])
          reader.socket.terminate()
          await reader.closed
          await writing
          seen.push(...seqs(reader))
          cursor = seen.at(-1) ?? cursor
        }
        const last = openReader(server, `?cursor=${cursor}`, server.keys.lezer)
        await last.until('live')
        const end = await store.events.seq(server.municipality.id)
        await until(() => cursor === end || seqs(last).at(-1) === end, 'the last event')
        last.socket.terminate()
        await last.closed
        expect([...seen, ...seqs(last)]).toEqual(upTo(start, end))
      }),
      { numRuns: 12 },
    )
  })

  test('a cursor in the future, and one that was pruned away, get reset and then go on', async () => {
    const early = openReader(server, '?cursor=999999999', server.keys.lezer)
    expect(await early.until('reset')).toMatchObject({ reason: 'cursor-in-future' })
    await early.until('live')
    await append(1)
    await early.until('event')
    early.socket.close()
    await early.closed

    const pruned = await openTestServer(store)
    await store.events.append(pruned.municipality.id, [event(1), event(2)], new Date())
    await store.events.prune(pruned.municipality.id, new Date(Date.now() + 1_000))
    const late = openReader(pruned, '?cursor=0', pruned.keys.lezer)
    const reset = await late.until('reset')
    expect(reset).toMatchObject({ reason: 'cursor-too-old', seq: await store.events.seq(pruned.municipality.id) })
    late.socket.close()
    await pruned.close()
  })

  test('losing every hint makes it late, not wrong', async () => {
    const deaf = { ...store, events: { ...store.events, onHint: () => () => undefined } } as Store
    const streams = createStreams({ store: deaf, now: () => new Date(), log: silence })
    const reader = openReader(server, '', server.keys.lezer)
    await reader.until('live')
    const heard: number[] = []
    const { openTailer } = await import('./tailer.ts')
    const tailer = await openTailer({ store: deaf, municipalityId: server.municipality.id, now: () => new Date(), log: silence })
    const from = tailer.position
    tailer.listen({ events: (frames) => heard.push(...frames.map(({ seq }) => seq)), notice: () => undefined })
    await append(25)
    await until(() => heard.length >= 25, '25 events without a hint')
    expect(heard).toEqual(upTo(from, from + 25))
    tailer.stop()
    streams.close()
    reader.socket.close()
    await reader.closed
  })

  test.each([
    ['no key', '', null, {}, 4401],
    ['an unknown key', '', 'rumoer_onbekend', {}, 4401],
    ['a cursor that is no number', '?cursor=gisteren', 'lezer', {}, 4400],
    ['a replay that is not there', '?replay=999999', 'lezer', {}, 4403],
    ['a source key', '', 'source', {}, 4403],
    ['a role without stream', '', 'vakafdeling', {}, 4403],
    ['a page of another site', '', null, { origin: 'https://evil.example', cookie: 'rumoer=nep' }, 4401],
  ] as const)('%s is refused with its own close code', async (_name, query, key, headers, code) => {
    const secret = key === null ? null : key in server.keys ? server.keys[key as 'lezer'] : key
    const reader = openReader(server, query, secret, headers)
    expect((await reader.closed).code).toBe(code)
    expect(reader.frames).toEqual([])
  })

  test('over plain HTTP the address asks for a WebSocket', async () => {
    expect((await server.get('/v1/stream')).status).toBe(426)
  })

  test('a revoked key closes its stream within ten seconds', async () => {
    const { secret, hash } = newSecret('rumoer_')
    const { id } = await store.access.addKey({
      municipalityId: server.municipality.id,
      name: 'scherm',
      role: 'lezer',
      sourceId: null,
      secretHash: hash,
      now: new Date(),
    })
    const reader = openReader(server, '', secret)
    await reader.until('live')
    await store.access.revokeKey(server.municipality.id, id, new Date())
    const started = Date.now()
    expect((await reader.closed).code).toBe(4401)
    expect(Date.now() - started).toBeLessThan(10_000)
  })

  test('a reader that takes nothing is closed as too slow, and costs the others nothing', async () => {
    const slow = openReader(server, '', server.keys.lezer)
    const quick = openReader(server, '', server.keys.lezer)
    await Promise.all([slow.until('live'), quick.until('live')])
    const from = await store.events.seq(server.municipality.id)
    slow.socket.pause()
    const heavy: StreamEvent = { type: 'content-item.changed', data: heavyItem('x'.repeat(100_000)) }
    for (let nth = 0; nth < 200; nth++) await store.events.append(server.municipality.id, [heavy], new Date())
    await until(() => seqs(quick).length >= 200, 'the quick reader to have all')
    expect(seqs(quick)).toEqual(upTo(from, from + 200))
    slow.socket.resume()
    expect((await slow.closed).code).toBe(4408)
    quick.socket.close()
    await quick.closed
  })

  test('a server that stops says that it will be back', async () => {
    const other = await openTestServer(store)
    const reader = openReader(other, '', other.keys.lezer)
    await reader.until('live')
    await other.close()
    expect((await reader.closed).code).toBe(1012)
  })
})

function heavyItem(notes: string) {
  const at = new Date().toISOString()
  return {
    id: '0193600a-7b1c-7000-8000-0123456789ab',
    title: 'Groot',
    status: 'idea' as const,
    owner: null,
    plannedOn: null,
    channels: ['website'],
    issueId: null,
    issueTitle: null,
    notes,
    position: 1,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}
