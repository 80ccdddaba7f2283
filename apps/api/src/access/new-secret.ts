import { randomBytes } from 'node:crypto'
import { hashOf } from '../plugins/access.ts'

const SECRET_BYTES = 33

/** A key (`rumoer_…`) or a sign-in token (no prefix) with the hash that is stored of it. */
export function newSecret(prefix: 'rumoer_' | ''): { secret: string; hash: Buffer } {
  const secret = `${prefix}${randomBytes(SECRET_BYTES).toString('base64url')}`
  return { secret, hash: hashOf(secret) }
}
