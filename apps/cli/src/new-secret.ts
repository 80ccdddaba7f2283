import { createHash, randomBytes } from 'node:crypto'

/** A bearer key or sign-in token (256 bits) with the hash that is stored of it. */
export function newSecret(prefix: string): { secret: string; hash: Buffer } {
  const secret = `${prefix}${randomBytes(33).toString('base64url')}`
  return { secret, hash: createHash('sha256').update(secret).digest() }
}
