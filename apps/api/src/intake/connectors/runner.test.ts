import { setTimeout as delay } from 'node:timers/promises'
import type { RawMessage } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { SILENT_LOG } from '@rumoer/walk'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { OutboundError } from '../../outbound/outbound-error.ts'
import { openTestServer, type TestServer } from '../../testing/open-test-server.ts'
import { type Connector, type Context, defineConnector, type Page } from './connector.ts'
import { type ConnectorRunner, createConnectorRunner } from './runner.ts'

const words = { nl: 'proef', en: 'test' }
const post = (number: number, author = `bewoner-${number}`): RawMessage => ({
  externalId: `post-${number}`,
  kind: 'post',
  channel: 'mastodon',
  createdAt: new Date(Date.UTC(2026, 10, 24) + number * 1_000).toISOString(),
  text: `Bericht nummer ${number} over de straat`,
  author,
})

/** A connector that does what the test says, on cursors that count. */
const connectorOf = (kind: Connector['kind'], pull: (context: Context<unknown, number>) => AsyncGenerator<Page<number>>): Connector =>
  defineConnector({
    kind,
    name: words,
    about: words,
    keeps: words,
    channel: 'mastodon',
    isPersonal: true,
    settings: z.object({}),
    cursor: z.number(),
    everyMs: () => 3_600_000,
    canBackfill: true,
    pull,
  })

describe.each(TEST_STORES)('fetching sources on $name', ({ open }) => {
  let store: Store
  let server: TestServer
  const runners: ConnectorRunner[] = []
  beforeAll(async () => {
    store = await open()
    server = await openTestServer(store)
  })
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop()))
  })
  afterAll(async () => {
    await server.close()
    await store.close()
  })

  let names = 0
  const addSource = async (kind: Connector['kind']) => {
    names += 1
    const { id } = await store.sources.add(server.municipality.id, {
      name: `Bron ${names}`,
      kind,
      channel: 'mastodon',
      connection: { settings: {}, sealedSecrets: null },
      now: new Date(),
    })
    return id
  }
  const runnerOf = (...connectors: Connector[]) => {
    const { accept, eraser, vault, outbound, metrics, now } = server.services
    const runner = createConnectorRunner({
      ...{ connectors, store, accept, eraser, vault, outbound, metrics, now, log: SILENT_LOG },
      ...{ lookEveryMs: 20, leaseMs: 5_000, firstBackOffMs: 10, stallMs: 300 },
    })
    runners.push(runner)
    return runner
  }
  const stateOf = async (id: string) => (await store.sources.list(server.municipality.id, new Date())).find((one) => one.id === id)!
  const cursorOf = async (id: string) => (await store.connections.byId(server.municipality.id, id))!.cursor
  const again = (id: string) => store.connections.change(server.municipality.id, id, {}, new Date())
  const end = (id: string) => store.sources.pause(server.municipality.id, id, new Date())
  async function until(what: () => Promise<boolean> | boolean): Promise<void> {
    for (const givesUpMs = Date.now() + 10_000; !(await what()); await delay(20))
      if (Date.now() > givesUpMs) throw new Error('it did not happen in 10 s')
  }

  test('a peer that dies mid-way is gone on with where it broke off: nothing twice, nothing lost', async () => {
    let attempts = 0
    const runner = runnerOf(
      connectorOf('feed', async function* ({ cursor }) {
        attempts += 1
        // Each page overlaps with the one before it.
        for (let at = cursor ?? 0; at < 10; at += 2) {
          if (attempts < 3 && at >= attempts * 4) throw new OutboundError('unreachable', 'De verbinding lukt niet of brak af.')
          yield { messages: [post(Math.max(0, at - 1)), post(at), post(at + 1)], cursor: at + 2 }
        }
      }),
    )
    const id = await addSource('feed')
    await runner.runDue()
    expect(await stateOf(id)).toMatchObject({ state: 'failing', messages: 4, lastError: 'De verbinding lukt niet of brak af.' })
    runner.start()
    await until(async () => (await cursorOf(id)) === 10)
    await until(async () => (await stateOf(id)).fetching?.lagSeconds != null)
    expect(await stateOf(id)).toMatchObject({ state: 'good', messages: 10, fetching: { lagSeconds: expect.any(Number), rejected: 0 } })
    expect(attempts).toBe(3)
    await end(id)
  })

  test('two processes never fetch one source at the same time', async () => {
    let now = 0
    let most = 0
    let runs = 0
    const busy = connectorOf('open311', async function* ({ cursor }) {
      runs += 1
      most = Math.max(most, ++now)
      await delay(150)
      now -= 1
      yield { messages: [], cursor: (cursor ?? 0) + 1 }
    })
    const id = await addSource('open311')
    const [one, two] = [runnerOf(busy), runnerOf(busy)]
    await Promise.all([one.runDue(), two.runDue(), one.runDue(), two.runDue()])
    expect([runs, most]).toEqual([1, 1])
    await again(id)
    await Promise.all([one.runDue(), two.runDue()])
    expect([runs, most, await cursorOf(id)]).toEqual([2, 1, 2])
    await end(id)
  })

  test('one that hangs, one that throws nonsense and one with bad messages do no harm to another', async () => {
    const runner = runnerOf(
      connectorOf('feed', async function* () {
        yield await new Promise<never>(() => undefined)
      }),
      connectorOf('open311', async function* () {
        yield { messages: [], cursor: 0 }
        throw undefined
      }),
      connectorOf('signalen', async function* () {
        yield { messages: [{ nonsense: true }, post(500), null, 'tekst'], cursor: 1 }
      }),
    )
    const [hangs, throws, bad] = [await addSource('feed'), await addSource('open311'), await addSource('signalen')]
    await runner.runDue()
    expect(await stateOf(bad)).toMatchObject({ state: 'good', messages: 1, fetching: { rejected: 3 } })
    expect(await stateOf(hangs)).toMatchObject({ state: 'failing', lastError: expect.stringContaining('te langzaam') })
    expect(await stateOf(throws)).toMatchObject({ state: 'failing' })
    await Promise.all([hangs, throws, bad].map(end))
  })

  test('a million items pass page by page; a pause stops it at the next page and it goes on where it was', async () => {
    let made = 0
    const runner = runnerOf(
      connectorOf('signalen-map', async function* ({ cursor }) {
        for (let at = cursor ?? 0; at < 1_000_000; at += 1) {
          made += 1
          yield { messages: [post(10_000 + at)], cursor: at + 1 }
        }
      }),
    )
    const id = await addSource('signalen-map')
    const run = runner.runDue()
    await until(async () => made > 5)
    await store.sources.pause(server.municipality.id, id, new Date())
    await run
    const { messages, state } = await stateOf(id)
    expect(state).toBe('paused')
    expect(made - messages).toBeLessThanOrEqual(1)
    const cursor = (await cursorOf(id)) as number
    expect(messages - cursor).toBeLessThanOrEqual(1)
    await store.sources.pause(server.municipality.id, id, null)
    const more = runner.runDue()
    await until(async () => ((await cursorOf(id)) as number) > cursor + 3)
    await runner.stop()
    await more
    expect(((await cursorOf(id)) as number) - (await stateOf(id)).messages).toBe(0)
    await end(id)
  })

  test('what the source takes back is gone, and so is all that a closed account wrote, whatever the quarter', async () => {
    const pages: Page<number>[] = [
      {
        messages: [post(900), post(901), post(902, 'vertrekt'), { ...post(903, 'vertrekt'), createdAt: '2026-03-01T10:00:00Z' }],
        cursor: 1,
      },
      {
        messages: [post(904, 'vertrekt'), post(905)],
        deletes: ['post-900', 'nooit-gezien'],
        erasedAuthors: ['vertrekt', 'onbekend'],
        cursor: 2,
      },
      { messages: [post(900), post(902, 'vertrekt')], cursor: 3 },
    ]
    const runner = runnerOf(
      connectorOf('feed', async function* ({ cursor }) {
        yield pages[cursor ?? 0]!
      }),
    )
    const id = await addSource('feed')
    await runner.runDue()
    await server.services.walker.start()
    await server.walked()
    for (const _ of [1, 2]) {
      await again(id)
      await runner.runDue()
      await server.walked()
    }
    const { items } = await store.messages.search(server.municipality.id, { limit: 500, total: false })
    const texts = items.filter(({ source }) => source.id === id).map(({ text }) => text)
    expect(texts.filter((text) => text !== '').map((text) => text.slice(15, 18))).toEqual(['901', '905'])
    await end(id)
  })

  test('a back-fill runs beside what is new, shows how far it is, and ends', async () => {
    const seen: number[] = []
    const runner = runnerOf(
      connectorOf('feed', async function* ({ range, cursor }) {
        if (!range) return void (yield { messages: [post(2_000)], cursor: 1 })
        for (let at = cursor ?? 0; at < 30; at++) {
          seen.push(at)
          yield { messages: [post(2_001 + at)], cursor: at + 1, share: (at + 1) / 30 }
        }
      }),
    )
    const id = await addSource('feed')
    const job = {
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-02-01T00:00:00.000Z',
      status: 'running' as const,
      share: 0,
      messages: 0,
      error: null,
    }
    await store.connections.change(server.municipality.id, id, { backfill: { ...job, cursor: null } }, new Date())
    await runner.runDue()
    expect((await stateOf(id)).fetching?.backfill).toMatchObject({ status: 'running', share: 20 / 30, messages: 20 })
    await delay(150)
    await runner.runDue()
    expect((await stateOf(id)).fetching?.backfill).toEqual({ ...job, status: 'done', share: 1, messages: 30 })
    expect(seen).toEqual(Array.from({ length: 30 }, (_, at) => at))
    expect(await cursorOf(id)).toBe(1)
    await end(id)
  })

  test('a source past the end date of its purpose is fetched no more', async () => {
    let runs = 0
    const runner = runnerOf(
      connectorOf('feed', async function* () {
        runs += 1
        yield { messages: [], cursor: 1 }
      }),
    )
    const id = await addSource('feed')
    const purpose = { purpose: 'Zien wat er speelt', legalGround: 'publieke taak', owner: 'Team', endsOn: '2026-11-26', retentionDays: 30 }
    await store.sources.setPurpose(server.municipality.id, id, purpose)
    await runner.runDue()
    expect([runs, (await stateOf(id)).state]).toEqual([0, 'ended'])
  })

  test('a cursor that is not of this connector any more starts from the beginning', async () => {
    const cursors: unknown[] = []
    const runner = runnerOf(
      connectorOf('feed', async function* ({ cursor }) {
        cursors.push(cursor)
        yield { messages: [], cursor: 'vreemd' as never }
      }),
    )
    const id = await addSource('feed')
    await runner.runDue()
    await again(id)
    await runner.runDue()
    expect(cursors).toEqual([null, null])
    await end(id)
  })
})
