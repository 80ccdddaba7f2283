import type { NewEntry } from '@rumoer/contracts'

/** An entry as this browser keeps it until the server has it: being written, or on its way since `sentAt`. */
export type KeptEntry = {
  id: string
  channel: string
  isMelding: boolean
  text: string
  address: string
  savedAt: string
  sentAt: string | null
  /** The server does not want it as it is. */
  refused: boolean
}

type Shelf = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

const KEPT_DAYS = 7
const DAY_MS = 86_400_000
const prefixOf = (userId: string) => `rumoer.invoer.${userId}.`

/** A random UUID (RFC 9562, version 4), also where the page came over plain http. */
export function newEntryId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = 0x40 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const emptyEntry = (channel: string, id = newEntryId()): KeptEntry => ({
  id,
  channel,
  isMelding: false,
  text: '',
  address: '',
  savedAt: '',
  sentAt: null,
  refused: false,
})

export const isEmpty = ({ text, address }: KeptEntry): boolean => text.trim() === '' && address.trim() === ''

/** Each entry stands under a key of its own, so that two tabs never write over each other. An empty one is not kept. */
export function keepEntry(shelf: Shelf, userId: string, entry: KeptEntry, now: Date): void {
  if (isEmpty(entry)) shelf.removeItem(prefixOf(userId) + entry.id)
  else shelf.setItem(prefixOf(userId) + entry.id, JSON.stringify({ ...entry, savedAt: now.toISOString() }))
}

export const dropEntry = (shelf: Shelf, userId: string, id: string): void => shelf.removeItem(prefixOf(userId) + id)

/** What is kept for this person, oldest first; what nobody looked at for a week, and what cannot be read, is forgotten. */
export function keptEntries(shelf: Shelf, userId: string, now: Date): KeptEntry[] {
  const keys = Array.from({ length: shelf.length }, (_, at) => shelf.key(at)).filter(
    (key): key is string => key?.startsWith(prefixOf(userId)) === true,
  )
  const kept: KeptEntry[] = []
  for (const key of keys) {
    const entry = parse(shelf.getItem(key))
    if (entry && now.getTime() - Date.parse(entry.savedAt) < KEPT_DAYS * DAY_MS) kept.push(entry)
    else shelf.removeItem(key)
  }
  return kept.sort((a, b) => a.savedAt.localeCompare(b.savedAt))
}

function parse(text: string | null): KeptEntry | null {
  try {
    const entry = JSON.parse(text ?? '') as KeptEntry
    return typeof entry.id === 'string' && typeof entry.text === 'string' ? entry : null
  } catch {
    return null
  }
}

/** The entry as it is sent. */
export const toNewEntry = ({ id, channel, isMelding, text, address, sentAt, savedAt }: KeptEntry): NewEntry => ({
  id,
  channel,
  kind: isMelding ? 'melding' : 'contact',
  text: text.trim(),
  ...(address.trim() ? { address: address.trim() } : {}),
  createdAt: sentAt ?? savedAt,
})
