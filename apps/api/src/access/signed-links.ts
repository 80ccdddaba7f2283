import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** What the token of a link says: of what, which of its links it is, and until when. */
type Named = { id: string; version: number; until: Date }
/** Links with which somebody outside reads one thing: signed here, so that none can be made up elsewhere. */
export type SignedLinks = {
  sign(named: Named): string
  /** Null for what was not signed here. */
  read(token: string): Named | null
}

const SHAPE = /^([0-9a-f-]{36})\.(\d{1,9})\.(\d{1,12})\.([A-Za-z0-9_-]{43})$/

/** A token for one purpose opens nothing of another. */
export function createSignedLinks(secret: Buffer, purpose: 'hand-over' | 'briefing'): SignedLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `rumoer ${purpose} link`, 32))
  const signatureOf = (text: string) => createHmac('sha256', key).update(text).digest()
  return {
    sign({ id, version, until }) {
      const said = `${id}.${version}.${Math.floor(until.getTime() / 1_000)}`
      return `${said}.${signatureOf(said).toString('base64url')}`
    },
    read(token) {
      const found = SHAPE.exec(token)
      if (!found) return null
      const [, id, version, seconds, signature] = found
      const isOurs = timingSafeEqual(signatureOf(`${id}.${version}.${seconds}`), Buffer.from(signature!, 'base64url'))
      return isOurs ? { id: id!, version: Number(version), until: new Date(Number(seconds) * 1_000) } : null
    },
  }
}
