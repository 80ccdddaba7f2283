import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { expectPublicHost, lookupPublic } from './guard-address.ts'
import { retryAfterMs } from './next-try.ts'

const TIMEOUT_MS = 10_000

/** The receiver did not take it. `gone`: it never will. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly askedMs: number | null
  readonly gone: boolean
  constructor(message: string, { askedMs = null, gone = false }: { askedMs?: number | null; gone?: boolean } = {}) {
    super(message)
    this.askedMs = askedMs
    this.gone = gone
  }
}

/** Posts bytes; resolves on a 2xx answer, throws a `DeliveryError` on any other. Redirects are not followed. */
export async function postWebhook(
  address: string,
  { headers, body, allowPrivate, now }: { headers: Record<string, string>; body: Buffer; allowPrivate: boolean; now: Date },
): Promise<void> {
  const url = new URL(address)
  if (!allowPrivate) expectPublicHost(url)
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = send(
      url,
      {
        method: 'POST',
        agent: false,
        timeout: TIMEOUT_MS,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'content-length': body.length, 'user-agent': 'Rumoer' },
        ...(allowPrivate ? {} : { lookup: lookupPublic }),
      },
      resolve,
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
  answer.destroy()
  const status = answer.statusCode ?? 0
  if (status >= 200 && status < 300) return
  throw new DeliveryError(`status ${status}`, { askedMs: retryAfterMs(answer.headers['retry-after'], now), gone: status === 410 })
}
