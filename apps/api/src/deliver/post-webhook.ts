import type { Outbound } from '../outbound/outbound.ts'
import { OutboundError } from '../outbound/outbound-error.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
const TIMEOUT_MS = 10_000
/** Of an answer that nobody reads. */
const MAX_BYTES = 65_536

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
  outbound: Outbound,
  address: string,
  { headers, body, signal, type = JSON_TYPE }: { headers: Record<string, string>; body: Buffer; signal: AbortSignal; type?: string },
): Promise<void> {
  try {
    await outbound.ask(address, {
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body,
      signal,
      deadlineMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
      perSecond: null,
      redirects: false,
    })
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    // It was taken; only what it had to say is not to our liking.
    if (error.reason === 'too-large' || error.reason === 'encoding') return
    throw new DeliveryError(error.message, { askedMs: error.retryAfterMs, gone: error.status === 410 })
  }
}
