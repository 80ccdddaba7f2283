import { once } from 'node:events'
import { type Area, type Municipality, type RawMessage, ROLES, type Role } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import type { FastifyInstance } from 'fastify'
import { WebSocket } from 'ws'
import { newSecret } from '../access/new-secret.ts'
import { buildApp } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { createLogger } from '../log.ts'
import type { Outbound } from '../outbound/outbound.ts'
import { createServices, type Services } from '../services.ts'

/** The real server on a free port over a store that the tests of a file share, with a municipality of its own. */
export type TestServer = {
  app: FastifyInstance
  services: Services
  municipality: Municipality
  url: string
  /** Bearer keys: one of each role, and one of a source. */
  keys: Record<Role, string> & { source: string }
  sourceId: string
  get(path: string, key?: string): Promise<Response>
  send(method: string, path: string, body: unknown, key?: string): Promise<Response>
  /** Walks until nothing waits. */
  walked(): Promise<void>
  close(): Promise<void>
}

const square = (west: number, south: number): Area['geometry'] => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [west + 0.01, south],
        [west + 0.01, south + 0.01],
        [west, south + 0.01],
        [west, south],
      ],
    ],
  ],
})

let servers = 0

function areasOf(digits: string): Area[] {
  return [
    { code: `GM${digits}`, level: 'gemeente', name: 'Lindehaven', parentCode: null, inhabitants: null, geometry: null },
    { code: `WK${digits}01`, level: 'wijk', name: 'Havenwijk', parentCode: `GM${digits}`, inhabitants: null, geometry: null },
    {
      code: `BU${digits}0101`,
      level: 'buurt',
      name: 'Havenkwartier',
      parentCode: `WK${digits}01`,
      inhabitants: 2_000,
      geometry: square(5.3, 52.6),
    },
  ]
}

/** `env` changes the configuration; with `walk` the walker runs beside the server. */
export async function openTestServer(
  store: Store,
  options: { env?: Record<string, string>; walk?: boolean; now?: () => Date; outbound?: Outbound } = {},
): Promise<TestServer> {
  servers += 1
  const digits = String(8_000 + servers)
  const config: Config = readConfig({ DEMO: 'off', LOG_LEVEL: 'silent', PORT: '0', ...options.env })
  const services = createServices({
    config,
    store,
    secret: Buffer.alloc(32, 5),
    logger: createLogger(config.logLevel),
    ...(options.now ? { now: options.now } : {}),
    ...(options.outbound ? { outbound: options.outbound } : {}),
  })
  const now = services.now()
  const municipality = await store.municipalities.add({ code: `GM${digits}`, name: `Lindehaven ${digits}`, now })
  await store.areas.importAll(municipality.id, areasOf(digits), now)
  const source = await store.sources.add(municipality.id, { name: 'Proef', kind: 'http', channel: 'form', now })
  const addKey = async (name: string, role: Role | null) => {
    const { secret, hash } = newSecret('rumoer_')
    await store.access.addKey({
      municipalityId: municipality.id,
      name,
      role,
      sourceId: role === null ? source.id : null,
      secretHash: hash,
      now,
    })
    return secret
  }
  const roleKeys = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await addKey(role, role)]))) as Record<
    Role,
    string
  >
  const keys = { ...roleKeys, source: await addKey('Proef', null) }
  const app = await buildApp(services)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  services.running.publicUrl = url
  services.running.isReady = true
  if (options.walk) await services.walker.start()
  const headers = (key?: string) => (key === undefined ? {} : { authorization: `Bearer ${key}` })
  return {
    app,
    services,
    municipality,
    url,
    keys,
    sourceId: source.id,
    get: (path, key = keys.beheerder) => fetch(`${url}${path}`, { headers: headers(key) }),
    send: (method, path, body, key = keys.beheerder) =>
      fetch(`${url}${path}`, { method, headers: { ...headers(key), 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    async walked() {
      while (!(await store.inbox.drained(municipality.id, await store.inbox.lastSeq(municipality.id))))
        await new Promise((done) => setTimeout(done, 20))
    },
    async close() {
      await app.close()
      await services.connectors.stop()
      await services.imports.stop()
      await services.outbound.close()
      await services.walker.stop()
    },
  }
}

/** A melding in the Havenkwartier. */
export function rawMelding(number: number, changes: Partial<RawMessage> = {}): RawMessage {
  return {
    externalId: `melding-${number}`,
    kind: 'melding',
    channel: 'form',
    createdAt: '2026-11-24T08:50:00Z',
    text: 'Bruin water uit de kraan in het Havenkwartier, is dit veilig voor de baby?',
    author: `bewoner-${number}`,
    location: { lat: 52.605, lon: 5.305 },
    ...changes,
  }
}

type Seen = { frame: string; seq: number; type?: string; reason?: string }

/** A reader of the stream that keeps what it saw. */
export type TestReader = {
  frames: Seen[]
  socket: WebSocket
  closed: Promise<{ code: number; reason: string }>
  /** Resolves once a frame of this kind has come. */
  until(frame: string): Promise<Seen>
}

export function openReader(
  server: Pick<TestServer, 'url'>,
  query: string,
  key: string | null,
  headers: Record<string, string> = {},
): TestReader {
  const auth = key === null ? {} : { authorization: `Bearer ${key}` }
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/v1/stream${query}`, { headers: { ...auth, ...headers } })
  const frames: Seen[] = []
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as Seen))
  socket.on('error', () => undefined)
  const closed = once(socket, 'close').then(([code, reason]) => ({ code: Number(code), reason: String(reason) }))
  return {
    frames,
    socket,
    closed,
    async until(frame) {
      for (const givesUpMs = Date.now() + 10_000; Date.now() < givesUpMs; ) {
        const found = frames.find((one) => one.frame === frame)
        if (found) return found
        if (socket.readyState === socket.CLOSED) throw new Error(`closed before a ${frame} frame came`)
        await new Promise((done) => setTimeout(done, 5))
      }
      throw new Error(`no ${frame} frame in 10 s`)
    },
  }
}
