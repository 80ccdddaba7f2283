import type { Readable } from 'node:stream'
import { type Dispatcher, EnvHttpProxyAgent, request } from 'undici'
import { createGuard, type Guard } from './guard.ts'
import { OutboundError, statusError, toOutboundError } from './outbound-error.ts'
import { createPace, retryAfterMs } from './pace.ts'
import { ACCEPT_ENCODING, collect, unpacked } from './read-body.ts'

const MAX_BYTES = 10_000_000
const DEADLINE_MS = 60_000
const CONNECT_MS = 10_000
const HEADERS_MS = 20_000
const IDLE_MS = 15_000
const PER_SECOND = 4
const MAX_REDIRECTS = 5
const REDIRECTS = [301, 302, 303, 307, 308]

export type Ask = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH'
  headers?: Readonly<Record<string, string>>
  body?: string | Buffer
  signal: AbortSignal
  /** For the whole answer, so that a peer of a byte a second ends too; null for a stream that never ends. */
  deadlineMs?: number | null
  /** Between two pieces of the answer; fifteen seconds unless it says otherwise. */
  idleMs?: number
  /** Over the wire, and once more when unpacked. */
  maxBytes?: number
  /** Requests a second at this host, shared by all sources; null where the caller keeps its own pace and waits when asked to. */
  perSecond?: number | null
  /** Answers any status, instead of throwing what is no success and no 304. */
  anyStatus?: boolean
  /** `false`: an answer that sends on to another address is the answer. */
  redirects?: boolean
}
export type Head = { status: number; headers: Readonly<Record<string, string>>; url: string }
export type Answer = Head & { body: Buffer }

/** The only way out over HTTP: private addresses refused, sizes and times bounded, hosts asked politely, the proxy of the environment used. */
export type Outbound = {
  ask(url: string, ask: Ask): Promise<Answer>
  /** The answer as it comes; whoever asked reads or destroys `body`. */
  open(url: string, ask: Ask): Promise<Head & { body: Readable }>
  /** For sockets that are no HTTP requests (WebSocket, IMAP). */
  readonly guard: Guard
  close(): Promise<void>
}

export type OutboundOptions = {
  allowPrivate: boolean
  proxy: { http: string | undefined; https: string | undefined; none: string | undefined }
  /** Told to every host, so that its administrator knows whom to ask. */
  agent: string
  now: () => Date
  /** Requests a second at each host, whatever a connector asks for: for peers of our own. */
  pacePerSecond?: number
}

export function createOutbound({ allowPrivate, proxy, agent, now, pacePerSecond }: OutboundOptions): Outbound {
  const guard = createGuard(allowPrivate)
  const pace = createPace()
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: proxy.http ?? '',
    httpsProxy: proxy.https ?? '',
    noProxy: proxy.none ?? '',
    connect: { lookup: guard.lookup, timeout: CONNECT_MS },
    connections: 8,
    headersTimeout: HEADERS_MS,
    bodyTimeout: IDLE_MS,
  })
  const proxied = (url: URL) => (url.protocol === 'https:' ? (proxy.https ?? proxy.http) : proxy.http) !== undefined

  async function once(url: URL, ask: Ask, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    guard.check(url)
    if (proxied(url)) await guard.checkResolved(url)
    if (ask.perSecond !== null) await pace.turn(url.host, pacePerSecond ?? ask.perSecond ?? PER_SECOND, signal)
    return request(url, {
      dispatcher,
      signal,
      method: ask.method ?? 'GET',
      headers: { 'user-agent': agent, 'accept-encoding': ACCEPT_ENCODING, ...ask.headers },
      body: ask.body ?? null,
      ...(ask.idleMs === undefined ? {} : { bodyTimeout: ask.idleMs }),
    })
  }

  /** Every hop is checked as the first one was; what authenticates us goes to no other host. */
  async function follow(address: string, asked: Ask, signal: AbortSignal): Promise<{ url: URL; response: Dispatcher.ResponseData }> {
    let url = parseUrl(address)
    let ask = asked
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const response = await once(url, ask, signal)
      const location = response.headers['location']
      if (ask.redirects === false || !REDIRECTS.includes(response.statusCode) || typeof location !== 'string') return { url, response }
      await response.body.dump({ limit: 65_536 }).catch(() => undefined)
      const next = parseUrl(location, url)
      if (url.protocol === 'https:' && next.protocol === 'http:')
        throw new OutboundError('redirect', 'Het adres stuurt door naar een onbeveiligd adres.')
      if (next.host !== url.host) ask = { ...ask, headers: withoutSecrets(ask.headers) }
      if (response.statusCode === 303) ask = { ...withoutBody(ask), method: 'GET' }
      url = next
    }
    throw new OutboundError('redirect', 'Het adres stuurt steeds door naar een ander adres.')
  }

  async function open(address: string, ask: Ask): Promise<Head & { body: Readable }> {
    const deadlineMs = ask.deadlineMs === undefined ? DEADLINE_MS : ask.deadlineMs
    const signal = deadlineMs === null ? ask.signal : AbortSignal.any([ask.signal, AbortSignal.timeout(deadlineMs)])
    try {
      const { url, response } = await follow(address, ask, signal)
      const headers = flat(response.headers)
      const status = response.statusCode
      const waitMs = status === 429 || status === 503 ? retryAfterMs(headers['retry-after'], now()) : null
      if (waitMs !== null && ask.perSecond !== null) pace.stayAway(url.host, waitMs)
      if (ask.anyStatus !== true && status !== 304 && (status < 200 || status > 299)) {
        await response.body.dump({ limit: 65_536 }).catch(() => undefined)
        throw statusError(status, waitMs)
      }
      return { status, headers, url: url.href, body: unpacked(response.body, headers['content-encoding'], ask.maxBytes ?? MAX_BYTES) }
    } catch (error) {
      throw toOutboundError(error)
    }
  }

  return {
    guard,
    open,
    async ask(address, ask) {
      const { body, ...head } = await open(address, ask)
      try {
        return { ...head, body: await collect(body) }
      } catch (error) {
        throw toOutboundError(error)
      }
    },
    close: () => dispatcher.destroy(),
  }
}

function parseUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href)
  if (!url) throw new OutboundError('address', 'Dit is geen internetadres.')
  return url
}

const SECRET_HEADERS = /^(authorization|cookie|x-api-key|api-key)$/i
const withoutSecrets = (headers: Ask['headers'] = {}) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !SECRET_HEADERS.test(name)))

const withoutBody = ({ body: _body, ...ask }: Ask): Ask => ask

const flat = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))
