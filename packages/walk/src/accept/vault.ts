import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { drawBytes } from './draw-bytes.ts'

/** What may lead back to a person: kept sealed, apart, and for a short time. */
export type SealedOriginal = { author?: string; externalId?: string; url?: string; inReplyTo?: string }

/** Keyed hashes and seals of one installation. The five keys are derived from one secret (HKDF-SHA-256). */
export type Vault = {
  /** Names a message of a source for idempotency and erasure, without keeping its id. 32 bytes. */
  externalKey(municipalityId: number, externalId: string): Buffer
  /** Tells whether content changed. 32 bytes. */
  contentHash(content: unknown): Buffer
  /** Pseudonym of an author inside one municipality, channel and calendar quarter such as `2026Q4`. 22 characters. */
  voice(municipalityId: number, quarter: string, channel: string, author: string): string
  /** AES-256-GCM: nonce (12 bytes), tag (16 bytes), ciphertext. */
  seal(original: SealedOriginal): Buffer
  /** Throws when the bytes were changed or sealed with another secret. */
  open(sealed: Buffer): SealedOriginal
  /** Seals what a source authenticates with, bound to that source: under another one it does not open. */
  sealSecrets(sourceId: string, secrets: SourceSecrets): Buffer
  openSecrets(sourceId: string, sealed: Buffer): SourceSecrets
  /** Seals a piece of a file, bound to its place: it opens nowhere else. */
  sealBytes(place: string, bytes: Uint8Array): Buffer
  openBytes(place: string, sealed: Buffer): Buffer
}
/** What a source authenticates with elsewhere, by the name of its field. */
export type SourceSecrets = Readonly<Record<string, string>>

/** A key object is prepared once; raw bytes are prepared again by every hash and seal, at five times the cost of the hash itself. */
const derive = (secret: Buffer, purpose: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'rumoer', purpose, 32)))

export function createVault(secret: Buffer): Vault {
  if (secret.length < 32) throw new Error(`secret: ${secret.length} bytes, expected at least 32`)
  const idKey = derive(secret, 'external-id')
  const voiceKey = derive(secret, 'voice')
  const sealKey = derive(secret, 'seal')
  const secretsKey = derive(secret, 'source-secrets')
  const filesKey = derive(secret, 'files')
  const hmac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest()
  return {
    externalKey: (municipalityId, externalId) => hmac(idKey, `${municipalityId}|${externalId}`),
    contentHash: (content) => hmac(idKey, JSON.stringify(content)),
    voice: (municipalityId, quarter, channel, author) =>
      hmac(voiceKey, `${municipalityId}|${quarter}|${channel}|${author}`).subarray(0, 16).toString('base64url'),
    seal: (original) => sealWith(sealKey, original, ''),
    open: (sealed) => openWith(sealKey, sealed, '') as SealedOriginal,
    sealSecrets: (sourceId, secrets) => sealWith(secretsKey, secrets, sourceId),
    openSecrets: (sourceId, sealed) => openWith(secretsKey, sealed, sourceId) as SourceSecrets,
    sealBytes: (place, bytes) => sealBytesWith(filesKey, bytes, place),
    openBytes: (place, sealed) => openBytesWith(filesKey, sealed, place),
  }
}

const sealWith = (key: KeyObject, content: unknown, bound: string): Buffer =>
  sealBytesWith(key, Buffer.from(JSON.stringify(content), 'utf8'), bound)

const openWith = (key: KeyObject, sealed: Buffer, bound: string): unknown => JSON.parse(openBytesWith(key, sealed, bound).toString('utf8'))

/** `bound` is what the seal belongs to; it is not stored in it. */
function sealBytesWith(key: KeyObject, bytes: Uint8Array, bound: string): Buffer {
  const nonce = drawBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function openBytesWith(key: KeyObject, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
