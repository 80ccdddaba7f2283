import { cleanText, maskPersonalData } from '@rumoer/analysis/normalise'
import { KINDS_WITH_PUBLIC_ID, type RawMessage } from '@rumoer/contracts'
import type { InboxItem, SourceRow } from '@rumoer/store'
import { endOfDay, quarterOf } from './amsterdam-time.ts'
import type { SealedOriginal, Vault } from './vault.ts'

const SEALED_DAYS = 30
const DAY_MS = 86_400_000
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/

const closedInstant = (closedAt: string | undefined): string | null => {
  if (closedAt === undefined) return null
  return (DATE_ONLY.test(closedAt) ? endOfDay(closedAt) : new Date(closedAt)).toISOString()
}

/** Turns a checked message into what may be stored: text cleaned and masked, handles hashed, originals sealed apart. */
export function toInboxItem(raw: RawMessage, source: SourceRow, vault: Vault, messageId: string, now: Date): InboxItem {
  const createdAt = new Date(raw.createdAt)
  const closedAt = closedInstant(raw.closedAt)
  const publicId = KINDS_WITH_PUBLIC_ID.includes(raw.kind)
  const original: SealedOriginal = {
    ...(raw.author === undefined ? {} : { author: raw.author }),
    ...(publicId ? {} : { externalId: raw.externalId }),
    ...(raw.url === undefined ? {} : { url: raw.url }),
    ...(raw.inReplyTo === undefined ? {} : { inReplyTo: raw.inReplyTo }),
  }
  const { lat, lon, address, areaCode } = raw.location ?? {}
  const hasLocation = lat !== undefined || address !== undefined
  const category = raw.category ? { main: raw.category.main, sub: raw.category.sub ?? null } : null
  return {
    messageId,
    sourceId: source.id,
    externalKey: vault.externalKey(source.municipalityId, raw.externalId),
    contentHash: vault.contentHash([raw.text, category, lat ?? null, lon ?? null, address ?? null, areaCode ?? null, closedAt]),
    updatedAt: raw.updatedAt === undefined ? null : new Date(raw.updatedAt),
    payload: {
      externalId: publicId ? raw.externalId : null,
      kind: raw.kind,
      channel: raw.channel,
      text: maskPersonalData(cleanText(raw.text)).text,
      language: raw.language ?? null,
      createdAt: createdAt.toISOString(),
      closedAt,
      location: hasLocation
        ? { lat: lat ?? null, lon: lon ?? null, address: address === undefined ? null : maskPersonalData(address).text }
        : null,
      givenAreaCode: areaCode ?? null,
      givenCategory: category,
      voice: raw.author === undefined ? null : vault.voice(source.municipalityId, quarterOf(createdAt), raw.channel, raw.author),
      reach: raw.reach ?? null,
    },
    sealed:
      Object.keys(original).length === 0
        ? null
        : { bytes: vault.seal(original), expiresAt: new Date(now.getTime() + SEALED_DAYS * DAY_MS) },
  }
}
