import { expect, test } from 'vitest'
import { dropEntry, emptyEntry, keepEntry, keptEntries, newEntryId, toNewEntry } from './kept-entries.ts'

const NOW = new Date('2026-11-24T09:00:00Z')
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

function shelf() {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (at: number) => [...items.keys()][at] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

test('what is written is kept, each entry and each person apart, until it is dropped', () => {
  const store = shelf()
  const first = { ...emptyEntry('telephone'), text: 'Lamp stuk' }
  const second = { ...emptyEntry('desk'), text: 'Gat' }
  keepEntry(store, 'sanne', first, NOW)
  keepEntry(store, 'sanne', second, later(1))
  keepEntry(store, 'joris', { ...emptyEntry('desk'), text: 'van een ander' }, NOW)
  expect(keptEntries(store, 'sanne', later(1)).map(({ text }) => text)).toEqual(['Lamp stuk', 'Gat'])
  dropEntry(store, 'sanne', first.id)
  expect(keptEntries(store, 'sanne', later(1)).map(({ text }) => text)).toEqual(['Gat'])
})

test('an emptied entry is not kept, nor one of more than a week ago, nor what is no entry', () => {
  const store = shelf()
  const entry = { ...emptyEntry('telephone'), text: 'Lamp' }
  keepEntry(store, 'sanne', entry, NOW)
  keepEntry(store, 'sanne', { ...entry, text: ' ' }, NOW)
  keepEntry(store, 'sanne', { ...emptyEntry('desk'), text: 'oud' }, NOW)
  store.setItem('rumoer.invoer.sanne.x', '{stuk')
  expect(keptEntries(store, 'sanne', later(8))).toEqual([])
  expect(store.length).toBe(0)
})

test('an entry is sent with the moment it was finished, and its id is a UUID that is never the same', () => {
  const entry = { ...emptyEntry('desk'), text: ' Gat ', isMelding: true, sentAt: NOW.toISOString() }
  expect(toNewEntry(entry)).toEqual({ id: entry.id, channel: 'desk', kind: 'melding', text: 'Gat', createdAt: NOW.toISOString() })
  expect(newEntryId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newEntryId()).not.toBe(newEntryId())
})
