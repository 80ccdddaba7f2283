import { setTimeout as delay } from 'node:timers/promises'
import type { MessageOut, Source, SourceFields, SourceKindInfo, SourceSample } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { createOutbound } from '../outbound/outbound.ts'
import { openTestServer, type TestServer } from './open-test-server.ts'

/** A municipality whose sources are fetched when a test says so, from peers on this machine, without waiting for turns. */
export type ConnectorTown = {
  server: TestServer
  store: Store
  /** Adds a source over the API and switches it on; answers its id. */
  addSource(kind: SourceKindInfo['kind'], channel: string, settings: SourceFields, more?: Record<string, unknown>): Promise<string>
  /** Makes the source due and fetches all that is due. */
  fetch(sourceId: string): Promise<void>
  sample(kind: SourceKindInfo['kind'], channel: string, settings: SourceFields): Promise<SourceSample>
  stateOf(sourceId: string): Promise<Source>
  /** Messages of a source once all that waited is walked, oldest receipt first. */
  messagesOf(sourceId: string): Promise<MessageOut[]>
  nextAt(sourceId: string): Promise<Date>
  close(): Promise<void>
}

let names = 0

export async function openConnectorTown(open: () => Promise<Store>, options: { now?: () => Date } = {}): Promise<ConnectorTown> {
  const store = await open()
  const now = options.now ?? (() => new Date())
  const outbound = createOutbound({
    allowPrivate: true,
    proxy: { http: undefined, https: undefined, none: undefined },
    agent: 'Rumoer/test',
    now,
    pacePerSecond: 1_000,
  })
  const server = await openTestServer(store, { walk: true, outbound, now })
  const { municipality, services } = server
  const one = async (sourceId: string) => (await store.sources.list(municipality.id, now())).find(({ id }) => id === sourceId)!
  /** A machine that is busy with other tests answers 503 for a while; that is no answer to the test's question. */
  async function post(path: string, body: unknown): Promise<unknown> {
    for (let tries = 0; ; tries++) {
      const response = await server.send('POST', path, body)
      const answer = (await response.json()) as { detail?: string }
      if (response.ok) return answer
      if (response.status !== 503 || tries === 50) throw new Error(`${response.status} ${answer.detail}`)
      await delay(200)
    }
  }
  return {
    server,
    store,
    async addSource(kind, channel, settings, more = {}) {
      names += 1
      const body = { name: `${kind} ${names}`, kind, channel, settings, ...more }
      return ((await post('/v1/sources', body)) as { id: string }).id
    },
    async fetch(sourceId) {
      await store.connections.change(municipality.id, sourceId, {}, now())
      await services.connectors.runDue()
    },
    sample: async (kind, channel, settings) => (await post('/v1/sources/_try', { kind, channel, settings })) as SourceSample,
    stateOf: one,
    async messagesOf(sourceId) {
      await server.walked()
      const { items } = await store.messages.search(municipality.id, { limit: 500, total: false })
      return items.filter(({ source }) => source.id === sourceId)
    },
    async nextAt(sourceId) {
      return (await store.connections.byId(municipality.id, sourceId))!.nextAt
    },
    async close() {
      await server.close()
      await store.close()
    },
  }
}
