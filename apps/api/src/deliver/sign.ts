import { createHmac, hkdfSync } from 'node:crypto'

const PREFIX = 'whsec_'

/** Secret of one webhook, derived from the secret of the installation: nothing of it is stored. */
export const webhookSecret = (installation: Buffer, webhookId: string): string =>
  `${PREFIX}${Buffer.from(hkdfSync('sha256', installation, 'rumoer webhook', webhookId, 32)).toString('base64')}`

/** Headers of Standard Webhooks: HMAC-SHA256 over id, time and the very bytes that are sent. */
export function signatureHeaders(secret: string, id: string, at: Date, body: Buffer): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
